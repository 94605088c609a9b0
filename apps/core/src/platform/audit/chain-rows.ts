import type { DatabaseHandle, Transaction } from '@k12/db';
import { sql } from 'kysely';

export interface ChainRow {
  number: number;
  event_id: string;
  hash: Buffer;
}

/** Two appenders would fork the chain; the second waits. Requests never come here (PRV-122). */
export async function lockChain(tx: Transaction, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit chain ${tenantId}`}, 0))`.execute(tx);
}

export function selectLastOfChain(tx: Transaction): Promise<ChainRow | undefined> {
  return tx
    .selectFrom('audit_chain')
    .select(['number', 'event_id', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function selectNewestChained(tx: Transaction): Promise<string | undefined> {
  const newest = tx.selectFrom('audit_chain').select('event_id').orderBy('event_id', 'desc').limit(1);
  return (await newest.executeTakeFirst())?.event_id;
}

/** Events without a number; their ids are ordered by time. */
export function listUnnumbered(tx: Transaction, afterId: string, limit: number) {
  return tx
    .selectFrom('audit_events as e')
    .leftJoin('audit_chain as c', 'c.event_id', 'e.id')
    .selectAll('e')
    .where('e.id', '>', afterId)
    .where('c.event_id', 'is', null)
    .orderBy('e.id')
    .limit(limit)
    .execute();
}

export async function isAnyUnnumberedBefore(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('audit_events as e')
    .leftJoin('audit_chain as c', 'c.event_id', 'e.id')
    .select('e.id')
    .where('e.id', '<', id)
    .where('c.event_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function appendToChain(
  tx: Transaction,
  rows: (ChainRow & { chained_at: string })[],
): Promise<void> {
  await tx.insertInto('audit_chain').values(rows).execute();
}

/** The chain with its events; an event that is gone comes as nulls. */
export function listChain(tx: Transaction, afterNumber: number, limit: number) {
  return tx
    .selectFrom('audit_chain as c')
    .leftJoin('audit_events as e', 'e.id', 'c.event_id')
    .selectAll('e')
    .select(['c.number', 'c.event_id', 'c.hash'])
    .where('c.number', '>', afterNumber)
    .orderBy('c.number')
    .limit(limit)
    .execute();
}

export function listClosings(tx: Transaction) {
  return tx.selectFrom('audit_closings').selectAll().orderBy('number').execute();
}

export async function createClosing(
  tx: Transaction,
  closing: { number: number; hash: Buffer; signature: Buffer; closed_at: string },
): Promise<void> {
  await tx
    .insertInto('audit_closings')
    .values(closing)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'number']).doNothing())
    .execute();
}

/** Tenants whose newest event has no number yet: two index look-ups for each tenant, in one statement. */
export async function listTenantsToNumber(db: DatabaseHandle): Promise<string[]> {
  const rows = await db.asJob('find tenants with new audit events', (tx) =>
    tx
      .selectFrom('tenants as t')
      .innerJoinLateral(
        (from) =>
          from
            .selectFrom('audit_events as e')
            .select('e.id')
            .whereRef('e.tenant_id', '=', 't.id')
            .orderBy('e.id', 'desc')
            .limit(1)
            .as('newest'),
        (join) => join.onTrue(),
      )
      .leftJoin('audit_chain as c', (join) =>
        join.onRef('c.tenant_id', '=', 't.id').onRef('c.event_id', '=', 'newest.id'),
      )
      .select('t.id')
      .where('c.event_id', 'is', null)
      .execute(),
  );
  return rows.map((row) => row.id);
}
