import type { Changes, Transaction } from '@k12/db';

export type PageRow = NonNullable<Awaited<ReturnType<typeof selectOptionalPage>>>;

/** Deleted ones too: who asks decides. */
export function selectOptionalPage(tx: Transaction, id: string) {
  return tx
    .selectFrom('course_pages as page')
    .leftJoin('users as person', 'person.id', 'page.edited_by')
    .selectAll('page')
    .select(['person.given_name', 'person.family_name', 'person.preferred_name'])
    .where('page.id', '=', id)
    .executeTakeFirst();
}

interface PageFields {
  title: string;
  /** As JSON text. */
  body: string | null;
  edited_by: string | null;
  deleted_at: string | null;
}

export async function createPage(
  tx: Transaction,
  page: Omit<PageFields, 'deleted_at'> & {
    id: string;
    course_id: string;
    created_by: string | null;
    created_at: string;
  },
): Promise<void> {
  await tx
    .insertInto('course_pages')
    .values({ ...page, updated_at: page.created_at })
    .execute();
}

/** False when the version named is no longer the current one; without a version whatever it is. */
export async function updatePage(
  tx: Transaction,
  id: string,
  lockVersion: number | null,
  changes: Changes<PageFields> & { updated_at: string },
): Promise<boolean> {
  let update = tx
    .updateTable('course_pages')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id);
  if (lockVersion !== null) update = update.where('lock_version', '=', lockVersion);
  return (await update.returning('id').executeTakeFirst()) !== undefined;
}

export function listDeletedPages(tx: Transaction, courseId: string, since: string) {
  return tx
    .selectFrom('course_pages')
    .select(['id', 'title', 'deleted_at'])
    .where('course_id', '=', courseId)
    .where('deleted_at', '>', since)
    .orderBy('deleted_at', 'desc')
    .limit(200)
    .execute();
}
