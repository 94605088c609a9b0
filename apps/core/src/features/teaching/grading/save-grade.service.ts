import type { GradeCell } from '@k12/contracts/teaching/gradebook';
import type { WorkGradePut } from '@k12/contracts/teaching/grading';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { personNamed } from '../../identity/users/names.service.ts';
import { type GradeSource, type GradeWrite, writeGrades } from '../student-work/work-grades.service.ts';
import { type GradedCell, selectGradedCell } from './graded-cell.service.ts';

export async function putWorkGrade(
  context: Context,
  params: { id: string; student_id: string },
  input: WorkGradePut,
): Promise<GradeCell> {
  return context.withTenant(async (tx) => {
    const graded = await selectGradedCell(tx, context, params, 'submissions.grade', 'enter_grades');
    return writeOne(tx, context, graded, 'typed', input);
  });
}

type Wish = Omit<GradeWrite, 'assignment_id' | 'student_id'>;

/** One cell through the one door; what it answers carries the id the caller knows the student by. */
export async function writeOne(
  tx: Transaction,
  context: Context,
  { course, cell, scope, shown_id }: GradedCell,
  source: GradeSource,
  wish: Wish,
): Promise<GradeCell> {
  const { assignment_id, student_id } = cell;
  const { section_ids } = scope;
  const { results } = await writeGrades(tx, context, {
    course,
    source,
    section_ids,
    cells: [{ ...wish, assignment_id, student_id }],
    spreads_to_group: true,
  });
  const result = results[0];
  const current = result?.cell ? { ...result.cell, student_id: shown_id } : null;
  if (result?.status === 'conflict') throw new Problem('version_conflict', { current });
  if (!current || result?.status !== 'saved') throw refusal(result?.code ?? 'not_found');
  return current;
}

function refusal(code: string): Problem {
  if (code === 'period_locked') return new Problem('period_locked');
  if (code === 'not_found' || code === 'not_assigned') return new Problem('not_found');
  return invalid('/entry', code, 'This cannot be a grade of this work.');
}

/** The cell as it is, without writing. */
export async function cellOf(tx: Transaction, { cell, shown_id }: GradedCell): Promise<GradeCell> {
  return {
    assignment_id: cell.assignment_id,
    student_id: shown_id,
    entry: cell.entry,
    entered_score: cell.entered_score,
    deduction: cell.deduction,
    effective_score: cell.effective_score,
    state: cell.grade_state,
    status_override: cell.status_override,
    late_minutes_override: cell.late_minutes_override,
    is_posted: cell.posted_at !== null,
    grade_version: cell.grade_version,
    graded_by: await personNamed(tx, cell.graded_by),
    graded_at: cell.graded_at,
  };
}
