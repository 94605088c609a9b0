import { overrideOf } from '@k12/grading/cell-status';
import { deduct, latenessOf, penaltyOf } from '@k12/grading/lateness';
import type { Penalty } from '@k12/grading/types';
import type { GradeFacts } from './grade-facts.service.ts';
import { gradingPolicy, latePolicyOf, type WithLatePolicy } from './late-policy.rules.ts';
import type { CellGrade, CellRow, GradedAssignment } from './work-grades.queries.ts';

type Work = Pick<CellRow, 'student_id' | 'section_id' | 'due_at' | 'submitted_at'>;
type Policies = WithLatePolicy & Pick<GradedAssignment, 'has_automatic_labels' | 'is_extra_credit'>;
type Graded = Pick<CellGrade, 'grade_state' | 'status_override' | 'late_minutes_override'>;

/** What lateness takes off any score of this work; null: nothing (TCH-39). */
export function latePenalty(
  cell: Work,
  assignment: Policies,
  grade: Graded,
  facts: GradeFacts,
): Penalty | null {
  const policy = gradingPolicy(latePolicyOf(assignment, facts.settings));
  const work = {
    due_at: cell.due_at,
    official_at: cell.submitted_at,
    override: overrideOf(grade.status_override, grade.late_minutes_override),
    automatic_labels: assignment.has_automatic_labels,
  };
  const lateness = latenessOf(work, policy, facts.school(cell.section_id));
  return penaltyOf(lateness, policy, {
    is_extra_credit: assignment.is_extra_credit,
    is_excused: grade.grade_state === 'excused',
    no_late_penalty: facts.spared.has(cell.student_id),
  });
}

/** Entered score, what lateness costs, and what counts (TCH-39). */
export function withDeduction(
  cell: Work,
  assignment: GradedAssignment,
  grade: Graded & Pick<CellGrade, 'entered_score'>,
  facts: GradeFacts,
): Pick<CellGrade, 'deduction' | 'effective_score'> {
  if (grade.entered_score === null) return { deduction: '0', effective_score: null };
  const penalty = latePenalty(cell, assignment, grade, facts);
  const { deduction, score } = deduct(grade.entered_score, assignment.points_possible, penalty);
  return { deduction, effective_score: score };
}
