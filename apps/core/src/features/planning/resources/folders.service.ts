import type {
  ResourceFolder,
  ResourceFolderCreate,
  ResourceFolderUpdate,
} from '@k12/contracts/planning/resource-folders';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import * as queries from './folders.queries.ts';
import { fitsBelow, normalizeName, siblingsKey } from './folders.rules.ts';
import { placeOf } from './places.service.ts';
import { requireStaff } from './resources.access.service.ts';
import { type ResourceAccess, resourceAccess, resourceReach } from './resources.policy.ts';

export async function listFolders(context: Context, state: 'active' | 'deleted') {
  const { actor } = context;
  requireStaff(actor);
  return context.readTenant(async (tx) => {
    const rows = await queries.listFolders(tx, actor.user_id, state === 'deleted');
    const counts = await queries.countReadable(tx, resourceReach(actor));
    const shown = rows.filter((row) => {
      const access = accessTo(actor, row);
      return state === 'deleted' ? access.delete && isTopOfBin(row, rows) : access.read || access.update;
    });
    return { data: shown.map((row) => present(actor, row, counts.get(row.id) ?? 0)) };
  });
}

export async function getFolder(context: Context, id: string): Promise<ResourceFolder> {
  requireStaff(context.actor);
  return context.readTenant((tx) => presentOne(tx, context, id));
}

export async function createFolder(context: Context, input: ResourceFolderCreate): Promise<ResourceFolder> {
  const { actor, platform } = context;
  requireStaff(actor);
  return context.withTenant(async (tx) => {
    const { user_id } = actor;
    if (!user_id) throw new Problem('forbidden');
    const parent = input.parent_id
      ? await selectVisibleFolder(tx, actor, input.parent_id, '/parent_id')
      : null;
    if (!fitsBelow(parent ? parent.ancestor_ids.length : null, 1)) throw tooDeep();
    const place = parent ? belonging(parent) : await topPlace(tx, context, input);
    const named = { ...place, parent_id: parent?.id ?? null, owner_id: user_id };
    const id = newId();
    const now = platform.clock.now().toISOString();
    const made = await queries.createFolder(tx, {
      id,
      name: input.name,
      name_normalized: normalizeName(input.name),
      colour: input.colour ?? null,
      ...named,
      siblings_key: siblingsKey(named),
      ancestor_ids: parent ? [...parent.ancestor_ids, parent.id] : [],
      created_at: now,
      updated_at: now,
    });
    if (!made) throw nameTaken();
    await audit(tx, context, 'resource_folder.created', { id, school_id: place.school_id });
    return presentOne(tx, context, id);
  });
}

export async function updateFolder(
  context: Context,
  id: string,
  input: ResourceFolderUpdate,
): Promise<ResourceFolder> {
  const { actor, platform } = context;
  requireStaff(actor);
  return context.withTenant(async (tx) => {
    const before = await selectSeen(tx, actor, id);
    authorize(accessTo(actor, before).update, 'resources.update');
    const moves = input.parent_id !== undefined && input.parent_id !== before.parent_id;
    const place = moves ? await placeAfterMove(tx, actor, before, input.parent_id ?? null) : before;
    const name = input.name ?? before.name;
    const changes = {
      name,
      name_normalized: normalizeName(name),
      colour: input.colour === undefined ? before.colour : input.colour,
      ...belonging(place),
      parent_id: place.parent_id,
      ancestor_ids: place.ancestor_ids,
      siblings_key: siblingsKey({ ...place, owner_id: before.owner_id }),
      updated_at: platform.clock.now().toISOString(),
    };
    const taken = await queries.listTakenNames(tx, changes.siblings_key, id);
    if (taken.has(changes.name_normalized)) throw nameTaken();
    if (!(await queries.updateFolder(tx, id, input.lock_version, changes)))
      throw new Problem('version_conflict', { current: present(actor, before, 0) });
    if (moves) await queries.updateBelow(tx, id, before, changes);
    const { name: _, parent_id } = changes;
    await audit(tx, context, 'resource_folder.updated', before, changesBetween(before, { name, parent_id }));
    return presentOne(tx, context, id);
  });
}

/** A folder that something is put into: 422 at its field when it is not there for the actor. */
export async function selectVisibleFolder(
  tx: Transaction,
  actor: Actor,
  id: string,
  pointer: string,
): Promise<queries.FolderRow> {
  return selectSeen(tx, actor, id).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found')
      throw invalid(pointer, 'not_found', 'There is no such folder.');
    throw error;
  });
}

export async function selectSeen(tx: Transaction, actor: Actor, id: string): Promise<queries.FolderRow> {
  const folder = await queries.selectFolder(tx, actor.user_id, id);
  const access = accessTo(actor, folder);
  if (folder.deleted_at !== null || !(access.read || access.update)) throw new Problem('not_found');
  return folder;
}

/** The rules of resources hold for folders too: a personal folder is private. */
export function accessTo(actor: Actor, folder: queries.FolderRow): ResourceAccess {
  const visibility = folder.scope === 'personal' ? 'private' : folder.scope;
  return resourceAccess(actor, { ...folder, visibility });
}

function belonging({
  scope,
  planning_context_id,
  school_id,
}: Pick<queries.FolderRow, 'scope' | 'planning_context_id' | 'school_id'>) {
  return { scope, planning_context_id, school_id };
}

async function topPlace(tx: Transaction, context: Context, input: ResourceFolderCreate) {
  const scope = input.scope ?? 'personal';
  const visibility = scope === 'personal' ? ('private' as const) : scope;
  return { scope, ...(await placeOf(tx, context, { ...input, visibility })) };
}

/** Below its new parent, for whom that one is; never below itself (PLN-128). */
async function placeAfterMove(
  tx: Transaction,
  actor: Actor,
  folder: queries.FolderRow,
  parentId: string | null,
) {
  const tree = await queries.listTree(tx, folder.id);
  const height =
    Math.max(...tree.map(({ ancestor_ids }) => ancestor_ids.length)) - folder.ancestor_ids.length + 1;
  if (parentId === null) return { ...belonging(folder), parent_id: null, ancestor_ids: [] };
  if (tree.some(({ id }) => id === parentId))
    throw invalid('/parent_id', 'cycle', 'A folder cannot be moved into itself.');
  const parent = await selectVisibleFolder(tx, actor, parentId, '/parent_id');
  if (!fitsBelow(parent.ancestor_ids.length, height)) throw tooDeep();
  return {
    ...belonging(parent),
    parent_id: parent.id,
    ancestor_ids: [...parent.ancestor_ids, parent.id],
  };
}

/** Went into the bin by itself, not with a folder above it. */
function isTopOfBin(folder: queries.FolderRow, all: readonly queries.FolderRow[]): boolean {
  const parent = all.find(({ id }) => id === folder.parent_id);
  return parent?.deleted_at !== folder.deleted_at;
}

export async function presentOne(tx: Transaction, context: Context, id: string): Promise<ResourceFolder> {
  const { actor } = context;
  const folder = await selectSeen(tx, actor, id);
  const counts = await queries.countReadable(tx, resourceReach(actor));
  return present(actor, folder, counts.get(id) ?? 0);
}

function present(actor: Actor, folder: queries.FolderRow, resources_count: number): ResourceFolder {
  const access = accessTo(actor, folder);
  const { is_team_member: _, name_normalized, siblings_key, ancestor_ids, deleted_by, ...shown } = folder;
  return {
    ...shown,
    depth: ancestor_ids.length + 1,
    resources_count,
    can: { update: access.update, delete: access.delete },
  };
}

export function audit(
  tx: Transaction,
  context: Context,
  action: string,
  { id, school_id }: { id: string; school_id: string | null },
  changes: Record<string, unknown> = {},
): Promise<void> {
  return recordAudit(tx, context, {
    action,
    target_type: 'resource_folder',
    target_id: id,
    school_id,
    changes,
  });
}

function nameTaken(): Problem {
  return new Problem('resource_folder.name_taken', {
    errors: [
      {
        pointer: '/name',
        code: 'resource_folder.name_taken',
        detail: 'There is a folder with this name here.',
      },
    ],
  });
}

function tooDeep(): Problem {
  return invalid('/parent_id', 'too_deep', 'Folders go eight levels deep at most.');
}
