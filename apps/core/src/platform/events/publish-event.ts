import { newId, type Transaction } from '@k12/db';
import type { Context } from '../context.ts';

/** Domain events carry ids only; a rolled-back change leaves no event. */
export async function publishEvent(
  tx: Transaction,
  context: Context,
  name: string,
  payload: Record<string, string | number | boolean | null>,
): Promise<void> {
  await tx
    .insertInto('domain_events')
    .values({
      id: newId(),
      name,
      payload: JSON.stringify(payload),
      occurred_at: context.platform.clock.now().toISOString(),
    })
    .execute();
}
