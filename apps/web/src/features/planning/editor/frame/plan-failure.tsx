'use client';
import { ApiProblem } from '@k12/contracts/client';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';

/** A plan that is gone or not shared, or that could not be read just now. */
export function PlanFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations();
  const isGone = error instanceof ApiProblem && error.status === 404;
  const reference = error instanceof ApiProblem ? error.problem.request_id : '';
  return (
    <div className="mx-auto max-w-document px-4 py-10">
      <h1 className="hidden-visually">{t(isGone ? 'planning-editor.goneTitle' : 'errors.load')}</h1>
      <EmptyState
        title={t(isGone ? 'planning-editor.goneTitle' : 'errors.load')}
        action={
          isGone ? (
            <LinkButton href={paths.planUnits()}>{t('planning-editor.toLibrary')}</LinkButton>
          ) : (
            <Button onClick={onRetry}>{t('common.retry')}</Button>
          )
        }
      >
        {isGone ? t('planning-editor.goneText') : reference && t('common.reference', { id: reference })}
      </EmptyState>
    </div>
  );
}
