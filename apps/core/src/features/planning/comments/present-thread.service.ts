import type { CommentThread, PlanComment } from '@k12/contracts/planning/comments';
import type { Transaction } from '@k12/db';
import { anchorIn } from '@k12/plan-content/anchor';
import type { Context } from '../../../platform/context.ts';
import { namesOf } from '../../identity/users/names.service.ts';
import * as queries from './comments.queries.ts';
import { isStillEditable } from './comments.rules.ts';

interface Person {
  id: string;
  display_name: string;
}

export async function presentThread(
  tx: Transaction,
  context: Context,
  planId: string,
  threadId: string,
): Promise<CommentThread> {
  const [thread] = await presentThreads(tx, context, planId, [await queries.selectThread(tx, threadId)]);
  return thread as CommentThread;
}

export async function presentThreads(
  tx: Transaction,
  context: Context,
  planId: string,
  threads: readonly queries.ThreadRow[],
): Promise<CommentThread[]> {
  if (threads.length === 0) return [];
  const [content, comments] = await Promise.all([
    queries.selectDraftContent(tx, planId),
    queries.listComments(
      tx,
      threads.map(({ id }) => id),
    ),
  ]);
  const people = await selectPeople(tx, [
    ...comments.flatMap(({ author_id, mentioned_ids }) => [author_id, ...mentioned_ids]),
    ...threads.flatMap(({ resolved_by }) => resolved_by ?? []),
  ]);
  return threads.map((thread) => ({
    id: thread.id,
    plan_id: thread.plan_id,
    path: thread.path,
    quote: thread.quote,
    anchor: anchorIn(content, thread.path, thread.quote),
    version_id: thread.version_id,
    approval_request_id: thread.approval_request_id,
    state: thread.state,
    resolved_by: thread.resolved_by ? people(thread.resolved_by) : null,
    resolved_at: thread.resolved_at,
    comments: comments
      .filter(({ thread_id }) => thread_id === thread.id)
      .map((comment) => presentComment(context, comment, people)),
    created_at: thread.created_at,
    can: { reply: true, resolve: thread.state === 'open', reopen: thread.state === 'resolved' },
  }));
}

function presentComment(
  context: Context,
  comment: queries.CommentRow,
  people: (id: string) => Person,
): PlanComment {
  const isOwn = comment.author_id === context.actor.user_id;
  return {
    id: comment.id,
    author: people(comment.author_id),
    body: comment.body,
    mentions: comment.mentioned_ids.map(people),
    created_at: comment.created_at,
    edited_at: comment.edited_at,
    lock_version: comment.lock_version,
    can: { update: isOwn && isStillEditable(comment.created_at, context.platform.clock.now()) },
  };
}

async function selectPeople(tx: Transaction, ids: readonly string[]): Promise<(id: string) => Person> {
  const names = await namesOf(tx, ids);
  return (id) => ({ id, display_name: names.get(id) ?? '' });
}
