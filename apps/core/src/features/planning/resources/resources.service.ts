import type { Resource } from '@k12/contracts/planning/resource-records';
import type {
  ResourceCreate,
  ResourceQuery,
  ResourceShare,
  ResourceUpdate,
} from '@k12/contracts/planning/resources';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { selectUpload } from '../../operations/files/files.service.ts';
import { selectVisibleFolder } from './folders.service.ts';
import { lookAtLink } from './link-check.ts';
import { placeOf } from './places.service.ts';
import { presentResource } from './present-resource.service.ts';
import { requireStaff, selectReadableResource, selectResourceAnywhere } from './resources.access.service.ts';
import { resourceReach } from './resources.policy.ts';
import * as queries from './resources.queries.ts';
import { distinctTags, titleOfFile, titleOfLink } from './resources.rules.ts';
import { requireRoom } from './storage.service.ts';

export async function listResources(context: Context, query: ResourceQuery) {
  const { actor, school_id } = context;
  requireStaff(actor);
  const after = decodeCursor(query.cursor, 2);
  const reach = resourceReach(actor);
  const rows = await context.readTenant((tx) =>
    queries.listResources(tx, query, { reach, school_id, after }),
  );
  return pageOf(
    rows,
    query.limit,
    (row) => presentResource(actor, row),
    (row) => [query.sort === 'title' ? row.title : row.updated_at, row.id],
  );
}

export async function getResource(context: Context, id: string): Promise<Resource> {
  return context.readTenant(async (tx) => {
    const { resource } = await selectReadableResource(tx, context.actor, id);
    return presentResource(context.actor, resource);
  });
}

export async function createResource(context: Context, input: ResourceCreate): Promise<Resource> {
  requireStaff(context.actor);
  const content = await contentOf(context, input);
  return context.withTenant(async (tx) => {
    const owner_id = actingUser(context);
    if (content.file) await requireRoom(tx, context, content.file.size_bytes);
    if (input.folder_id) await selectVisibleFolder(tx, context.actor, input.folder_id, '/folder_id');
    const visibility = input.visibility ?? 'private';
    const place = await placeOf(tx, context, { ...input, visibility });
    const now = context.platform.clock.now().toISOString();
    const id = newId();
    await queries.createResource(tx, {
      id,
      kind: input.kind,
      title: input.title ?? content.title,
      description: input.description ?? '',
      folder_id: input.folder_id ?? null,
      owner_id,
      visibility,
      ...place,
      tags: distinctTags(input.tags ?? []),
      url: content.url,
      health: content.health,
      checked_at: content.checked_at,
      created_at: now,
      updated_at: now,
    });
    if (content.file) {
      const version = { id: newId(), created_by: owner_id, created_at: now };
      await queries.createVersion(tx, id, content.file, version);
    }
    await audit(tx, context, 'resource.created', { id, school_id: place.school_id });
    await publishEvent(tx, context, 'resource.created', { resource_id: id });
    return presentOne(tx, context, id);
  });
}

export async function updateResource(context: Context, id: string, input: ResourceUpdate): Promise<Resource> {
  const { lock_version, ...named } = input;
  return context.withTenant(async (tx) => {
    const { resource, access } = await selectReadableResource(tx, context.actor, id);
    authorize(access.update, 'resources.update');
    if (named.url !== undefined && resource.kind !== 'link')
      throw invalid('/url', 'not_a_link', 'Only links have an address.');
    if (named.folder_id) await selectVisibleFolder(tx, context.actor, named.folder_id, '/folder_id');
    const isElsewhere = named.url !== undefined && named.url !== resource.url;
    const changes = {
      ...named,
      ...(named.tags ? { tags: distinctTags(named.tags) } : {}),
      ...(isElsewhere ? { health: 'unknown' as const, checked_at: null } : {}),
    };
    await store(tx, context, resource, lock_version, changes);
    await audit(
      tx,
      context,
      'resource.updated',
      resource,
      changesBetween(auditable(resource), auditable(changes)),
    );
    await publishEvent(tx, context, 'resource.updated', { resource_id: id });
    return presentOne(tx, context, id);
  });
}

export async function shareResource(context: Context, id: string, input: ResourceShare): Promise<Resource> {
  const { lock_version, visibility } = input;
  return context.withTenant(async (tx) => {
    const { resource, access } = await selectReadableResource(tx, context.actor, id);
    // Only who owns it may keep it for themselves.
    const isOwner = resource.owner_id === context.actor.user_id;
    authorize(access.share && (visibility !== 'private' || isOwner), 'resources.update');
    await share(tx, context, resource, input, lock_version);
    await publishEvent(tx, context, 'resource.shared', { resource_id: id, visibility });
    return presentOne(tx, context, id);
  });
}

/** Also where something narrower is attached to a plan that more people see. */
export async function share(
  tx: Transaction,
  context: Context,
  resource: queries.ResourceRow,
  input: Omit<ResourceShare, 'lock_version'>,
  lockVersion: number,
): Promise<void> {
  const { visibility } = input;
  const place = await placeOf(tx, context, {
    visibility,
    planning_context_id: input.planning_context_id ?? resource.planning_context_id,
    school_id: input.school_id ?? resource.school_id,
  });
  await store(tx, context, resource, lockVersion, { visibility, ...place });
  await audit(tx, context, 'resource.shared', resource, { visibility: [resource.visibility, visibility] });
}

/** The old content stays as an earlier version, for what is pinned to it (PLN-132). */
export async function replaceResource(
  context: Context,
  id: string,
  input: { file_id: string; lock_version: number },
): Promise<Resource> {
  requireStaff(context.actor);
  const { kind } = await getResource(context, id);
  const file = await ownUpload(context, input.file_id);
  return context.withTenant(async (tx) => {
    const { resource, access } = await selectReadableResource(tx, context.actor, id);
    authorize(access.update, 'resources.update');
    if (kind !== 'file') throw new Problem('conflict', { detail: 'Only files have content to replace.' });
    await requireRoom(tx, context, file.size_bytes);
    await store(tx, context, resource, input.lock_version, {});
    const created_at = context.platform.clock.now().toISOString();
    await queries.createVersion(tx, id, file, { id: newId(), created_by: actingUser(context), created_at });
    await audit(tx, context, 'resource.replaced', resource, {
      version: [resource.version_number, (resource.version_number ?? 0) + 1],
    });
    await publishEvent(tx, context, 'resource.updated', { resource_id: id });
    return presentOne(tx, context, id);
  });
}

interface Content {
  file: Awaited<ReturnType<typeof selectUpload>> | null;
  url: string | null;
  title: string;
  health: Resource['health'];
  checked_at: string | null;
}

async function contentOf(context: Context, input: ResourceCreate): Promise<Content> {
  if (input.kind === 'file') {
    if (!input.file_id) throw invalid('/file_id', 'required', 'Name the upload.');
    if (input.url) throw invalid('/url', 'not_a_link', 'A file has no address.');
    const file = await ownUpload(context, input.file_id);
    return { file, url: null, title: titleOfFile(file.name), health: 'ok', checked_at: null };
  }
  if (!input.url) throw invalid('/url', 'required', 'Name the address.');
  if (input.file_id) throw invalid('/file_id', 'not_a_file', 'A link has no upload.');
  // Whoever gives a title does not wait for the page; the next check sees it.
  if (input.title)
    return { file: null, url: input.url, title: input.title, health: 'unknown', checked_at: null };
  const { title, health } = await lookAtLink(context.platform, input.url);
  const checked_at = context.platform.clock.now().toISOString();
  return { file: null, url: input.url, title: title ?? titleOfLink(input.url), health, checked_at };
}

async function ownUpload(context: Context, fileId: string) {
  return selectUpload(context, fileId, 'resource').catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found')
      throw invalid('/file_id', 'not_found', 'There is no such upload of yours.');
    throw error;
  });
}

export async function store(
  tx: Transaction,
  context: Context,
  before: queries.ResourceRow,
  lockVersion: number,
  changes: queries.ResourceChanges,
): Promise<void> {
  const updated_at = context.platform.clock.now().toISOString();
  if (await queries.updateResource(tx, before.id, lockVersion, { ...changes, updated_at })) return;
  throw new Problem('version_conflict', { current: presentResource(context.actor, before) });
}

export function audit(
  tx: Transaction,
  context: Context,
  action: string,
  { id, school_id }: { id: string; school_id: string | null },
  changes: Record<string, unknown> = {},
): Promise<void> {
  return recordAudit(tx, context, { action, target_type: 'resource', target_id: id, school_id, changes });
}

/** Addresses and descriptions may tell of people; the log keeps that they changed in the record itself. */
function auditable({ title, folder_id, state }: queries.ResourceChanges) {
  return { title, folder_id, state };
}

export async function presentOne(tx: Transaction, context: Context, id: string): Promise<Resource> {
  const { resource } = await selectResourceAnywhere(tx, context.actor, id);
  return presentResource(context.actor, resource);
}

export function actingUser({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}
