import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** The schema that holds the extension; undefined where it is not installed. */
export async function selectStatementsSchema(tx: Transaction): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select space.nspname as name from pg_extension as extension
    join pg_namespace as space on space.oid = extension.extnamespace
    where extension.extname = 'pg_stat_statements'`.execute(tx);
  return rows[0]?.name;
}

export interface StatementRow {
  query: string | null;
  calls: number;
  mean_ms: number;
  max_ms: number;
  total_ms: number;
  rows: number;
}

/** Of this database alone: others on the server are nobody's business here. */
export async function listStatements(
  tx: Transaction,
  schema: string,
  by: 'mean' | 'total',
  limit: number,
): Promise<StatementRow[]> {
  const order = sql.ref(by === 'mean' ? 'mean_exec_time' : 'total_exec_time');
  const { rows } = await sql<StatementRow>`
    select query, calls::float8 as calls, mean_exec_time as mean_ms, max_exec_time as max_ms,
      total_exec_time as total_ms, rows::float8 as rows
    from ${sql.id(schema, 'pg_stat_statements')}
    where dbid = (select oid from pg_database where datname = current_database())
    order by ${order} desc limit ${limit}`.execute(tx);
  return rows;
}

export async function resetStatements(tx: Transaction, schema: string): Promise<void> {
  await sql`
    select ${sql.id(schema, 'pg_stat_statements_reset')}(
      0::oid, (select oid from pg_database where datname = current_database()), 0)`.execute(tx);
}
