import type { SchoolQuery } from '@k12/contracts/identity/schools';
import type { Changes, Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';

export type SchoolRow = NonNullable<Awaited<ReturnType<typeof selectOptionalSchool>>>;

export function selectOptionalSchool(tx: Transaction, id: string) {
  return tx.selectFrom('schools').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function selectSchool(tx: Transaction, id: string): Promise<SchoolRow> {
  const school = await selectOptionalSchool(tx, id);
  if (!school) throw new Problem('not_found');
  return school;
}

/** Ordered by name; `after` is the position of the last row already shown. */
export function listSchools(
  tx: Transaction,
  visible: 'all' | string[],
  query: SchoolQuery,
  after: Position,
): Promise<SchoolRow[]> {
  if (visible.length === 0) return Promise.resolve([]);
  let rows = tx
    .selectFrom('schools')
    .selectAll()
    .limit(query.limit + 1);
  if (visible !== 'all') rows = rows.where('id', 'in', visible);
  if (query.state) rows = rows.where('state', '=', query.state);
  if (query.q) {
    const pattern = containing(query.q);
    rows = rows.where((eb) => eb.or([eb('name', 'ilike', pattern), eb('code', 'ilike', pattern)]));
  }
  return inOrderAfter(rows, ['name', 'id'], after).execute();
}

export interface SchoolFields {
  name: string;
  code: string;
  code_normalized: string;
  address: string | null;
  time_zone: string;
  lowest_grade: string | null;
  highest_grade: string | null;
  first_weekday: number | null;
  external_id: string | null;
}

/** Undefined when another school of the tenant has the code. */
export function createSchool(tx: Transaction, school: SchoolFields & { id: string; created_at: string }) {
  return tx
    .insertInto('schools')
    .values({ ...school, updated_at: school.created_at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code_normalized']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

type SchoolChanges = Changes<SchoolFields & { state: 'active' | 'archived'; archived_at: string | null }> & {
  updated_at: string;
};

/** Undefined when the version named is no longer the current one. */
export function updateSchool(tx: Transaction, id: string, lockVersion: number, changes: SchoolChanges) {
  return tx
    .updateTable('schools')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returningAll()
    .executeTakeFirst();
}

export async function isCodeTaken(
  tx: Transaction,
  codeNormalized: string,
  exceptId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('schools')
    .select('id')
    .where('code_normalized', '=', codeNormalized)
    .where('id', '<>', exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the schools say of the day a week begins with, each answer once. */
export async function listFirstWeekdays(tx: Transaction, ids: 'all' | string[]): Promise<(number | null)[]> {
  if (ids.length === 0) return [];
  let rows = tx.selectFrom('schools').select('first_weekday').distinct().where('state', '=', 'active');
  if (ids !== 'all') rows = rows.where('id', 'in', ids);
  return (await rows.execute()).map(({ first_weekday }) => first_weekday);
}
