import type { CoursePart } from '@k12/contracts/teaching/course-copy';
import type { Context } from '../../../platform/context.ts';
import { copyContent } from './copy-content.service.ts';
import * as queries from './course-copy.queries.ts';
import { schoolDaysOf } from './shift-dates.service.ts';

/** All of it or nothing: a copy that stopped half way begins anew (TCH-02). */
export async function runCopy(context: Context, id: string): Promise<void> {
  await context.withTenant((tx) => queries.updateCopy(tx, id, { state: 'running' }));
  await context.withTenant(async (tx) => {
    const copy = await queries.selectOptionalCopy(tx, id);
    if (!copy || copy.state === 'done') return;
    const [from, to] = await Promise.all([
      queries.selectPlace(tx, copy.source_course_id),
      queries.selectPlace(tx, copy.course_id),
    ]);
    const now = context.platform.clock.now().toISOString();
    const { count, skipped } = await copyContent(tx, {
      tenant_id: context.actor.tenant_id,
      from: copy.source_course_id,
      to: copy.course_id,
      parts: copy.parts as CoursePart[],
      by: copy.shift_school_days,
      from_days: await schoolDaysOf(tx, from.school_id, from.academic_year_id),
      to_days: await schoolDaysOf(tx, to.school_id, to.academic_year_id),
      now,
      requested_by: copy.requested_by,
    });
    const done = { state: 'done' as const, done_count: count, total_count: count, finished_at: now };
    await queries.updateCopy(tx, id, { ...done, skipped: JSON.stringify(skipped) });
  });
}
