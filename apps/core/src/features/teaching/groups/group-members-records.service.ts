import type { Transaction } from '@k12/db';
import * as queries from './groups.queries.ts';

/** What other features write of these tables; they have asked who may before they come here. */
export { leaveGroupsOfCourse } from './groups.queries.ts';

/** Back into the groups left at an instant; when somebody was away stays readable (TCH-10). */
export async function returnToGroups(
  tx: Transaction,
  courseId: string,
  studentId: string,
  { left_at, now }: { left_at: string; now: string },
): Promise<void> {
  for (const { group_set_id, group_id } of await queries.listGroupsLeft(tx, courseId, studentId, left_at)) {
    await queries.joinGroups(tx, group_set_id, [{ group_id, student_id: studentId }], now);
  }
}
