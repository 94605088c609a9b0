import type { Context } from '../../../platform/context.ts';
import { afterPosting } from './after-posting.service.ts';
import * as queries from './posting.queries.ts';

/** Grades whose minute is over, and those whose time has come: one path, each assignment by itself (TCH-80). */
export async function postDue(context: Context): Promise<void> {
  const now = context.platform.clock.now().toISOString();
  const due = await context.readTenant((tx) => queries.listDueAssignments(tx, now));
  for (const assignment_id of due)
    await context.withTenant(async (tx) => {
      const scope = { assignment_id, section_ids: null, student_ids: null };
      const posted = await queries.postCells(tx, scope, now, now);
      await queries.postFeedback(tx, assignment_id, posted, now);
      await afterPosting(tx, context, assignment_id, posted);
    });
}
