import type { Changes, Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export type AcademicYearRow = Awaited<ReturnType<typeof selectAcademicYear>>;

function yearsWithTerms(tx: Transaction) {
  return tx
    .selectFrom('academic_years as year')
    .selectAll('year')
    .select((eb) =>
      eb
        .selectFrom('terms as term')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('term.academic_year_id', '=', 'year.id')
        .as('terms_count'),
    );
}

export async function selectAcademicYear(tx: Transaction, id: string) {
  const year = await yearsWithTerms(tx).where('year.id', '=', id).executeTakeFirst();
  if (!year) throw new Problem('not_found');
  return year;
}

/** Newest first; `after` is the position of the last row already shown. */
export function listAcademicYears(
  tx: Transaction,
  limit: number,
  state: AcademicYearRow['state'] | undefined,
  after: Position,
) {
  let rows = yearsWithTerms(tx).limit(limit + 1);
  if (state) rows = rows.where('year.state', '=', state);
  return inOrderAfter(rows, ['year.starts_on', 'year.id'], after, 'desc').execute();
}

export function selectOptionalActiveYear(tx: Transaction) {
  return tx.selectFrom('academic_years').selectAll().where('state', '=', 'active').executeTakeFirst();
}

/** The others are locked too, so that two admins cannot slide two years into each other at once. */
export function listOtherYearsForUpdate(tx: Transaction, exceptId: string | null) {
  let rows = tx.selectFrom('academic_years').select(['id', 'name', 'starts_on', 'ends_on']).orderBy('id');
  if (exceptId) rows = rows.where('id', '<>', exceptId);
  return rows.forUpdate().execute();
}

export function listTermsOfYear(tx: Transaction, yearId: string) {
  return tx
    .selectFrom('terms')
    .select(['id', 'name', 'starts_on', 'ends_on'])
    .where('academic_year_id', '=', yearId)
    .execute();
}

export interface NewAcademicYear {
  id: string;
  name: string;
  starts_on: string;
  ends_on: string;
  created_at: string;
}

export async function createAcademicYear(tx: Transaction, year: NewAcademicYear): Promise<void> {
  await tx
    .insertInto('academic_years')
    .values({ ...year, updated_at: year.created_at })
    .execute();
}

type YearChanges = Changes<Pick<AcademicYearRow, 'name' | 'starts_on' | 'ends_on' | 'state'>> & {
  updated_at: string;
};

/** False when the version named is no longer the current one. */
export async function updateAcademicYear(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: YearChanges,
) {
  const updated = await tx
    .updateTable('academic_years')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** Undefined when that year is not the active one any more. */
export function updateToClosing(tx: Transaction, id: string, at: string) {
  return tx
    .updateTable('academic_years')
    .set((eb) => ({ state: 'closing', updated_at: at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst();
}
