import type { Database, Transaction } from '@k12/db';
import type { Updateable } from 'kysely';

export type CategoryRow = Awaited<ReturnType<typeof listCategories>>[number];
export type CategoryFields = Omit<
  Updateable<Database['grade_categories']>,
  'id' | 'tenant_id' | 'course_id' | 'created_at' | 'lock_version'
>;

function categories(tx: Transaction) {
  return tx
    .selectFrom('grade_categories as category')
    .selectAll('category')
    .select((eb) =>
      eb
        .selectFrom('assignments as assignment')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('assignment.category_id', '=', 'category.id')
        .where('assignment.state', '<>', 'deleted')
        .as('assignments_count'),
    )
    .where('category.deleted_at', 'is', null);
}

export function listCategories(tx: Transaction, courseId: string) {
  return categories(tx)
    .where('category.course_id', '=', courseId)
    .orderBy('category.position')
    .orderBy('category.id')
    .execute();
}

export function selectOptionalCategory(tx: Transaction, id: string): Promise<CategoryRow | undefined> {
  return categories(tx).where('category.id', '=', id).executeTakeFirst();
}

export async function createCategory(
  tx: Transaction,
  row: CategoryFields & { id: string; course_id: string; name: string; position: number; created_at: string },
): Promise<void> {
  await tx
    .insertInto('grade_categories')
    .values({ ...row, updated_at: row.created_at })
    .execute();
}

export async function updateCategory(
  tx: Transaction,
  id: string,
  lockVersion: number | null,
  changes: CategoryFields & { updated_at: string },
): Promise<boolean> {
  let update = tx
    .updateTable('grade_categories')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id);
  if (lockVersion !== null) update = update.where('lock_version', '=', lockVersion);
  return (await update.returning('id').executeTakeFirst()) !== undefined;
}

/** How many assignments went from one category to another, or to none. */
export async function moveAssignments(
  tx: Transaction,
  fromId: string,
  toId: string | null,
  now: string,
): Promise<number> {
  const moved = await tx
    .updateTable('assignments')
    .set((eb) => ({ category_id: toId, updated_at: now, lock_version: eb('lock_version', '+', 1) }))
    .where('category_id', '=', fromId)
    .returning('id')
    .execute();
  return moved.length;
}
