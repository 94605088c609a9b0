import type {
  FeedbackComment,
  FeedbackCommentCreate,
  FeedbackCommentUpdate,
} from '@k12/contracts/teaching/feedback';
import { newId, type Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { hidesNames } from '../grading/anonymity.rules.ts';
import { ownUserId, selectGradedAssignment, selectGradedCell } from '../grading/graded-cell.service.ts';
import { selectGradedCell as selectCellRow } from '../grading/grading-records.service.ts';
import * as queries from './feedback.queries.ts';
import { fillFields } from './feedback.rules.ts';
import { tellStudent } from './feedback-notices.service.ts';

const right = 'submissions.grade';

interface WorkParams {
  id: string;
  student_id: string;
}

export async function listComments(
  context: Context,
  params: WorkParams,
): Promise<{ data: FeedbackComment[] }> {
  return context.readTenant(async (tx) => {
    const { cell, is_anonymous } = await selectGradedCell(tx, context, params);
    return { data: await commentsOf(tx, context, cell, is_anonymous) };
  });
}

/** For the grading view, which has found out who may. */
export async function commentsOf(
  tx: Transaction,
  context: Context,
  { assignment_id, student_id }: { assignment_id: string; student_id: string },
  isAnonymous: boolean,
): Promise<FeedbackComment[]> {
  const rows = await queries.listComments(tx, assignment_id, student_id);
  return rows.map((row) => present(context, row, isAnonymous));
}

export async function createComment(
  context: Context,
  params: WorkParams,
  input: FeedbackCommentCreate,
): Promise<FeedbackComment> {
  const author_id = ownUserId(context);
  return context.withTenant(async (tx) => {
    const { cell, is_anonymous, assignment } = await selectGradedCell(tx, context, params, right, 'comment');
    const created_at = context.platform.clock.now().toISOString();
    const visibility = input.visibility ?? 'student';
    // A staff note is never posted to anybody; it is what it is from the beginning.
    const isPosted = input.post === true && visibility === 'student';
    const id = newId();
    await queries.createComment(tx, {
      id,
      course_id: assignment.course_id,
      assignment_id: cell.assignment_id,
      student_id: cell.student_id,
      attempt: input.attempt ?? cell.attempts_count,
      author_id,
      is_by_student: false,
      body: isPosted ? fillFields(input.body, cell) : input.body,
      visibility,
      state: isPosted ? 'posted' : 'draft',
      posted_at: isPosted ? created_at : null,
      created_at,
    });
    if (isPosted) await tellStudent(tx, context, assignment, cell.student_id, id);
    return presentOne(tx, context, id, is_anonymous);
  });
}

export async function updateComment(
  context: Context,
  id: string,
  input: FeedbackCommentUpdate,
): Promise<FeedbackComment> {
  return context.withTenant(async (tx) => {
    const { comment, assignment, is_anonymous } = await selectOwnComment(tx, context, id);
    const now = context.platform.clock.now().toISOString();
    const posts = input.post === true && comment.state === 'draft' && comment.visibility === 'student';
    const cell = await selectCellRow(tx, comment.assignment_id, comment.student_id, null);
    const body = input.body ?? comment.body;
    const changes = {
      body: posts || comment.state === 'posted' ? fillFields(body, cell) : body,
      ...(posts ? { state: 'posted' as const, posted_at: now } : {}),
      updated_at: now,
    };
    if (!(await queries.updateComment(tx, id, input.lock_version, changes)))
      throw new Problem('version_conflict', { current: await presentOne(tx, context, id, is_anonymous) });
    if (posts) await tellStudent(tx, context, assignment, comment.student_id, id);
    return presentOne(tx, context, id, is_anonymous);
  });
}

export async function deleteComment(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const { comment } = await selectOwnComment(tx, context, id);
    const now = context.platform.clock.now().toISOString();
    await queries.updateComment(tx, id, comment.lock_version, { deleted_at: now, updated_at: now });
    await publishEvent(tx, context, 'feedback_comment.deleted', { comment_id: id });
  });
}

/** Nobody changes what another said (TCH-77). */
async function selectOwnComment(tx: Transaction, context: Context, id: string) {
  const comment = await queries.selectOptionalComment(tx, id);
  if (!comment) throw new Problem('not_found');
  const graded = await selectGradedAssignment(tx, context, comment.assignment_id, right, 'comment');
  const { section_ids } = graded.scope;
  await selectCellRow(tx, comment.assignment_id, comment.student_id, section_ids);
  authorize(comment.author_id === context.actor.user_id, right);
  return { comment, ...graded, is_anonymous: hidesNames(graded.assignment) };
}

async function presentOne(tx: Transaction, context: Context, id: string, isAnonymous: boolean) {
  const row = await queries.selectOptionalComment(tx, id);
  if (!row) throw new Problem('not_found');
  return present(context, row, isAnonymous);
}

function present(context: Context, row: queries.CommentRow, isAnonymous: boolean): FeedbackComment {
  const isOwn = row.author_id === context.actor.user_id;
  const hidesAuthor = row.is_by_student && isAnonymous;
  return {
    id: row.id,
    attempt: row.attempt,
    author: hidesAuthor ? null : { id: row.author_id, name: displayName(row) },
    is_by_student: row.is_by_student,
    body: row.body,
    visibility: row.visibility,
    state: row.state,
    created_at: row.created_at,
    updated_at: row.updated_at,
    lock_version: row.lock_version,
    can: { update: isOwn && !row.is_by_student, delete: isOwn && !row.is_by_student },
  };
}
