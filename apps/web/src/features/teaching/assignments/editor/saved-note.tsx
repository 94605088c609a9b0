'use client';
import { Button } from '@k12/ui/button';
import { useFormatter, useTranslations } from 'next-intl';
import type { Saving } from './autosave.ts';

/** Where the eye already is: when it was saved, that it is being saved, or why not. */
export function SavedNote({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const t = useTranslations('teaching-assignments');
  const format = useFormatter();
  if (saving.state === 'failed') {
    return (
      <span role="alert" className="flex items-center gap-2 text-bad text-small">
        {saving.message || t('notSaved')}
        <Button size="small" onClick={onRetry}>
          {t('again')}
        </Button>
      </span>
    );
  }
  const words = () => {
    if (saving.state === 'offline') return t('offline');
    if (saving.state === 'saving') return t('saving');
    if (saving.state !== 'saved' || saving.at === null) return '';
    return t('saved', { time: format.dateTime(saving.at, { hour: 'numeric', minute: '2-digit' }) });
  };
  return (
    <span
      role="status"
      className={saving.state === 'offline' ? 'text-small text-warn' : 'text-ink-3 text-small'}
    >
      {words()}
    </span>
  );
}
