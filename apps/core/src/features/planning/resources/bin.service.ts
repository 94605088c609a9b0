import type { ResourceFolder } from '@k12/contracts/planning/resource-folders';
import type { Resource } from '@k12/contracts/planning/resource-records';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { countUses } from './attachments.queries.ts';
import * as queries from './bin.queries.ts';
import * as folders from './folders.queries.ts';
import { freeName, normalizeName, siblingsKey } from './folders.rules.ts';
import {
  accessTo,
  audit as auditFolder,
  presentOne as presentFolder,
  selectSeen,
} from './folders.service.ts';
import { selectReadableResource, selectResourceAnywhere } from './resources.access.service.ts';
import { resourceAccess } from './resources.policy.ts';
import type { ResourceRow } from './resources.queries.ts';
import { audit, presentOne, store } from './resources.service.ts';
import { usageOf } from './usage.service.ts';

/** What is attached somewhere asks first, and leaves a mark where it was (PLN-131). */
export async function deleteResource(
  context: Context,
  id: string,
  { confirm }: { confirm: boolean },
): Promise<void> {
  await context.withTenant((tx) => bin(tx, context, id, confirm));
}

export async function bin(tx: Transaction, context: Context, id: string, confirm: boolean): Promise<void> {
  const { resource, access } = await selectReadableResource(tx, context.actor, id);
  authorize(access.delete, 'resources.delete');
  if (resource.usage_count > 0 && !confirm)
    throw new Problem('resource.in_use', { current: await usageOf(tx, context.actor, id) });
  await store(tx, context, resource, resource.lock_version, removalBy(context));
  await audit(tx, context, 'resource.deleted', resource);
  await publishEvent(tx, context, 'resource.deleted', { resource_id: id });
}

export async function restoreResource(context: Context, id: string): Promise<Resource> {
  return context.withTenant(async (tx) => {
    await unbin(tx, context, id);
    return presentOne(tx, context, id);
  });
}

/** Back where it was, or in no folder when that one is gone. */
export async function unbin(tx: Transaction, context: Context, id: string): Promise<boolean> {
  const { resource, access } = await selectResourceAnywhere(tx, context.actor, id);
  authorize(access.delete, 'resources.delete');
  if (resource.deleted_at === null) return false;
  const { folder_id } = resource;
  await store(tx, context, resource, resource.lock_version, {
    deleted_at: null,
    deleted_by: null,
    deleted_with_folder_id: null,
    folder_id: folder_id && (await queries.isThere(tx, folder_id)) ? folder_id : null,
  });
  await audit(tx, context, 'resource.restored', resource);
  await publishEvent(tx, context, 'resource.restored', { resource_id: id });
  return true;
}

/** With the folders below it and all that is in them; what the actor may not delete stays, outside (PLN-128). */
export async function deleteFolder(
  context: Context,
  id: string,
  { confirm }: { confirm: boolean },
): Promise<void> {
  await context.withTenant(async (tx) => {
    const { actor } = context;
    const folder = await selectSeen(tx, actor, id);
    authorize(accessTo(actor, folder).delete, 'resources.delete');
    const tree = await folders.listTree(tx, id);
    const ids = tree.map((below) => below.id);
    const contents = await queries.listContents(tx, actor.user_id, ids);
    const [own, foreign] = split(contents, (resource) => resourceAccess(actor, resource).delete);
    const used = own.filter(({ usage_count }) => usage_count > 0).map((resource) => resource.id);
    if (used.length > 0 && !confirm) {
      const by_type = await countUses(tx, used);
      const count = by_type.reduce((sum, type) => sum + type.count, 0);
      throw new Problem('resource.in_use', { current: { count, resources_count: used.length } });
    }
    const removal = removalBy(context);
    await folders.takeOut(tx, idsOf(foreign));
    await folders.binContents(tx, idsOf(own), { ...removal, deleted_with_folder_id: id });
    await folders.binFolders(tx, ids, removal);
    const changes = { name: [folder.name, null], folders: ids.length, resources: own.length };
    await auditFolder(tx, context, 'resource_folder.deleted', folder, changes);
    for (const resource of own)
      await publishEvent(tx, context, 'resource.deleted', { resource_id: resource.id });
  });
}

export async function restoreFolder(context: Context, id: string): Promise<ResourceFolder> {
  return context.withTenant(async (tx) => {
    const { actor, platform } = context;
    const folder = await folders.selectFolder(tx, actor.user_id, id);
    const access = accessTo(actor, folder);
    if (!access.read && !access.delete) throw new Problem('not_found');
    authorize(access.delete, 'resources.delete');
    if (folder.deleted_at === null) return presentFolder(tx, context, id);
    const parent_id =
      folder.parent_id && (await queries.isThere(tx, folder.parent_id)) ? folder.parent_id : null;
    const siblings_key = siblingsKey({ ...folder, parent_id });
    const name = freeName(folder.name, await folders.listTakenNames(tx, siblings_key));
    const ancestor_ids = parent_id ? folder.ancestor_ids : [];
    const tree = await folders.listTree(tx, id);
    await folders.unbinFolders(tx, idsOf(tree).slice(1), folder.deleted_at);
    await folders.updateFolder(tx, id, folder.lock_version, {
      name,
      name_normalized: normalizeName(name),
      parent_id,
      siblings_key,
      ancestor_ids,
      deleted_at: null,
      deleted_by: null,
      updated_at: platform.clock.now().toISOString(),
    });
    if (parent_id === null) await folders.updateBelow(tx, id, folder, { ...folder, ancestor_ids });
    await folders.unbinContents(tx, id);
    await auditFolder(tx, context, 'resource_folder.restored', folder);
    return presentFolder(tx, context, id);
  });
}

function removalBy({ platform, actor }: Context) {
  return { deleted_at: platform.clock.now().toISOString(), deleted_by: actor.user_id };
}

function split(
  rows: readonly ResourceRow[],
  fits: (row: ResourceRow) => boolean,
): [ResourceRow[], ResourceRow[]] {
  return [rows.filter(fits), rows.filter((row) => !fits(row))];
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
