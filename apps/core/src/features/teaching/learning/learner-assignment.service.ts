import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import type { WorkAttempt } from '@k12/contracts/teaching/submissions';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { withPictureLinks } from '../../operations/files/pictures.service.ts';
import { refuseLockedAssignment } from '../module-progress/my-modules.service.ts';
import { loadGradeFacts } from '../student-work/grade-facts.service.ts';
import { withDeduction } from '../student-work/late-deduction.rules.ts';
import { latePolicyOf } from '../student-work/late-policy.rules.ts';
import { listGradedAssignments } from '../student-work/work-grades-records.service.ts';
import { dueOf, selectWorkOf } from '../submissions/own-work.service.ts';
import { presentAttempt } from '../submissions/present-work.service.ts';
import { listAttempts, selectOptionalWork } from '../submissions/submissions-records.service.ts';
import { type Learner, selectLearner } from './learner-access.service.ts';
import { attachmentsOf } from './learner-attachments.service.ts';
import { enrolledRows } from './learner-courses.service.ts';
import { presentWork, usualDue, workCourse } from './learner-work.service.ts';
import * as queries from './learning.queries.ts';

type Row = NonNullable<Awaited<ReturnType<typeof queries.selectOptionalLearnerWork>>>;

/** The whole page of one piece of work, for its student or a guardian (PPL-13). */
export async function getAssignment(
  context: Context,
  studentId: string,
  assignmentId: string,
): Promise<LearnerAssignment> {
  return context.readTenant(async (tx) =>
    assignmentOfLearner(tx, context, await selectLearner(tx, context, studentId), assignmentId),
  );
}

/** For features that have asked who may see it: the answer that this student, or their guardian, gets. */
export async function assignmentOfLearner(
  tx: Transaction,
  context: Context,
  { student_id, is_own }: Learner,
  assignmentId: string,
): Promise<LearnerAssignment> {
  const row = await queries.selectOptionalLearnerWork(tx, student_id, assignmentId);
  const enrolled = await enrolledRows(tx, context, student_id);
  const rows = enrolled.filter(({ id }) => id === row?.course_id);
  const [course] = workCourse(rows);
  const [place] = rows;
  if (!row || !course || !place) throw new Problem('not_found');
  const { course_id } = row;
  await refuseLockedAssignment(tx, context, { course_id, assignment_id: assignmentId, student_id });
  const now = context.platform.clock.now().toISOString();
  const dates = await queries.listUsualDates(tx, [assignmentId]);
  const { item } = presentWork(row, course, usualDue(row, course, dates), now);
  const isOpen = item.status !== 'not_open';
  if (!isOpen && course.settings.before_available === 'nothing') throw new Problem('not_found');
  const showsContent = isOpen && (is_own || course.settings.guardians_see_content);
  const instructions = row.instructions as LearnerAssignment['instructions'];
  return {
    ...item,
    instructions: showsContent ? await withPictureLinks(tx, context, instructions) : null,
    submission_types: row.submission_types,
    allowed_file_types: row.allowed_file_types,
    max_files: row.max_files,
    attempts_allowed: row.attempts_allowed,
    usual_due_at: item.is_extended ? usualDue(row, course, dates) : null,
    late_policy: await latePolicy(tx, context, row, place, now),
    standards: isOpen ? await standardsOf(tx, assignmentId) : [],
    attachments: showsContent ? await attachmentsOf(tx, assignmentId) : [],
    statistics: course.settings.shows_statistics ? await statisticsOf(tx, assignmentId) : null,
    ...(await workOf(tx, row, showsContent)),
    is_own,
  };
}

async function standardsOf(tx: Transaction, assignmentId: string): Promise<LearnerAssignment['standards']> {
  const rows = await queries.listStandards(tx, assignmentId);
  return rows.map(({ code, statement }) => ({ code: code ?? '', text: statement }));
}

/** A class this small would tell of single students (PPL-20). */
const fewestGraded = 8;

async function statisticsOf(tx: Transaction, assignmentId: string): Promise<LearnerAssignment['statistics']> {
  const { count, mean, lowest, highest } = await queries.selectPostedStatistics(tx, assignmentId);
  if (count < fewestGraded || mean === null || lowest === null || highest === null) return null;
  return { count, mean, lowest, highest };
}

/** What handing in costs once it is late, and what it would cost now (PPL-13). */
async function latePolicy(
  tx: Transaction,
  context: Context,
  row: Row,
  place: queries.EnrolledRow,
  now: string,
): Promise<LearnerAssignment['late_policy']> {
  const [assignment] = await listGradedAssignments(tx, row.course_id, [row.assignment_id]);
  if (!assignment) return null;
  const course = { ...place, id: row.course_id };
  const facts = await loadGradeFacts(tx, context, course, [assignment]);
  const policy = latePolicyOf(row, facts.settings);
  // Whose late work costs nothing is not told what it costs others (TCH-36).
  if (!policy || policy.deduction_percent === 0 || facts.spared.has(row.student_id)) return null;
  const { points_possible } = assignment;
  const full = { entered_score: points_possible, grade_state: 'graded' as const };
  const untouched = { status_override: null, late_minutes_override: null };
  const handedInNow = { ...row, submitted_at: now };
  const { deduction } = withDeduction(handedInNow, assignment, { ...full, ...untouched }, facts);
  return { ...policy, deduction_now: deduction === '0' ? null : deduction };
}

async function workOf(
  tx: Transaction,
  row: Row,
  showsContent: boolean,
): Promise<Pick<LearnerAssignment, 'submission_id' | 'attempts' | 'revision'>> {
  const work = await selectOptionalWork(tx, row.assignment_id, row.student_id);
  if (!work) return { submission_id: null, attempts: [], revision: null };
  const own = await selectWorkOf(tx, work);
  const { submission } = own;
  const attempts = submission ? await listAttempts(tx, submission.id) : [];
  const revision = submission?.revision_asked_at
    ? {
        note: submission.revision_note ?? '',
        asked_at: submission.revision_asked_at,
        due_at: submission.revision_due_at,
      }
    : null;
  const shown = attempts.map((attempt) => presentAttempt(attempt, dueOf(own)));
  return {
    submission_id: submission?.id ?? null,
    attempts: showsContent ? shown : shown.map(withoutContent),
    revision,
  };
}

function withoutContent(attempt: WorkAttempt): WorkAttempt {
  return { ...attempt, body: null, links: [], files: [] };
}
