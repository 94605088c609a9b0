import type { StudentTotal } from '@k12/contracts/teaching/gradebook';
import type { Context } from '../../../platform/context.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { listStudents, listTotals } from '../gradebook/gradebook-records.service.ts';
import { presentTotal } from '../gradebook/present-gradebook.rules.ts';

export async function listCourseTotals(
  context: Context,
  id: string,
  { grading_period_id }: { grading_period_id?: string | undefined },
): Promise<{ data: StudentTotal[] }> {
  return context.readTenant(async (tx) => {
    const { scope } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'see_grades');
    const students = await listStudents(tx, id, scope.section_ids);
    const shown = new Set(students.map(({ student_id }) => student_id));
    const rows = await listTotals(tx, id, null);
    const data = rows
      .filter((row) => shown.has(row.student_id) && row.grading_period_id === (grading_period_id ?? null))
      .map(presentTotal);
    return { data };
  });
}
