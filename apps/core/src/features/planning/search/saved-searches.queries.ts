import type { SavedSearchCreate } from '@k12/contracts/planning/search';
import type { Changes, Transaction } from '@k12/db';

export type SavedSearchRow = NonNullable<Awaited<ReturnType<typeof selectOptionalSavedSearch>>>;

export function listSavedSearches(tx: Transaction, userId: string): Promise<SavedSearchRow[]> {
  return tx
    .selectFrom('saved_searches')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('name')
    .limit(100)
    .execute();
}

export function selectOptionalSavedSearch(tx: Transaction, userId: string, id: string) {
  return tx
    .selectFrom('saved_searches')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

interface SavedSearchFields {
  name: string;
  query: SavedSearchCreate['query'];
  digest: boolean;
}

const asJson = (query: object) => JSON.stringify(query);

/** Undefined when the person has a search of this name. */
export function createSavedSearch(
  tx: Transaction,
  row: SavedSearchFields & { id: string; user_id: string; created_at: string },
) {
  return tx
    .insertInto('saved_searches')
    .values({ ...row, query: asJson(row.query) as never, updated_at: row.created_at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id', 'name']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function updateSavedSearch(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Changes<SavedSearchFields> & { updated_at: string },
) {
  const { query, ...rest } = changes;
  return tx
    .updateTable('saved_searches')
    .set((eb) => ({
      ...rest,
      ...(query ? { query: asJson(query) as never } : {}),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returningAll()
    .executeTakeFirst();
}

export async function deleteSavedSearch(tx: Transaction, userId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('saved_searches')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
