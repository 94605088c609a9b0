import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import type { ImportFault } from './import-problems.ts';

export type ImportRow = Awaited<ReturnType<typeof selectImport>>;
export type ProblemRow = Awaited<ReturnType<typeof listProblems>>[number];

const running = ['waiting', 'reading', 'applying'] as const;

export async function selectImport(tx: Transaction, id: string) {
  const row = await tx.selectFrom('standard_imports').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export function listImports(
  tx: Transaction,
  visible: { created_by: string | null; schools: 'all' | string[] },
  limit: number,
  after: Position,
) {
  let rows = tx
    .selectFrom('standard_imports')
    .selectAll()
    .limit(limit + 1);
  if (visible.schools !== 'all') {
    const { schools } = visible;
    rows = rows.where((eb) =>
      eb.or([
        eb('created_by', '=', visible.created_by ?? ''),
        ...(schools.length > 0 ? [eb('school_id', 'in', schools)] : []),
      ]),
    );
  }
  return inOrderAfter(rows, ['created_at', 'id'], after, 'desc').execute();
}

interface NewImport {
  id: string;
  file_id: string;
  file_name: string;
  format: 'case' | 'csv';
  framework_id: string | null;
  framework_identifier: string | null;
  school_id: string | null;
  corrects_import_id: string | null;
  title: string | null;
  document_identifier: string | null;
  mapping: string | null;
  created_by: string;
  created_at: string;
}

export function createImport(tx: Transaction, row: NewImport) {
  return tx
    .insertInto('standard_imports')
    .values({ ...row, updated_at: row.created_at })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface ImportChanges {
  state?: ImportRow['state'];
  framework_id?: string | null;
  framework_identifier?: string | null;
  title?: string | null;
  document_identifier?: string | null;
  mapping?: string | null;
  columns?: string | null;
  documents?: string;
  counts?: string;
  fault?: string | null;
  done_count?: number;
  total_count?: number;
  finished_at?: string | null;
  updated_at: string;
}

/** Undefined when the import is no longer in one of these states: somebody gave it up meanwhile. */
export function updateImport(
  tx: Transaction,
  id: string,
  states: readonly ImportRow['state'][],
  changes: ImportChanges,
) {
  return tx
    .updateTable('standard_imports')
    .set(changes)
    .where('id', '=', id)
    .where('state', 'in', states)
    .returningAll()
    .executeTakeFirst();
}

/** A worker that died leaves its import running; after this time it no longer stands in the way. */
export async function failAbandonedImports(tx: Transaction, before: string, now: string): Promise<void> {
  await tx
    .updateTable('standard_imports')
    .set({ state: 'failed', fault: 'The import was interrupted.', finished_at: now, updated_at: now })
    .where('state', 'in', running)
    .where('updated_at', '<', before)
    .execute();
}

const chunk = 500;

export async function replaceProblems(
  tx: Transaction,
  importId: string,
  faults: readonly ImportFault[],
): Promise<void> {
  await tx.deleteFrom('standard_import_problems').where('import_id', '=', importId).execute();
  for (let from = 0; from < faults.length; from += chunk) {
    const rows = faults.slice(from, from + chunk).map((fault, at) => ({
      import_id: importId,
      number: from + at,
      severity: fault.severity,
      code: fault.code,
      place: fault.place,
      line: fault.line ?? null,
      column_name: fault.column ?? null,
      identifier: fault.identifier ?? null,
      value: fault.value === undefined ? null : String(fault.value),
      detail: fault.detail,
    }));
    await tx.insertInto('standard_import_problems').values(rows).execute();
  }
}

export function listProblems(
  tx: Transaction,
  importId: string,
  query: { severity?: 'error' | 'note' | undefined; limit: number },
  after: number,
) {
  let rows = tx
    .selectFrom('standard_import_problems')
    .selectAll()
    .where('import_id', '=', importId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(query.limit);
  if (query.severity) rows = rows.where('severity', '=', query.severity);
  return rows.execute();
}

/** Where the rows stand that an import left out. */
export async function listBadPlaces(tx: Transaction, importId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('standard_import_problems')
    .select('place')
    .where('import_id', '=', importId)
    .where('severity', '=', 'error')
    .execute();
  return rows.map(({ place }) => place);
}

/** One import of a framework at a time, whatever its process: waits for the one that holds it. */
export async function lockFramework(tx: Transaction, frameworkId: string): Promise<void> {
  await sql`
    select id from standard_frameworks
    where tenant_id = app.current_tenant() and id = ${frameworkId}::uuid for update`.execute(tx);
}
