import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import type { ResourceReach } from './resources.policy.ts';
import { isReadable } from './resources.queries.ts';

export type FolderRow = Awaited<ReturnType<typeof listFolders>>[number];

/** A tenant with more has given up on folders. */
const mostFolders = 5_000;

function foldersFor(tx: Transaction, userId: string | null) {
  return tx
    .selectFrom('resource_folders as folder')
    .selectAll('folder')
    .select((eb) => [
      sql<boolean>`exists(${eb
        .selectFrom('planning_context_members as membership')
        .select('membership.user_id')
        .whereRef('membership.planning_context_id', '=', 'folder.planning_context_id')
        .where('membership.user_id', '=', userId ?? '')})`.as('is_team_member'),
    ]);
}

export function listFolders(tx: Transaction, userId: string | null, isDeleted: boolean) {
  return foldersFor(tx, userId)
    .where('folder.deleted_at', isDeleted ? 'is not' : 'is', null)
    .orderBy('folder.name_normalized')
    .orderBy('folder.id')
    .limit(mostFolders)
    .execute();
}

export async function selectFolder(tx: Transaction, userId: string | null, id: string): Promise<FolderRow> {
  const row = await foldersFor(tx, userId).where('folder.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

/** The folder itself first, then all below it, deleted or not. */
export function listTree(tx: Transaction, id: string) {
  return tx
    .selectFrom('resource_folders as folder')
    .selectAll('folder')
    .where((eb) => eb.or([eb('folder.id', '=', id), sql<boolean>`${id}::uuid = any(folder.ancestor_ids)`]))
    .orderBy((eb) => eb.fn('cardinality', ['folder.ancestor_ids']))
    .execute();
}

export async function countReadable(tx: Transaction, reach: ResourceReach): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('resources')
    .select((eb) => ['resources.folder_id', sql<number>`${eb.fn.countAll()}::int`.as('count')])
    .where('resources.folder_id', 'is not', null)
    .where('resources.deleted_at', 'is', null)
    .where('resources.state', '=', 'active')
    .where(isReadable(reach))
    .groupBy('resources.folder_id')
    .execute();
  return new Map(rows.map(({ folder_id, count }) => [folder_id ?? '', count]));
}

export type FolderFields = Pick<
  FolderRow,
  | 'parent_id'
  | 'name'
  | 'name_normalized'
  | 'scope'
  | 'owner_id'
  | 'planning_context_id'
  | 'school_id'
  | 'siblings_key'
  | 'ancestor_ids'
  | 'colour'
>;

/** False when a sibling has the name. */
export async function createFolder(
  tx: Transaction,
  folder: FolderFields & { id: string; created_at: string; updated_at: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('resource_folders')
    .values(folder)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function listTakenNames(
  tx: Transaction,
  key: string,
  except: string | null = null,
): Promise<Set<string>> {
  let rows = tx
    .selectFrom('resource_folders')
    .select('name_normalized')
    .where('siblings_key', '=', key)
    .where('deleted_at', 'is', null);
  if (except) rows = rows.where('id', '<>', except);
  return new Set((await rows.execute()).map(({ name_normalized }) => name_normalized));
}

export async function updateFolder(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Partial<FolderFields> & { deleted_at?: null; deleted_by?: null; updated_at: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('resource_folders')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What is below a folder that moved: the new way up, and for whom it is. */
export async function updateBelow(
  tx: Transaction,
  id: string,
  before: { ancestor_ids: string[] },
  after: Pick<FolderFields, 'ancestor_ids' | 'scope' | 'planning_context_id' | 'school_id'>,
): Promise<void> {
  const { ancestor_ids, scope, planning_context_id, school_id } = after;
  await tx
    .updateTable('resource_folders')
    .set({
      scope,
      planning_context_id,
      school_id,
      ancestor_ids: sql<string[]>`${ancestor_ids}::uuid[]
        || ancestor_ids[${sql.lit(before.ancestor_ids.length + 1)}:cardinality(ancestor_ids)]`,
    })
    .where(sql<boolean>`${id}::uuid = any(ancestor_ids)`)
    .execute();
}

export async function binFolders(
  tx: Transaction,
  ids: readonly string[],
  removal: { deleted_at: string; deleted_by: string | null },
): Promise<void> {
  await tx
    .updateTable('resource_folders')
    .set((eb) => ({ ...removal, lock_version: eb('lock_version', '+', 1) }))
    .where('id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .execute();
}

export async function unbinFolders(
  tx: Transaction,
  ids: readonly string[],
  deletedAt: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('resource_folders')
    .set({ deleted_at: null, deleted_by: null })
    .where('id', 'in', [...ids])
    .where('deleted_at', '=', deletedAt)
    .execute();
}

export async function binContents(
  tx: Transaction,
  ids: readonly string[],
  removal: { deleted_at: string; deleted_by: string | null; deleted_with_folder_id: string },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('resources')
    .set((eb) => ({ ...removal, lock_version: eb('lock_version', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute();
}

export async function unbinContents(tx: Transaction, folderId: string): Promise<void> {
  await tx
    .updateTable('resources')
    .set((eb) => ({
      deleted_at: null,
      deleted_by: null,
      deleted_with_folder_id: null,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('deleted_with_folder_id', '=', folderId)
    .where('purged_at', 'is', null)
    .execute();
}

/** What belongs to others and cannot go with the folder stays, in no folder. */
export async function takeOut(tx: Transaction, resourceIds: readonly string[]): Promise<void> {
  if (resourceIds.length === 0) return;
  await tx
    .updateTable('resources')
    .set({ folder_id: null })
    .where('id', 'in', [...resourceIds])
    .execute();
}
