'use client';
import { ApiProblem } from '@k12/contracts/client';
import { Button } from '@k12/ui/button';
import { ErrorState } from '@k12/ui/error-state';
import { useTranslations } from 'next-intl';

/** The sheet could not be read: says so with the number to ask about, and offers to try again. */
export function PageFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('teaching-gradebook');
  const tc = useTranslations('common');
  const id = error instanceof ApiProblem && error.problem.request_id;
  return (
    <div className="p-5">
      <h1 className="mb-4 text-heading font-bold text-ink">{t('title')}</h1>
      <ErrorState
        title={t('failed')}
        reference={id ? tc('reference', { id }) : undefined}
        action={<Button onClick={onRetry}>{t('retry')}</Button>}
      >
        {t('failedText')}
      </ErrorState>
    </div>
  );
}
