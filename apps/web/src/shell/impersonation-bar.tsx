'use client';
import { endImpersonation } from '@k12/contracts/identity/impersonation';
import { Button } from '@k12/ui/button';
import { useFormatter, useTranslations } from 'next-intl';
import { callApi } from '@/lib/api/browser.ts';
import { announceSignIn } from '@/lib/api/tabs.ts';
import { useSession } from '@/lib/session-context.tsx';

/** Says on every page for whom one is acting, until when, and lets one stop; it cannot be hidden (UXP-11). */
export function ImpersonationBar() {
  const { me } = useSession();
  const t = useTranslations('shell');
  const format = useFormatter();
  if (!me.impersonation) return null;
  const { target_name, ends_at, mode } = me.impersonation;
  const time = format.dateTime(new Date(ends_at), { hour: 'numeric', minute: 'numeric' });
  const stop = async () => {
    await callApi(endImpersonation, {});
    announceSignIn();
    // A full load: nothing seen as the other person stays in memory (UXP-40).
    window.location.assign('/');
  };
  return (
    <div
      role="status"
      className="sticky top-0 z-bar flex flex-wrap items-center justify-center gap-x-4 gap-y-1 bg-chalk px-4 py-1.5 text-[#1d2320]"
    >
      <span className="font-semibold">
        {t(mode === 'read' ? 'seeingAs' : 'actingAs', { name: target_name, time })}
      </span>
      <Button size="small" onClick={stop}>
        {t('stopActing')}
      </Button>
    </div>
  );
}
