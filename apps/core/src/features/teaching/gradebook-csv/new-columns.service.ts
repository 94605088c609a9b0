import type { GradebookImportApply } from '@k12/contracts/teaching/gradebook-csv';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import { joinTransaction } from '../../../platform/http/joined-transaction.ts';
import { publishAssignment } from '../assignments/assignment-states.service.ts';
import { createAssignment } from '../assignments/assignments.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import type { GradeWrite } from '../student-work/work-grades.service.ts';
import type { UnknownCell } from './import-plan.rules.ts';
import { unmasked } from './sheet-table.rules.ts';

type Wanted = NonNullable<GradebookImportApply['create_columns']>;

/** Columns of the file become assignments that nothing is handed in for; their grades follow as all others (TCH-131). */
export async function createColumns(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  wanted: Wanted,
  known: readonly UnknownCell[],
): Promise<{ assignment_ids: string[]; writes: GradeWrite[] }> {
  const joined = joinTransaction(context, tx);
  const assignment_ids: string[] = [];
  const writes: GradeWrite[] = [];
  for (const [at, { column, points, category_id }] of wanted.entries()) {
    const cells = known.filter((cell) => cell.column === column);
    if (cells.length === 0)
      throw invalid(`/create_columns/${at}/column`, 'unknown', 'The file has no such column with grades.');
    const { id } = await createAssignment(joined, course.id, {
      ...{ title: unmasked(column).slice(0, 200), category_id, points_possible: points },
      submission_types: ['paper'],
    });
    await publishAssignment(joined, id, { accept_warnings: true });
    assignment_ids.push(id);
    for (const { student_id, after } of cells)
      writes.push({ assignment_id: id, student_id, grade_version: null, entry: after });
  }
  return { assignment_ids, writes };
}
