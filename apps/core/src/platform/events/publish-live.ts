import type { LiveEvent } from '@k12/contracts/communication/notifications';
import { newId, type Transaction } from '@k12/db';
import { publishOnCommit } from '../cache/postgres-bus.ts';
import type { Context } from '../context.ts';

/** Who is told: these people, everybody of a school, or everybody of the tenant. */
export type Audience = { user_ids: string[] } | { school_id: string } | 'everybody';

/** The topic under which processes tell each other that a tenant has news. */
export const liveTopic = 'live';

/** Tells open pages, once the transaction is committed. Ids and versions only: each page reads what it may see. */
export async function publishLive(
  tx: Transaction,
  context: Context,
  event: LiveEvent,
  to: Audience,
): Promise<void> {
  const base = { name: event.name, details: JSON.stringify(event.details) };
  const rows = audienceColumns(to).map((columns) => ({ id: newId(), ...base, ...columns }));
  if (rows.length === 0) return;
  await Promise.all([
    tx.insertInto('live_events').values(rows).execute(),
    publishOnCommit(tx, liveTopic, context.actor.tenant_id),
  ]);
}

/** For services whose records are open in several browsers at once. */
export function publishRecordChanged(
  tx: Transaction,
  context: Context,
  record: { type: string; id: string; lock_version: number },
  to: Audience,
): Promise<void> {
  return publishLive(tx, context, { name: 'record_changed', details: record }, to);
}

function audienceColumns(to: Audience): { user_id: string | null; school_id: string | null }[] {
  if (to === 'everybody') return [{ user_id: null, school_id: null }];
  if ('school_id' in to) return [{ user_id: null, school_id: to.school_id }];
  return to.user_ids.map((user_id) => ({ user_id, school_id: null }));
}
