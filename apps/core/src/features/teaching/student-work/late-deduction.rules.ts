import { overrideOf } from '@k12/grading/cell-status';
import { deduct, latenessOf, penaltyOf } from '@k12/grading/lateness';
import type { GradeFacts } from './grade-facts.service.ts';
import { gradingPolicy, latePolicyOf } from './late-policy.rules.ts';
import type { CellGrade, CellRow, GradedAssignment } from './work-grades.queries.ts';

type Graded = Pick<CellGrade, 'entered_score' | 'grade_state' | 'status_override' | 'late_minutes_override'>;

/** Entered score, what lateness costs, and what counts (TCH-39). */
export function withDeduction(
  cell: Pick<CellRow, 'student_id' | 'section_id' | 'due_at' | 'submitted_at'>,
  assignment: GradedAssignment,
  grade: Graded,
  facts: GradeFacts,
): Pick<CellGrade, 'deduction' | 'effective_score'> {
  if (grade.entered_score === null) return { deduction: '0', effective_score: null };
  const policy = gradingPolicy(latePolicyOf(assignment, facts.settings));
  const work = {
    due_at: cell.due_at,
    official_at: cell.submitted_at,
    override: overrideOf(grade.status_override, grade.late_minutes_override),
    automatic_labels: assignment.has_automatic_labels,
  };
  const lateness = latenessOf(work, policy, facts.school(cell.section_id));
  const penalty = penaltyOf(lateness, policy, {
    is_extra_credit: assignment.is_extra_credit,
    is_excused: grade.grade_state === 'excused',
    no_late_penalty: facts.spared.has(cell.student_id),
  });
  const { deduction, score } = deduct(grade.entered_score, assignment.points_possible, penalty);
  return { deduction, effective_score: score };
}
