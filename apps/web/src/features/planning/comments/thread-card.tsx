'use client';
import {
  type CommentThread,
  type PlanComment,
  reopenThread,
  resolveThread,
} from '@k12/contracts/planning/comments';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import { Ago } from '../ago.tsx';
import { CommentForm } from './comment-form.tsx';

interface Props {
  planId: string;
  thread: CommentThread;
}

export function ThreadCard({ planId, thread }: Props) {
  const t = useTranslations('planning-comments');
  const [isReplying, setReplying] = useState(false);
  return (
    <li className="grid gap-2 rounded-card border border-line bg-raised p-3">
      <Quote thread={thread} />
      {thread.comments.map((comment) => (
        <Comment key={comment.id} planId={planId} comment={comment} />
      ))}
      {isReplying ? (
        <CommentForm
          planId={planId}
          threadId={thread.id}
          label={t('reply')}
          action={t('reply')}
          onDone={() => setReplying(false)}
        />
      ) : (
        <div className="flex gap-1">
          {thread.can.reply && (
            <Button size="small" variant="quiet" onClick={() => setReplying(true)}>
              {t('reply')}
            </Button>
          )}
          <Settle thread={thread} />
        </div>
      )}
    </li>
  );
}

/** The words the thread is about; gone from the plan, they are still told (PLN-151). */
function Quote({ thread }: { thread: CommentThread }) {
  const t = useTranslations('planning-comments');
  if (!thread.quote && thread.anchor !== 'text_changed') return null;
  return (
    <div className="text-small">
      {thread.quote && (
        <blockquote dir="auto" className="border-s-2 border-chalk ps-2 text-ink-2 italic">
          {thread.quote}
        </blockquote>
      )}
      {thread.anchor === 'text_changed' && <Badge tone="warn">{t('textChanged')}</Badge>}
    </div>
  );
}

function Comment({ planId, comment }: { planId: string; comment: PlanComment }) {
  const t = useTranslations('planning-comments');
  const tc = useTranslations('common');
  const [isChanging, setChanging] = useState(false);
  if (isChanging)
    return (
      <CommentForm
        planId={planId}
        comment={comment}
        label={t('change')}
        action={tc('save')}
        onDone={() => setChanging(false)}
      />
    );
  return (
    <article className="flex gap-2 text-small">
      <PersonAvatar id={comment.author.id} name={comment.author.display_name} size="small" />
      <div className="min-w-0 flex-1">
        <p className="text-mini text-ink-3">
          <bdi className="font-semibold text-ink">{comment.author.display_name}</bdi> ·{' '}
          <Ago at={comment.created_at} />
          {comment.edited_at && ` · ${t('edited')}`}
        </p>
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          {comment.body}
        </p>
        {comment.mentions.length > 0 && (
          <p className="text-mini text-board">
            {comment.mentions.map(({ display_name }) => `@${display_name}`).join(' ')}
          </p>
        )}
      </div>
      {comment.can.update && (
        <IconButton
          size="small"
          label={t('change')}
          icon={<Pencil aria-hidden />}
          onClick={() => setChanging(true)}
        />
      )}
    </article>
  );
}

function Settle({ thread }: { thread: CommentThread }) {
  const t = useTranslations('planning-comments');
  const attempt = useAttempt();
  const resolve = useChange(resolveThread);
  const reopen = useChange(reopenThread);
  const params = { id: thread.id };
  if (thread.can.resolve)
    return (
      <Button
        size="small"
        variant="quiet"
        onClick={() =>
          attempt(() => resolve({ params }), { done: t('resolved'), undo: () => reopen({ params }) })
        }
      >
        {t('resolve')}
      </Button>
    );
  if (!thread.can.reopen) return null;
  return (
    <Button size="small" variant="quiet" onClick={() => attempt(() => reopen({ params }))}>
      {t('reopen')}
    </Button>
  );
}
