import { type Changes, newId, type Transaction } from '@k12/db';

export type SavedViewRow = NonNullable<Awaited<ReturnType<typeof selectOptionalView>>>;

/** More than this nobody finds anything in. */
const mostViews = 100;

interface Reader {
  user_id: string;
  school_ids: 'all' | string[];
}

function viewsFor(tx: Transaction, { user_id, school_ids }: Reader) {
  return tx
    .selectFrom('saved_views as view')
    .innerJoin('users as owner', 'owner.id', 'view.user_id')
    .selectAll('view')
    .select(['owner.given_name', 'owner.family_name', 'owner.preferred_name'])
    .where((eb) => {
      const ways = [eb('view.user_id', '=', user_id)];
      if (school_ids === 'all') ways.push(eb('view.shared_with_school_id', 'is not', null));
      else if (school_ids.length > 0) ways.push(eb('view.shared_with_school_id', 'in', school_ids));
      return eb.or(ways);
    });
}

export function listViews(tx: Transaction, reader: Reader, page: string) {
  return viewsFor(tx, reader)
    .where('view.page', '=', page)
    .orderBy('view.name')
    .orderBy('view.id')
    .limit(mostViews)
    .execute();
}

export function selectOptionalView(tx: Transaction, reader: Reader, id: string) {
  return viewsFor(tx, reader).where('view.id', '=', id).executeTakeFirst();
}

interface ViewFields {
  name: string;
  filters: Record<string, string>;
  sort: string | null;
  columns: string[] | null;
  shared_with_school_id: string | null;
}

/** Undefined when the person has a view of this name on the page. */
export function createView(
  tx: Transaction,
  { filters, ...view }: ViewFields & { user_id: string; page: string; created_at: string },
) {
  return tx
    .insertInto('saved_views')
    .values({ id: newId(), ...view, filters: JSON.stringify(filters) as never, updated_at: view.created_at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id', 'page', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
}

/** False when the version named is no longer the current one. */
export async function updateView(
  tx: Transaction,
  id: string,
  lockVersion: number,
  { filters, ...changes }: Changes<ViewFields> & { updated_at: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('saved_views')
    .set((eb) => ({
      ...changes,
      ...(filters ? { filters: JSON.stringify(filters) as never } : {}),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

export async function deleteView(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('saved_views').where('id', '=', id).execute();
}
