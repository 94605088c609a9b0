import type { Changes, Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export type TermRow = Awaited<ReturnType<typeof selectTerm>>;

function termsWithSchools(tx: Transaction) {
  return tx
    .selectFrom('terms as term')
    .selectAll('term')
    .select((eb) =>
      eb
        .selectFrom('term_schools as link')
        .select((inner) => inner.fn.agg<string[]>('array_agg', ['link.school_id']).as('ids'))
        .whereRef('link.term_id', '=', 'term.id')
        .as('school_ids'),
    );
}

export async function selectTerm(tx: Transaction, id: string) {
  const term = await termsWithSchools(tx).where('term.id', '=', id).executeTakeFirst();
  if (!term) throw new Problem('not_found');
  return withSchools(term);
}

function withSchools<T extends { school_ids: string[] | null }>(term: T): T & { school_ids: string[] } {
  return { ...term, school_ids: term.school_ids ?? [] };
}

/** By date; terms of every school and of the visible ones. */
export async function listTerms(
  tx: Transaction,
  filter: { academic_year_id: string; visible: 'all' | string[]; limit: number },
  after: Position,
): Promise<TermRow[]> {
  let rows = termsWithSchools(tx)
    .where('term.academic_year_id', '=', filter.academic_year_id)
    .limit(filter.limit + 1);
  const { visible } = filter;
  if (visible !== 'all') {
    rows = rows.where((eb) => {
      const links = eb
        .selectFrom('term_schools as link')
        .select('link.term_id')
        .whereRef('link.term_id', '=', 'term.id');
      const inReach = visible.length > 0 ? [eb.exists(links.where('link.school_id', 'in', visible))] : [];
      return eb.or([eb.not(eb.exists(links)), ...inReach]);
    });
  }
  return (await inOrderAfter(rows, ['term.starts_on', 'term.id'], after).execute()).map(withSchools);
}

export async function listOtherTerms(
  tx: Transaction,
  yearId: string,
  exceptId: string | null,
): Promise<TermRow[]> {
  let rows = termsWithSchools(tx).where('term.academic_year_id', '=', yearId);
  if (exceptId) rows = rows.where('term.id', '<>', exceptId);
  return (await rows.execute()).map(withSchools);
}

/** Terms of a year change one at a time, or two could slide into each other. */
export async function lockYear(tx: Transaction, yearId: string): Promise<void> {
  await tx.selectFrom('academic_years').select('id').where('id', '=', yearId).forUpdate().execute();
}

export interface NewTerm {
  id: string;
  academic_year_id: string;
  parent_term_id: string | null;
  name: string;
  kind: TermRow['kind'];
  starts_on: string;
  ends_on: string;
  created_at: string;
}

export async function createTerm(
  tx: Transaction,
  term: NewTerm,
  schoolIds: readonly string[],
): Promise<void> {
  await tx
    .insertInto('terms')
    .values({ ...term, updated_at: term.created_at })
    .execute();
  await createTermSchools(tx, term.id, schoolIds);
}

type TermChanges = Changes<Omit<NewTerm, 'id' | 'academic_year_id' | 'created_at'>> & { updated_at: string };

/** False when the version named is no longer the current one. */
export async function updateTerm(tx: Transaction, id: string, lockVersion: number, changes: TermChanges) {
  const updated = await tx
    .updateTable('terms')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

export async function replaceTermSchools(
  tx: Transaction,
  id: string,
  schoolIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('term_schools').where('term_id', '=', id).execute();
  await createTermSchools(tx, id, schoolIds);
}

export async function deleteTerm(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('term_schools').where('term_id', '=', id).execute();
  await tx.deleteFrom('terms').where('id', '=', id).execute();
}

export function listKnownSchools(tx: Transaction, schoolIds: readonly string[]) {
  return tx.selectFrom('schools').select('id').where('id', 'in', schoolIds).execute();
}

async function createTermSchools(
  tx: Transaction,
  termId: string,
  schoolIds: readonly string[],
): Promise<void> {
  if (schoolIds.length === 0) return;
  await tx
    .insertInto('term_schools')
    .values(schoolIds.map((school_id) => ({ term_id: termId, school_id })))
    .execute();
}
