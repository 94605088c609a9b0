import type { UserImportRowStatus } from '@k12/contracts/identity/user-imports';
import type { Transaction } from '@k12/db';
import type { JudgedRow } from './judge-rows.rules.ts';

export interface NewImport {
  id: string;
  requested_by: string;
  chosen_school_id: string | null;
  file_name: string;
  header: string;
  mapping: string;
  role_id: string | null;
  school_id: string | null;
  created_at: string;
  expires_at: string;
}

export function createImport(tx: Transaction, row: NewImport) {
  return tx.insertInto('user_imports').values(row).returningAll().executeTakeFirstOrThrow();
}

export type ImportRow = Awaited<ReturnType<typeof createImport>>;

export function selectOptionalImport(tx: Transaction, id: string) {
  return tx.selectFrom('user_imports').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface ImportChanges {
  state?: ImportRow['state'];
  mapping?: string;
  role_id?: string | null;
  school_id?: string | null;
  finished_at?: string;
}

/** Undefined when the import is no longer in this state. */
export function updateImport(tx: Transaction, id: string, from: ImportRow['state'], changes: ImportChanges) {
  return tx
    .updateTable('user_imports')
    .set(changes)
    .where('id', '=', id)
    .where('state', '=', from)
    .returningAll()
    .executeTakeFirst();
}

const rowsPerInsert = 1_000;

export async function replaceRows(
  tx: Transaction,
  importId: string,
  rows: readonly JudgedRow[],
): Promise<void> {
  await tx.deleteFrom('user_import_rows').where('import_id', '=', importId).execute();
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    const values = rows.slice(from, from + rowsPerInsert).map(({ cells, person, ...row }) => ({
      ...row,
      import_id: importId,
      cells: JSON.stringify(cells),
      person: person && JSON.stringify(person),
    }));
    await tx.insertInto('user_import_rows').values(values).execute();
  }
}

export function countRows(tx: Transaction, importId: string) {
  return tx
    .selectFrom('user_import_rows')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .where('import_id', '=', importId)
    .groupBy('status')
    .execute();
}

interface Asked {
  statuses?: readonly UserImportRowStatus[] | undefined;
  after?: number;
  limit?: number;
}

export function listRows(tx: Transaction, importId: string, { statuses, after = 0, limit }: Asked) {
  return tx
    .selectFrom('user_import_rows')
    .selectAll()
    .where('import_id', '=', importId)
    .where('line', '>', after)
    .$if(statuses !== undefined, (rows) => rows.where('status', 'in', statuses ?? []))
    .orderBy('line')
    .$if(limit !== undefined, (rows) => rows.limit(limit ?? 0))
    .execute();
}

export type StoredRow = Awaited<ReturnType<typeof listRows>>[number];

export async function updateRow(
  tx: Transaction,
  importId: string,
  line: number,
  outcome: {
    status: UserImportRowStatus;
    code?: string | null;
    detail?: string | null;
    field?: string | null;
    user_id?: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('user_import_rows')
    .set(outcome)
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .execute();
}

export async function deleteExpiredImports(tx: Transaction, now: string): Promise<void> {
  await tx.deleteFrom('user_imports').where('expires_at', '<', now).execute();
}

export function listRoles(tx: Transaction) {
  return tx.selectFrom('roles').select(['id', 'key', 'name']).execute();
}

export function listSchools(tx: Transaction) {
  return tx.selectFrom('schools').select(['id', 'code']).where('state', '=', 'active').execute();
}

export interface Names {
  emails: string[];
  usernames: string[];
  numbers: string[];
  external_ids: string[];
}

/** Everybody whom one of these names may mean. */
export function listNamed(tx: Transaction, { emails, usernames, numbers, external_ids }: Names) {
  return tx
    .selectFrom('users')
    .select([
      'id',
      'email_normalized',
      'username_normalized',
      'student_number',
      'staff_number',
      'external_id',
    ])
    .where('kind', '=', 'person')
    .where((eb) =>
      eb.or([
        ...(emails.length > 0 ? [eb('email_normalized', 'in', emails)] : []),
        ...(usernames.length > 0 ? [eb('username_normalized', 'in', usernames)] : []),
        ...(numbers.length > 0
          ? [eb('student_number', 'in', numbers), eb('staff_number', 'in', numbers)]
          : []),
        ...(external_ids.length > 0 ? [eb('external_id', 'in', external_ids)] : []),
      ]),
    )
    .execute();
}
