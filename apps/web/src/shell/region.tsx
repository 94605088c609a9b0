'use client';
import { ApiProblem } from '@k12/contracts/client';
import { Button } from '@k12/ui/button';
import { ErrorState } from '@k12/ui/error-state';
import { SkeletonRows } from '@k12/ui/skeleton';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
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
  children: (data: T) => ReactNode;
}

/** A part of a page with a heading of its own; when its data fails, the rest of the page keeps working (UXP-50). */
export function Region<T>({ title, reply, children }: Props<T>) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-large font-semibold">
        {title}
      </h2>
      <RegionBody reply={reply}>{children}</RegionBody>
    </section>
  );
}

export function RegionBody<T>({ reply, children }: Omit<Props<T>, 'title'>) {
  const t = useTranslations();
  if (reply.data !== undefined) {
    return (
      <>
        {reply.error && <StaleNote at={reply.loadedAt} onRetry={reply.mutate} />}
        {children(reply.data)}
      </>
    );
  }
  if (!reply.error) return <SkeletonRows rows={4} />;
  const reference = reply.error instanceof ApiProblem ? reply.error.problem.request_id : '';
  return (
    <ErrorState
      title={t('errors.load')}
      reference={reference && t('common.reference', { id: reference })}
      action={<Button onClick={() => reply.mutate()}>{t('common.retry')}</Button>}
    />
  );
}
