import type { Context, Platform } from '../../../platform/context.ts';
import { publishNow } from './assignment-states.service.ts';
import * as queries from './assignments.queries.ts';

const perRound = 100;

export function tenantsWithDueAssignments({ db, clock }: Platform): Promise<string[]> {
  return db.asJob('find assignments to publish', (tx) =>
    queries.listTenantsToPublish(tx, clock.now().toISOString()),
  );
}

/** What was to be published by now, in the order it was to be; each once, whoever runs this beside (TCH-20). */
export async function publishScheduled(context: Context): Promise<void> {
  for (;;) {
    const published = await context.withTenant(async (tx) => {
      const now = context.platform.clock.now().toISOString();
      const due = await queries.listDueToPublish(tx, now, perRound);
      for (const { id, course_id, school_id } of due) {
        await publishNow(tx, context, { id, course: { id: course_id, school_id }, published_at: null });
      }
      return due.length;
    });
    if (published < perRound) return;
  }
}
