'use client';
import { ApiProblem } from '@k12/contracts/client';
import { type CommentThread, listComments } from '@k12/contracts/planning/comments';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import type { PanelPartProps } from '../editor/frame/panel-parts.tsx';
import { CommentForm } from './comment-form.tsx';
import { ThreadCard } from './thread-card.tsx';

/** What colleagues say about the plan, beside it; never in what readers and students get (PLN-150, PLN-152). */
export function CommentsPart({ planId }: PanelPartProps) {
  const t = useTranslations('planning-comments');
  const [state, setState] = useState<'open' | 'resolved'>('open');
  const threads = useApi(listComments, { query: { plan_id: planId } });
  if (threads.error instanceof ApiProblem && threads.error.status === 403)
    return <p className="text-small text-ink-3">{t('notYours')}</p>;
  return (
    <div className="grid gap-4">
      <CommentForm planId={planId} label={t('new')} action={t('comment')} />
      <SegmentedControl
        label={t('show')}
        value={state}
        onValueChange={(value) => setState(value as 'open' | 'resolved')}
        options={(['open', 'resolved'] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <RegionBody reply={threads}>
        {({ data }) => <Threads planId={planId} threads={data.filter((thread) => thread.state === state)} />}
      </RegionBody>
    </div>
  );
}

function Threads({ planId, threads }: { planId: string; threads: readonly CommentThread[] }) {
  const t = useTranslations('planning-comments');
  if (threads.length === 0) return <p className="text-small text-ink-3">{t('none')}</p>;
  return (
    <ul className="grid gap-4">
      {threads.map((thread) => (
        <ThreadCard key={thread.id} planId={planId} thread={thread} />
      ))}
    </ul>
  );
}
