'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useSession } from '@/lib/session-context.tsx';

/** Says on every page for whom one is acting; it cannot be hidden (UXP-11). */
export function ImpersonationBar() {
  const { me } = useSession();
  const t = useTranslations('shell');
  const format = useFormatter();
  if (!me.impersonation) return null;
  const { target_name, ends_at } = me.impersonation;
  const time = format.dateTime(new Date(ends_at), { hour: 'numeric', minute: 'numeric' });
  return (
    <p role="status" className="bg-chalk-tint px-4 py-2 text-center font-semibold text-ink">
      {t('actingAs', { name: target_name, time })}
    </p>
  );
}
