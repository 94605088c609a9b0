import type { Database, Transaction } from '@k12/db';
import type { Insertable } from 'kysely';

/** PostgreSQL takes at most 65,535 parameters in one statement; 400 rows stay far below it. */
const rowsPerStatement = 400;

export async function insertRows<T extends keyof Database & string>(
  tx: Transaction,
  table: T,
  rows: Insertable<Database[T]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + rowsPerStatement) as never)
      .execute();
  }
}
