import type { Changes, Transaction } from '@k12/db';

export type CommentRow = NonNullable<Awaited<ReturnType<typeof selectOptionalComment>>>;

const author = ['given_name', 'family_name', 'preferred_name'] as const;

function comments(tx: Transaction) {
  return tx
    .selectFrom('feedback_comments as comment')
    .innerJoin('users as author', 'author.id', 'comment.author_id')
    .selectAll('comment')
    .select(author.map((field) => `author.${field}` as const))
    .where('comment.deleted_at', 'is', null);
}

export function listComments(tx: Transaction, assignmentId: string, studentId: string) {
  return comments(tx)
    .where('comment.assignment_id', '=', assignmentId)
    .where('comment.student_id', '=', studentId)
    .orderBy('comment.created_at')
    .orderBy('comment.id')
    .execute();
}

/** All that ever reaches a student or guardian: never staff notes, never drafts (TCH-77, TCH-80). */
export function listShownComments(tx: Transaction, assignmentId: string, studentId: string) {
  return comments(tx)
    .where('comment.assignment_id', '=', assignmentId)
    .where('comment.student_id', '=', studentId)
    .where('comment.visibility', '=', 'student')
    .where('comment.state', '=', 'posted')
    .orderBy('comment.created_at')
    .orderBy('comment.id')
    .execute();
}

export function selectOptionalComment(tx: Transaction, id: string) {
  return comments(tx).where('comment.id', '=', id).executeTakeFirst();
}

export interface NewComment {
  id: string;
  course_id: string;
  assignment_id: string;
  student_id: string;
  attempt: number;
  author_id: string;
  is_by_student: boolean;
  body: string;
  visibility: 'student' | 'staff';
  state: 'draft' | 'posted';
  posted_at: string | null;
  created_at: string;
}

export async function createComment(tx: Transaction, comment: NewComment): Promise<void> {
  await tx
    .insertInto('feedback_comments')
    .values({ ...comment, updated_at: comment.created_at })
    .execute();
}

type CommentChanges = Changes<{
  body: string;
  state: 'draft' | 'posted';
  posted_at: string;
  deleted_at: string;
}> & { updated_at: string };

/** False when the version named is no longer the current one. */
export async function updateComment(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: CommentChanges,
): Promise<boolean> {
  const updated = await tx
    .updateTable('feedback_comments')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .where('deleted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** The cell of a student with what decides on showing it; nothing of drafts, schedules or other people's work. */
export function selectOptionalOwnWork(tx: Transaction, assignmentId: string, studentId: string) {
  return tx
    .selectFrom('student_work as work')
    .innerJoin('assignments as assignment', 'assignment.id', 'work.assignment_id')
    .select([
      'work.course_id',
      'work.student_id',
      'work.posted_at',
      'work.attempts_count',
      'assignment.id as assignment_id',
      'assignment.rubric_id',
      'assignment.is_rubric_hidden',
      'assignment.wants_self_assessment',
      'assignment.state',
    ])
    .where('work.assignment_id', '=', assignmentId)
    .where('work.student_id', '=', studentId)
    .where('work.is_assigned', '=', true)
    .where('assignment.state', 'in', ['published', 'closed'])
    .executeTakeFirst();
}

export function listShownAnnotations(tx: Transaction, assignmentId: string, studentId: string) {
  return tx
    .selectFrom('annotations')
    .selectAll()
    .where('assignment_id', '=', assignmentId)
    .where('student_id', '=', studentId)
    .where('posted_at', 'is not', null)
    .orderBy('attempt')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function selectFeedbackRead(
  tx: Transaction,
  assignmentId: string,
  studentId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('feedback_reads')
    .select('read_at')
    .where('assignment_id', '=', assignmentId)
    .where('student_id', '=', studentId)
    .executeTakeFirst();
  return row?.read_at ?? null;
}

export async function putFeedbackRead(
  tx: Transaction,
  assignmentId: string,
  studentId: string,
  at: string,
): Promise<void> {
  await tx
    .insertInto('feedback_reads')
    .values({ assignment_id: assignmentId, student_id: studentId, read_at: at })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'assignment_id', 'student_id']).doUpdateSet({ read_at: at }),
    )
    .execute();
}
