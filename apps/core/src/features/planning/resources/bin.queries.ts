import type { Transaction } from '@k12/db';
import { type ResourceRow, resourcesFor } from './resources.queries.ts';

export async function isThere(tx: Transaction, folderId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('resource_folders')
    .select('id')
    .where('id', '=', folderId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export function listContents(
  tx: Transaction,
  userId: string | null,
  folderIds: readonly string[],
): Promise<ResourceRow[]> {
  return resourcesFor(tx, userId)
    .where('resources.folder_id', 'in', [...folderIds])
    .where('resources.deleted_at', 'is', null)
    .execute();
}

/** In the bin since before then, and not yet emptied. */
export function listExpired(tx: Transaction, before: string, most: number) {
  return tx
    .selectFrom('resources')
    .select((eb) => [
      'resources.id',
      'resources.school_id',
      eb
        .exists(
          eb
            .selectFrom('resource_attachments as used')
            .select('used.id')
            .whereRef('used.resource_id', '=', 'resources.id'),
        )
        .as('is_used'),
    ])
    .where('resources.deleted_at', '<', before)
    .where('resources.purged_at', 'is', null)
    .orderBy('resources.deleted_at')
    .limit(most)
    .execute();
}

/** Files that no other resource shows; their bytes may go with them. */
export function listOnlyFilesOf(tx: Transaction, resourceIds: readonly string[]) {
  return tx
    .selectFrom('resource_versions as version')
    .innerJoin('files as file', 'file.id', 'version.file_id')
    .select(['file.id', 'file.storage_key'])
    .where('version.resource_id', 'in', [...resourceIds])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('resource_versions as other')
            .select('other.id')
            .whereRef('other.file_id', '=', 'version.file_id')
            .where('other.resource_id', 'not in', [...resourceIds]),
        ),
      ),
    )
    .distinct()
    .execute();
}

/** What is left of a used one says only that there was something (PLN-131). */
export async function emptyResources(
  tx: Transaction,
  ids: readonly string[],
  purgedAt: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('resource_attachments')
    .set({ pinned_version_id: null })
    .where('resource_id', 'in', [...ids])
    .execute();
  await tx
    .updateTable('resources')
    .set({
      purged_at: purgedAt,
      description: '',
      current_version_id: null,
      content_type: null,
      size_bytes: null,
      sha256: null,
      folder_id: null,
      tags: [],
    })
    .where('id', 'in', [...ids])
    .execute();
  await tx
    .deleteFrom('resource_versions')
    .where('resource_id', 'in', [...ids])
    .execute();
}

export async function deleteResources(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('resources')
    .where('id', 'in', [...ids])
    .execute();
}

/** Folders whose time in the bin is over and that hold nothing any more. */
export async function deleteExpiredFolders(tx: Transaction, before: string): Promise<void> {
  await tx
    .updateTable('resources')
    .set({ folder_id: null })
    .where('folder_id', 'in', (eb) =>
      eb.selectFrom('resource_folders as old').select('old.id').where('old.deleted_at', '<', before),
    )
    .execute();
  await tx.deleteFrom('resource_folders').where('deleted_at', '<', before).execute();
}

export async function deleteFiles(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('files')
    .where('id', 'in', [...ids])
    .execute();
}

/** Identical content lies once in the storage, so another file may still need it (PLN-127). */
export async function listUnusedKeys(tx: Transaction, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const used = await tx
    .selectFrom('files')
    .select('storage_key')
    .where('storage_key', 'in', [...keys])
    .execute();
  const there = new Set(used.map(({ storage_key }) => storage_key));
  return [...new Set(keys)].filter((key) => !there.has(key));
}
