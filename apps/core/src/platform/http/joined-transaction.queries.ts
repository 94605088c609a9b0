import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export async function beginPart(tx: Transaction): Promise<void> {
  await sql`savepoint part`.execute(tx);
}

export async function keepPart(tx: Transaction): Promise<void> {
  await sql`release savepoint part`.execute(tx);
}

export async function undoPart(tx: Transaction): Promise<void> {
  await sql`rollback to savepoint part`.execute(tx);
}
