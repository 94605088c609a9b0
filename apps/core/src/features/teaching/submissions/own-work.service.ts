import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectReadableCourse } from '../courses/course-access.service.ts';
import { refuseLockedAssignment } from '../module-progress/my-modules.service.ts';
import type { WorkCells } from '../student-work/work-submission.service.ts';
import * as queries from './submissions.queries.ts';
import { attemptsLeft, blockOf } from './submissions.rules.ts';

/** One student before one assignment: their dates, the group they hand in with, and what lies there already. */
export interface OwnWork {
  work: queries.WorkRow;
  owner: queries.SubmissionOwner;
  group: { id: string; name: string } | null;
  members: Awaited<ReturnType<typeof queries.listGroupMembers>>;
  cells: WorkCells;
  submission: queries.SubmissionRow | undefined;
  is_enrolled: boolean;
}

/** What is not published, not assigned to them or of a course they are not in, is not there (TCH-16, TCH-31). */
export async function selectOwnWork(
  tx: Transaction,
  context: Context,
  assignmentId: string,
): Promise<OwnWork> {
  const studentId = context.actor.user_id;
  if (!studentId) throw new Problem('not_found');
  const work = await queries.selectOptionalWork(tx, assignmentId, studentId);
  if (!work) throw new Problem('not_found');
  const course = await selectReadableCourse(tx, context, work.course_id, 'submissions.create');
  // What a module keeps closed cannot be read or handed in (TCH-21).
  await refuseLockedAssignment(tx, context, {
    course_id: work.course_id,
    assignment_id: assignmentId,
    student_id: studentId,
  });
  return { ...(await selectWorkOf(tx, work)), is_enrolled: course.my_role === 'student' };
}

/** The submission that stands behind a student's cell: their own, or that of the group they are in now. */
export async function selectWorkOf(
  tx: Transaction,
  work: queries.WorkRow,
): Promise<Omit<OwnWork, 'is_enrolled'>> {
  const { group_set_id, student_id, assignment_id } = work;
  const group = group_set_id
    ? ((await queries.selectOptionalGroup(tx, group_set_id, student_id)) ?? null)
    : null;
  const members = group ? await queries.listGroupMembers(tx, group.id) : [];
  const owner = group ? { student_id: null, group_id: group.id } : { student_id, group_id: null };
  const student_ids = group ? members.map(({ id }) => id) : [student_id];
  const submission = await queries.selectOptionalSubmission(tx, assignment_id, owner);
  return { work, owner, group, members, cells: { assignment_id, student_ids }, submission };
}

export function leftOf({ work, submission }: Pick<OwnWork, 'work' | 'submission'>): number | null {
  return attemptsLeft(
    work.attempts_allowed,
    submission?.extra_attempts ?? 0,
    submission?.attempts_count ?? 0,
  );
}

export function blockOfWork(own: OwnWork, now: string) {
  const { work, submission } = own;
  return blockOf({
    ...work,
    now,
    is_enrolled: own.is_enrolled,
    attempts_left: leftOf(own),
    revision: submission?.revision_asked_at ? { due_at: submission.revision_due_at } : null,
  });
}

/** The due time of this student, later where a revision was asked with a time of its own. */
export function dueOf({ work, submission }: Pick<OwnWork, 'work' | 'submission'>): string | null {
  const revision = submission?.revision_due_at ?? null;
  if (!revision || !work.due_at) return work.due_at;
  return Date.parse(revision) > Date.parse(work.due_at) ? revision : work.due_at;
}
