'use client';
import { Button } from '@k12/ui/button';
import { History } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';

interface Props {
  at: number | undefined;
  onRetry: () => unknown;
}

/** What is shown is what was known: the refresh behind it failed (UXP-51). */
export function StaleNote({ at, onRetry }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const time = format.dateTime(new Date(at ?? performance.timeOrigin), {
    hour: 'numeric',
    minute: '2-digit',
  });
  return (
    <p role="status" className="my-3 flex flex-wrap items-center gap-2 text-small text-ink-2">
      <History size={16} aria-hidden />
      {t('errors.stale', { time })}
      <Button size="small" variant="quiet" onClick={() => onRetry()}>
        {t('common.retry')}
      </Button>
    </p>
  );
}
