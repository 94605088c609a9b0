import { newId, type Transaction } from '@k12/db';
import type { Context } from '../context.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { deliverEventJob } from './event.jobs.ts';

/** Domain events carry ids only; a rolled-back change leaves no event. Subscribers hear of it after the commit. */
export async function publishEvent(
  tx: Transaction,
  context: Context,
  name: string,
  payload: Record<string, string | number | boolean | null>,
): Promise<void> {
  const id = newId();
  const occurred_at = context.platform.clock.now().toISOString();
  await tx
    .insertInto('domain_events')
    .values({ id, name, payload: JSON.stringify(payload), occurred_at })
    .execute();
  for (const subscriber of context.platform.events.of(name)) {
    await enqueue(tx, context, deliverEventJob, { event_id: id, subscriber: subscriber.name });
  }
}
