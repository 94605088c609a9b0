import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import { expectsWork } from '@k12/grading/missing';
import { latePolicyOf } from '../student-work/late-policy.rules.ts';
import type { ColumnRow } from './gradebook.queries.ts';

/** What of a column decides what its cells are called (`cellStatus`). */
export function statusColumn(column: ColumnRow, settings: Pick<CourseSettings, 'late_policy'>) {
  return {
    due_at: column.due_at,
    late_policy: latePolicyOf(column, settings),
    expects_submission: expectsWork(column),
    has_automatic_labels: column.has_automatic_labels,
  };
}
