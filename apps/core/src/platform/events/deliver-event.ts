import type { Transaction } from '@k12/db';
import type { Context } from '../context.ts';
import { PermanentFailure } from '../jobs/define-job.ts';
import type { DomainEvent } from './event-subscribers.ts';

/** Delivers one event to one subscriber. The delivery is noted in the subscriber's own transaction: once in effect. */
export async function deliverEvent(
  context: Context,
  { event_id, subscriber: name }: { event_id: string; subscriber: string },
): Promise<void> {
  const subscriber = context.platform.events.named(name);
  // Not permanent: during a deployment the newer worker knows it.
  if (!subscriber) throw new Error(`Nobody is subscribed as ${name}`);
  await context.withTenant(async (tx) => {
    const event = await selectEvent(tx, event_id);
    if (!event) throw new PermanentFailure('The event is gone');
    const delivered_at = context.platform.clock.now().toISOString();
    if (await noteDelivery(tx, { event_id, subscriber: name, delivered_at })) {
      await subscriber.handle(tx, context, event);
    }
  });
}

async function selectEvent(tx: Transaction, id: string): Promise<DomainEvent | undefined> {
  const row = await tx
    .selectFrom('domain_events')
    .select(['id', 'name', 'payload', 'occurred_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, payload: row.payload as DomainEvent['payload'] };
}

/** False when it was delivered before; a second delivery under way waits here until the first has ended. */
async function noteDelivery(
  tx: Transaction,
  delivery: { event_id: string; subscriber: string; delivered_at: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('event_deliveries')
    .values(delivery)
    .onConflict((conflict) => conflict.doNothing())
    .returning('event_id')
    .executeTakeFirst();
  return row !== undefined;
}
