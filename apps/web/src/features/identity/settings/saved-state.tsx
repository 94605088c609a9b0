'use client';
import { CloudCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';

/** Sits where the eye already is; never a toast for what is normal. */
export function SavedState({ at }: { at: Date | null }) {
  const t = useTranslations('settings');
  const format = useFormatter();
  return (
    <p role="status" className="flex items-center gap-1.5 text-small text-ink-3">
      {at && (
        <>
          <CloudCheck size={16} aria-hidden />
          {t('savedAt', { time: format.dateTime(at, { hour: 'numeric', minute: '2-digit' }) })}
        </>
      )}
    </p>
  );
}
