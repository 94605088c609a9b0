import type { Transaction } from '@k12/db';

export async function selectCourseOfModule(tx: Transaction, moduleId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('modules')
    .select('course_id')
    .where('id', '=', moduleId)
    .executeTakeFirst();
  return row?.course_id;
}
