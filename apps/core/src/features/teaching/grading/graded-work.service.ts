import type { GradedWork } from '@k12/contracts/teaching/grading';
import type { Rubric } from '@k12/contracts/teaching/rubrics';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { personNamed } from '../../identity/users/names.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { linkMarks } from '../../operations/files/files.service.ts';
import { annotationsOf } from '../annotations/annotations.service.ts';
import { commentsOf } from '../feedback/feedback.service.ts';
import { previewsOf } from '../previews/previews.service.ts';
import { newestVersionOf, rubricOf } from '../rubrics/rubrics.service.ts';
import { type GradedCell, selectGradedCell, shownId } from './graded-cell.service.ts';
import * as queries from './grading.queries.ts';
import { selectOptionalHold } from './holds.queries.ts';
import { holdsSince } from './holds.service.ts';
import { filesOf, presentAttempt } from './present-attempt.rules.ts';
import { type AssessmentRow, listAssessments } from './rubric-assessments.queries.ts';
import { presentAssessment } from './rubric-assessments.service.ts';
import { cellOf } from './save-grade.service.ts';

/** Everything about one work at once: the page of the next student is one request (TCH-68, TCH-71). */
export async function getGradedWork(
  context: Context,
  params: { id: string; student_id: string },
): Promise<GradedWork> {
  return context.readTenant(async (tx) => {
    const graded = await selectGradedCell(tx, context, params);
    const { assignment, cell, is_anonymous } = graded;
    const [attempts, judged, comments, annotations, holder, number, grade, group] = await Promise.all([
      queries.listAttempts(tx, cell.submission_id),
      listAssessments(tx, cell.assignment_id, cell.student_id),
      commentsOf(tx, context, cell, is_anonymous),
      annotationsOf(tx, context, cell),
      holderOf(tx, context, graded),
      is_anonymous ? numberOf(tx, context, graded) : null,
      cellOf(tx, graded),
      groupOf(tx, graded),
    ]);
    const previews = await previewsOf(
      tx,
      attempts.flatMap((attempt) => filesOf(attempt).map(({ file_id }) => file_id)),
    );
    const shown = { previews, marksOf: (fileId: string) => linkMarks(context, fileId) };
    const staff = judged.filter(({ kind }) => kind === 'staff');
    const { rubric, newer_rubric_id, assessment } = await rubricFor(tx, context, assignment.rubric_id, staff);
    const self = judged.find(({ kind }) => kind === 'self');
    return {
      assignment_id: assignment.id,
      student: {
        student_id: graded.shown_id,
        name: is_anonymous ? null : displayName(cell),
        first_name: is_anonymous ? null : (cell.preferred_name ?? cell.given_name),
        number,
      },
      group,
      cell: grade,
      has_new_work: cell.has_new_work,
      submission_id: is_anonymous ? null : cell.submission_id,
      submission_state: cell.submission_state,
      due_at: cell.due_at,
      submitted_at: cell.submitted_at,
      late_seconds: cell.late_seconds,
      posts_at: cell.posts_at,
      posted_at: cell.posted_at,
      attempts: attempts.map((attempt) => presentAttempt(attempt, graded, shown)),
      rubric,
      newer_rubric_id,
      assessment: assessment ? presentAssessment(assessment) : null,
      self_assessment: self ? { ...presentAssessment(self), ...hiddenAssessor(is_anonymous) } : null,
      comments,
      annotations,
      held_by: holder,
    };
  });
}

/** With whom it was done, so that nobody grades one and means one (TCH-46). */
async function groupOf(tx: Transaction, graded: GradedCell): Promise<GradedWork['group']> {
  const { assignment, cell, is_anonymous, scope } = graded;
  if (assignment.group_set_id === null || is_anonymous) return null;
  const rows = await queries.listGroupOf(tx, assignment.group_set_id, cell, scope.section_ids);
  const [first] = rows;
  if (!first) return null;
  return {
    name: first.group_name,
    others: rows.flatMap((row) => (row.id === null ? [] : [{ id: row.id, name: displayName(row) }])),
    shares_grade: assignment.group_grading === 'one',
  };
}

function hiddenAssessor(isAnonymous: boolean) {
  return isAnonymous ? { assessor: { id: '00000000-0000-8000-8000-000000000000', name: '' } } : {};
}

/** Judged work keeps the version it was judged by; a newer one is a choice (TCH-85). */
async function rubricFor(
  tx: Transaction,
  context: Context,
  rubricId: string | null,
  staff: readonly AssessmentRow[],
): Promise<{ rubric: Rubric | null; newer_rubric_id: string | null; assessment: AssessmentRow | undefined }> {
  if (rubricId === null) return { rubric: null, newer_rubric_id: null, assessment: undefined };
  const assessment = staff.find(({ rubric_id }) => rubric_id === rubricId) ?? staff[0];
  const rubric = await rubricOf(tx, context, assessment?.rubric_id ?? rubricId);
  const newest = rubric.is_newest ? null : await newestVersionOf(tx, rubric.rubric_key);
  return { rubric, newer_rubric_id: newest, assessment };
}

async function holderOf(tx: Transaction, context: Context, { cell }: GradedCell) {
  const since = holdsSince(context);
  const hold = await selectOptionalHold(tx, cell.assignment_id, cell.student_id, since);
  if (!hold || hold.user_id === context.actor.user_id) return null;
  return personNamed(tx, hold.user_id);
}

/** "Student 7": the place among the aliases, which says nothing of names and stays the same. */
async function numberOf(tx: Transaction, context: Context, { assignment, shown_id }: GradedCell) {
  const ids = await queries.listStudentIds(tx, assignment.id);
  const aliases = ids.map((id) => shownId(context, assignment.id, true, id)).sort();
  return aliases.indexOf(shown_id) + 1;
}
