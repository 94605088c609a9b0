import type { CommentQuery } from '@k12/contracts/planning/comments';
import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';

export type ThreadRow = Awaited<ReturnType<typeof selectThread>>;
export type CommentRow = Awaited<ReturnType<typeof listComments>>[number];

/** More than anybody reads; a plan with more has been discussed elsewhere. */
const mostThreads = 500;

export function listThreads(tx: Transaction, query: CommentQuery) {
  let rows = tx
    .selectFrom('comment_threads')
    .selectAll()
    .where('plan_id', '=', query.plan_id)
    .orderBy('created_at')
    .orderBy('id')
    .limit(mostThreads);
  if (query.state) rows = rows.where('state', '=', query.state);
  if (query.approval_request_id) rows = rows.where('approval_request_id', '=', query.approval_request_id);
  return rows.execute();
}

export async function selectThread(tx: Transaction, id: string) {
  const thread = await tx.selectFrom('comment_threads').selectAll().where('id', '=', id).executeTakeFirst();
  if (!thread) throw new Problem('not_found');
  return thread;
}

export function listComments(tx: Transaction, threadIds: readonly string[]) {
  return tx
    .selectFrom('plan_comments')
    .selectAll()
    .where('thread_id', 'in', [...threadIds])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function selectComment(tx: Transaction, id: string): Promise<CommentRow> {
  const comment = await tx.selectFrom('plan_comments').selectAll().where('id', '=', id).executeTakeFirst();
  if (!comment) throw new Problem('not_found');
  return comment;
}

export interface NewThread {
  id: string;
  plan_id: string;
  path: string | null;
  quote: string | null;
  version_id: string | null;
  approval_request_id: string | null;
  created_by: string;
  created_at: string;
}

export function createThread(tx: Transaction, thread: NewThread): Promise<ThreadRow> {
  return tx.insertInto('comment_threads').values(thread).returningAll().executeTakeFirstOrThrow();
}

export interface NewComment {
  id: string;
  thread_id: string;
  author_id: string;
  body: string;
  mentioned_ids: string[];
  created_at: string;
}

export async function createComment(tx: Transaction, comment: NewComment): Promise<void> {
  await tx.insertInto('plan_comments').values(comment).execute();
}

/** Undefined when the version named is no longer the current one. */
export function updateComment(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: { body: string; mentioned_ids: string[]; edited_at: string },
) {
  return tx
    .updateTable('plan_comments')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returningAll()
    .executeTakeFirst();
}

export async function updateThreadState(
  tx: Transaction,
  id: string,
  change: { state: 'open' | 'resolved'; resolved_by: string | null; resolved_at: string | null },
): Promise<void> {
  await tx.updateTable('comment_threads').set(change).where('id', '=', id).execute();
}

export async function belongsToPlan(
  tx: Transaction,
  table: 'plan_versions' | 'approval_requests',
  id: string,
  planId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function selectDraftContent(tx: Transaction, planId: string): Promise<Record<string, unknown>> {
  const draft = await tx
    .selectFrom('plan_drafts')
    .select('content')
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  return (draft?.content ?? {}) as Record<string, unknown>;
}
