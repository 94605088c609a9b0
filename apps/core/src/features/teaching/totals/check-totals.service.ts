import type { Context } from '../../../platform/context.ts';
import * as queries from './totals.queries.ts';
import { recalculate } from './totals.service.ts';

/**
 * Adds up every course once more and compares with what is kept: a difference is a fault somewhere, so it is put right
 * and said aloud. Course by course, each in a transaction of its own.
 */
export async function checkTotals(context: Context): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await context.readTenant((tx) => queries.listLiveCourseIds(tx, after));
    for (const id of ids) await checkCourse(context, id);
    after = ids.at(-1) ?? null;
    if (after === null) return;
  }
}

async function checkCourse(context: Context, course_id: string): Promise<void> {
  const repaired_count = await context.withTenant(async (tx) => {
    const course = await queries.selectOptionalCourse(tx, course_id);
    return course ? recalculate(tx, context, course, null) : 0;
  });
  if (repaired_count === 0) return;
  const { tenant_id } = context.actor;
  context.platform.log.warn(
    { tenant_id, course_id, repaired_count },
    'kept totals differed and were repaired',
  );
}
