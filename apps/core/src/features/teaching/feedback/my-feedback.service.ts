import type { MyFeedback } from '@k12/contracts/teaching/feedback';
import type { RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import { newId, type Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { linkedStudentIds } from '../../identity/guardian-links/linked-students.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { selectTaughtAssignment } from '../assignments/assignment-access.service.ts';
import { selectOptionalAssignment } from '../assignments/assignments-records.service.ts';
import { isOpenCourse, selectReadableCourse } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { hidesNames } from '../grading/anonymity.rules.ts';
import { shownId } from '../grading/graded-cell.service.ts';
import { checkedMarks } from '../grading/rubric-assessments.rules.ts';
import * as assessments from '../grading/rubric-assessments-records.service.ts';
import { rubricOf } from '../rubrics/rubrics.service.ts';
import * as queries from './feedback.queries.ts';
import { isUnread } from './feedback.rules.ts';
import { tellCommenters } from './feedback-notices.service.ts';

export async function getMyFeedback(
  context: Context,
  id: string,
  query: { student_id?: string | undefined },
): Promise<MyFeedback> {
  return context.readTenant(async (tx) => present(tx, context, await selectWork(tx, context, id, query)));
}

export async function replyToFeedback(context: Context, id: string, body: string): Promise<MyFeedback> {
  return context.withTenant(async (tx) => {
    const found = await selectWork(tx, context, id, {});
    const shown = await queries.listShownComments(tx, id, found.work.student_id);
    authorize(found.isOwn && found.isOpen && found.settings.students_may_reply, 'submissions.create');
    if (!shown.some(({ is_by_student }) => !is_by_student)) throw new Problem('conflict');
    const created_at = context.platform.clock.now().toISOString();
    await queries.createComment(tx, {
      id: newId(),
      course_id: found.work.course_id,
      assignment_id: id,
      student_id: found.work.student_id,
      attempt: found.work.attempts_count,
      author_id: found.work.student_id,
      is_by_student: true,
      body,
      visibility: 'student',
      state: 'posted',
      posted_at: created_at,
      created_at,
    });
    await tellStaff(tx, context, id, found.work.student_id, shown);
    return present(tx, context, found);
  });
}

/** Read by the student themselves; a guardian who looks changes nothing of it (PPL-14). */
export async function readFeedback(context: Context, id: string): Promise<MyFeedback> {
  return context.withTenant(async (tx) => {
    const found = await selectWork(tx, context, id, {});
    authorize(found.isOwn, 'submissions.create');
    const { student_id } = found.work;
    await queries.putFeedbackRead(tx, id, student_id, context.platform.clock.now().toISOString());
    return present(tx, context, found);
  });
}

async function tellStaff(
  tx: Transaction,
  context: Context,
  id: string,
  student_id: string,
  shown: readonly queries.CommentRow[],
): Promise<void> {
  const assignment = await selectOptionalAssignment(tx, id);
  if (!assignment) return;
  const is_anonymous = hidesNames(assignment);
  const user_ids = [
    ...new Set(shown.filter(({ is_by_student }) => !is_by_student).map(({ author_id }) => author_id)),
  ];
  const shown_id = shownId(context, id, is_anonymous, student_id);
  await tellCommenters(tx, context, assignment, { user_ids, student_id, is_anonymous, shown_id });
}

/** The student's own judgement by the same rubric; shown beside the teacher's (TCH-88). */
export async function putSelfAssessment(
  context: Context,
  id: string,
  input: { marks: RubricMarks; lock_version: number | null },
) {
  return context.withTenant(async (tx) => {
    const { work, isOwn, isOpen } = await selectWork(tx, context, id, {});
    authorize(isOwn && isOpen, 'submissions.create');
    if (!work.wants_self_assessment || work.rubric_id === null || work.posted_at !== null)
      throw new Problem('conflict');
    const rubric = await rubricOf(tx, context, work.rubric_id);
    const judged = checkedMarks(rubric, input.marks);
    const saved = await assessments.saveAssessment(tx, {
      id: newId(),
      course_id: work.course_id,
      assignment_id: id,
      student_id: work.student_id,
      rubric_id: rubric.id,
      kind: 'self',
      // Asked for with the work, so it counts for the attempt that is coming or has just been made.
      attempt: 0,
      assessor_id: work.student_id,
      marks: input.marks,
      is_accepted: false,
      is_complete: judged.is_complete,
      score: null,
      updated_at: context.platform.clock.now().toISOString(),
      lock_version: input.lock_version,
    });
    if (!saved) throw new Problem('version_conflict');
    return { marks: input.marks, lock_version: saved.lock_version };
  });
}

interface FoundWork {
  work: NonNullable<Awaited<ReturnType<typeof queries.selectOptionalOwnWork>>>;
  settings: ReturnType<typeof courseSettings>;
  isOwn: boolean;
  /** An archived course is for reading (TCH-04). */
  isOpen: boolean;
}

/** One's own, a linked student's, or any for the staff of the course, who see what the family sees (TCH-186). */
async function selectWork(
  tx: Transaction,
  context: Context,
  id: string,
  query: { student_id?: string | undefined },
): Promise<FoundWork> {
  const studentId = query.student_id ?? context.actor.user_id;
  const work = studentId ? await queries.selectOptionalOwnWork(tx, id, studentId) : undefined;
  if (!work) throw new Problem('not_found');
  const course = await selectReadableCourse(tx, context, work.course_id, 'submissions.read');
  const isOwn = work.student_id === context.actor.user_id;
  if (!isOwn) await requireFamilyOrStaff(tx, context, id, work.student_id);
  return { work, settings: courseSettings(course), isOwn, isOpen: isOpenCourse(course) };
}

async function requireFamilyOrStaff(tx: Transaction, context: Context, id: string, studentId: string) {
  const linked = context.actor.grants.get('submissions.read')?.linked === true;
  if (linked && (await linkedStudentIds(tx, context)).includes(studentId)) return;
  const { assignment } = await selectTaughtAssignment(
    tx,
    context,
    id,
    'submissions.read',
    'see_grades',
  ).catch((problem: unknown) => {
    // Somebody else's work is not there for students and guardians (TCH-64).
    throw problem instanceof Problem && problem.code === 'forbidden' ? new Problem('not_found') : problem;
  });
  if (hidesNames(assignment)) throw new Problem('not_found');
}

async function present(
  tx: Transaction,
  context: Context,
  { work, settings, isOwn, isOpen }: FoundWork,
): Promise<MyFeedback> {
  const { assignment_id, student_id, posted_at } = work;
  const isPosted = posted_at !== null;
  const showsRubric = work.rubric_id !== null && (isPosted || !work.is_rubric_hidden);
  const [comments, annotations, judged, read_at] = await Promise.all([
    queries.listShownComments(tx, assignment_id, student_id),
    queries.listShownAnnotations(tx, assignment_id, student_id),
    assessments.listAssessments(tx, assignment_id, student_id),
    queries.selectFeedbackRead(tx, assignment_id, student_id),
  ]);
  const told = comments.flatMap((row) => (row.is_by_student ? [] : (row.posted_at ?? row.created_at)));
  const is_unread = isUnread([...told, ...(posted_at ? [posted_at] : [])], read_at);
  const staff = isPosted ? judged.find(({ kind }) => kind === 'staff') : undefined;
  const own = judged.find(({ kind }) => kind === 'self');
  const rubricId = staff?.rubric_id ?? work.rubric_id;
  const rubric = showsRubric && rubricId ? await rubricOf(tx, context, rubricId) : null;
  return {
    assignment_id,
    posted_at,
    comments: comments.map((row) => ({
      id: row.id,
      attempt: row.attempt,
      is_by_student: row.is_by_student,
      body: row.body,
      created_at: row.created_at,
      author_name: displayName(row),
    })),
    annotations: annotations.map(({ id, attempt, file_id, page, kind, place, body }) => ({
      ...{ id, attempt, file_id, page, kind, body },
      place: place as Record<string, unknown>,
    })),
    rubric: rubric && {
      id: rubric.id,
      title: rubric.title,
      has_points: rubric.has_points,
      criteria: rubric.criteria,
    },
    assessment: staff
      ? { marks: staff.marks as unknown as RubricMarks, score: staff.score, attempt: staff.attempt }
      : null,
    self_assessment: own
      ? {
          marks: own.marks as unknown as RubricMarks,
          attempt: own.attempt,
          lock_version: own.lock_version,
        }
      : null,
    wants_self_assessment: work.wants_self_assessment && showsRubric,
    read_at,
    is_unread,
    can: {
      mark_read: isOwn && is_unread,
      reply:
        isOwn &&
        isOpen &&
        settings.students_may_reply &&
        comments.some(({ is_by_student }) => !is_by_student),
      self_assess: isOwn && isOpen && work.wants_self_assessment && work.rubric_id !== null && !isPosted,
    },
  };
}
