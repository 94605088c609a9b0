'use client';
import { ApiProblem } from '@k12/contracts/client';
import { Button } from '@k12/ui/button';
import { ErrorState } from '@k12/ui/error-state';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Loading } from './loading.tsx';
import { StaleNote } from './stale-note.tsx';

interface Reply<T> {
  data: T | undefined;
  error: Error | undefined;
  mutate: () => unknown;
  /** When the data came; known to replies of `useApi` and `useList`. */
  loadedAt?: number;
}

interface Props<T> {
  title: string;
  reply: Reply<T>;
  /** Beside the heading. */
  action?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A part of a page with a heading of its own; when its data fails, the rest of the page keeps working (UXP-50). */
export function Region<T>({ title, reply, action, children }: Props<T>) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={heading} className="text-large font-semibold">
          {title}
        </h2>
        {action}
      </div>
      <RegionBody reply={reply}>{children}</RegionBody>
    </section>
  );
}

export function RegionBody<T>({ reply, children }: Omit<Props<T>, 'title' | 'action'>) {
  if (reply.data !== undefined) {
    return (
      <>
        {reply.error && <StaleNote at={reply.loadedAt} onRetry={reply.mutate} />}
        {children(reply.data)}
      </>
    );
  }
  if (!reply.error) return <Loading onRetry={reply.mutate} />;
  return <Failure error={reply.error} onRetry={reply.mutate} />;
}

/** Answers that have words of their own (UXP-50); trying again helps unless what was there has gone. */
const known: Record<number, string> = {
  403: 'forbidden',
  404: 'gone',
  410: 'archived',
  423: 'locked',
  429: 'tooMany',
  503: 'maintenance',
};

function Failure({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const t = useTranslations();
  const { status, request_id = '' } = error instanceof ApiProblem ? error.problem : { status: 0 };
  const words = known[status] ?? 'other';
  const helps = status !== 404 && status !== 410;
  return (
    <ErrorState
      title={t(`errors.region.${words}`)}
      reference={request_id && t('common.reference', { id: request_id })}
      action={helps && <Button onClick={() => onRetry()}>{t('common.retry')}</Button>}
    >
      {t(`errors.region.${words}Text`)}
    </ErrorState>
  );
}
