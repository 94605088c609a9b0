'use client';
import { type CommentThread, listComments } from '@k12/contracts/planning/comments';
import { Badge } from '@k12/ui/badge';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { ThreadCard } from '../comments/thread-card.tsx';

/** What reviewers asked for, as a checklist: it stays through every round until each point is settled (PLN-153). */
export function ReviewThreads({ planId }: { planId: string }) {
  const t = useTranslations('planning-approvals.threads');
  const threads = useReviewThreads(planId);
  if (threads.length === 0) return null;
  const settled = threads.filter(({ state }) => state === 'resolved').length;
  return (
    <section aria-label={t('title')} className="mt-5">
      <h3 className="mb-2 flex items-center gap-2 text-small font-semibold text-ink-2">
        {t('title')}
        <Badge tone={settled === threads.length ? 'ok' : 'neutral'}>
          {t('settled', { settled, count: threads.length })}
        </Badge>
      </h3>
      <ul className="grid gap-2">
        {threads.map((thread) => (
          <ThreadCard key={thread.id} planId={planId} thread={thread} />
        ))}
      </ul>
    </section>
  );
}

/** Open ones first; comments made outside of a review have their own place. */
export function useReviewThreads(planId: string): CommentThread[] {
  const { data } = useApi(listComments, { query: { plan_id: planId } });
  const asked = (data?.data ?? []).filter(({ approval_request_id }) => approval_request_id !== null);
  return asked.toSorted((a, b) => Number(a.state === 'resolved') - Number(b.state === 'resolved'));
}
