import type {
  RubricAssessment,
  RubricAssessmentPut,
  RubricMarks,
} from '@k12/contracts/teaching/rubric-assessments';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { markUsed, rubricOf } from '../rubrics/rubrics.service.ts';
import { type GradedCell, ownUserId, selectGradedCell } from './graded-cell.service.ts';
import * as queries from './rubric-assessments.queries.ts';
import { checkedMarks } from './rubric-assessments.rules.ts';
import { cellOf, writeOne } from './save-grade.service.ts';

/** Judging and the score it makes are one act: both are saved, or neither. */
export async function putRubricAssessment(
  context: Context,
  params: { id: string; student_id: string },
  input: RubricAssessmentPut,
) {
  const assessor_id = ownUserId(context);
  return context.withTenant(async (tx) => {
    const graded = await selectGradedCell(tx, context, params, 'rubric_scores.write', 'enter_grades');
    const { assignment, cell } = graded;
    const rubric = await usableRubric(tx, context, graded, input.rubric_id);
    const { marks, is_accepted = false } = input;
    const use = assignment.rubric_use;
    const judged = checkedMarks(rubric, marks, { accepted: is_accepted, use });
    const now = context.platform.clock.now().toISOString();
    const attempt = input.attempt ?? cell.attempts_count;
    const saved = await queries.saveAssessment(tx, {
      id: newId(),
      course_id: assignment.course_id,
      assignment_id: cell.assignment_id,
      student_id: cell.student_id,
      rubric_id: rubric.id,
      kind: 'staff',
      attempt,
      assessor_id,
      marks,
      is_accepted,
      is_complete: judged.is_complete,
      score: judged.total,
      updated_at: now,
      lock_version: input.lock_version,
    });
    if (!saved) throw new Problem('version_conflict', { current: await currentOf(tx, graded, rubric.id) });
    await markUsed(tx, rubric.id, now);
    const { course_id, id: assignment_id } = assignment;
    await publishEvent(tx, context, 'rubric_assessment.saved', { course_id, assignment_id });
    const isWithoutPoints = judged.is_complete && !rubric.has_points && use === 'grades';
    const filled = { score: judged.score, isWithoutPoints, use_score: input.use_score === true };
    const written = await fillScore(tx, context, graded, filled);
    const assessment = await currentOf(tx, graded, rubric.id, attempt);
    if (!assessment) throw new Error('What was just judged is not there');
    return { assessment, cell: written };
  });
}

/** A complete rubric fills the score; what was typed stays until somebody says otherwise (TCH-86). */
async function fillScore(
  tx: Transaction,
  context: Context,
  graded: GradedCell,
  judged: { score: string | null; isWithoutPoints: boolean; use_score: boolean },
) {
  const { cell } = graded;
  const isTyped = cell.grade_state !== 'none' && cell.grade_source !== 'rubric';
  const shown = () => cellOf(tx, graded);
  if (isTyped && !judged.use_score) return shown();
  // Levels alone are a grade as well: it is posted and hidden like one, and then speaks for its standards (TCH-87).
  if (judged.isWithoutPoints) {
    return writeOne(tx, context, graded, 'rubric', { score: null, state: 'graded', grade_version: null });
  }
  if (judged.score === null) {
    // No longer complete: the score it had made goes with it.
    if (cell.grade_source !== 'rubric' || cell.grade_state === 'none') return shown();
    return writeOne(tx, context, graded, 'rubric', { score: null, grade_version: null });
  }
  return writeOne(tx, context, graded, 'rubric', { score: judged.score, grade_version: null });
}

/** The rubric of the assignment, or the earlier version that this very work was judged by (TCH-85). */
async function usableRubric(tx: Transaction, context: Context, graded: GradedCell, rubricId: string) {
  const { assignment, cell } = graded;
  if (assignment.rubric_id !== rubricId) {
    const judged = await queries.listAssessments(tx, cell.assignment_id, cell.student_id);
    if (!judged.some(({ rubric_id }) => rubric_id === rubricId)) throw new Problem('not_found');
  }
  return rubricOf(tx, context, rubricId);
}

async function currentOf(
  tx: Transaction,
  { cell }: GradedCell,
  rubricId: string,
  attempt?: number,
): Promise<RubricAssessment | null> {
  const rows = await queries.listAssessments(tx, cell.assignment_id, cell.student_id);
  const row = rows.find(
    (one) =>
      one.kind === 'staff' &&
      one.rubric_id === rubricId &&
      (attempt === undefined || one.attempt === attempt),
  );
  return row ? presentAssessment(row) : null;
}

export function presentAssessment(row: queries.AssessmentRow): RubricAssessment {
  return {
    id: row.id,
    rubric_id: row.rubric_id,
    attempt: row.attempt,
    marks: row.marks as unknown as RubricMarks,
    is_complete: row.is_complete,
    is_accepted: row.is_accepted,
    score: row.score,
    assessor: { id: row.assessor_id, name: displayName(row) },
    updated_at: row.updated_at,
    lock_version: row.lock_version,
  };
}
