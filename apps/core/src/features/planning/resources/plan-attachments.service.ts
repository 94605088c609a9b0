import type { FrozenResource } from '@k12/contracts/planning/plan-diff';
import type { Unlinked } from '@k12/contracts/planning/versions';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import * as queries from './attachments.queries.ts';
import { resourceAccess } from './resources.policy.ts';
import { listResourcesById } from './resources.queries.ts';

/** What the draft of a plan has attached, in order: a version keeps these words, whatever becomes of the files. */
export async function resourcesOfPlan(tx: Transaction, planId: string): Promise<FrozenResource[]> {
  const rows = await queries.listOfTargets(tx, [planId]);
  return rows.map((row, position) => ({
    resource_id: row.resource_id,
    title: row.title,
    kind: row.kind,
    path: row.path || null,
    caption: row.caption || null,
    audience: row.audience,
    position,
  }));
}

/** For restoring a version: exactly these are attached, as far as they still exist; the others are named (PLN-42). */
export async function replaceAttachments(
  tx: Transaction,
  context: Context,
  planId: string,
  resources: readonly FrozenResource[],
): Promise<Unlinked[]> {
  const before = await queries.listOfTargets(tx, [planId]);
  await queries.deleteOfTargets(tx, [planId]);
  return create(tx, context, planId, resources, before);
}

/**
 * A copy has the same attached as the version it is made from. Files stay their owners’, and what was let in for one
 * plan only is not let in for another by somebody who may not share it (PLN-66, PLN-133).
 */
export async function attachLike(
  tx: Transaction,
  context: Context,
  planId: string,
  resources: readonly FrozenResource[],
  options: { without_private: boolean },
): Promise<void> {
  const kept = options.without_private ? await withoutPrivate(tx, resources) : resources;
  await create(tx, context, planId, kept, []);
}

/** For purging what something was attached to. */
export function removeAttachmentsOf(tx: Transaction, targetIds: readonly string[]): Promise<void> {
  return queries.deleteOfTargets(tx, targetIds);
}

/** How many places of these plans hold something that only its owner may open (PLN-67). */
export async function countPrivate(tx: Transaction, planIds: readonly string[]): Promise<number> {
  const rows = await queries.listOfTargets(tx, planIds);
  return rows.filter(({ visibility }) => visibility === 'private').length;
}

/** How many links of a plan do not answer (PLN-134). */
export async function countBroken(tx: Transaction, planId: string): Promise<number> {
  const rows = await queries.listOfTargets(tx, [planId]);
  const isBroken = ({ health, resource_deleted_at }: queries.AttachmentRow) =>
    resource_deleted_at !== null || health === 'unreachable' || health === 'forbidden';
  return rows.filter(isBroken).length;
}

async function create(
  tx: Transaction,
  context: Context,
  planId: string,
  resources: readonly FrozenResource[],
  before: readonly queries.AttachmentRow[],
): Promise<Unlinked[]> {
  if (resources.length === 0) return [];
  const { actor, platform } = context;
  const rows = await listResourcesById(
    tx,
    actor.user_id,
    resources.map(({ resource_id }) => resource_id),
  );
  const there = new Map(rows.filter((row) => row.deleted_at === null).map((row) => [row.id, row]));
  const target_type = await queries.selectTargetType(tx, planId);
  const linkable = resources.filter(({ resource_id }) => there.has(resource_id));
  const attachments = linkable.map((resource, position) => {
    const path = resource.path ?? '';
    const earlier = before.find((one) => one.resource_id === resource.resource_id && one.path === path);
    const row = there.get(resource.resource_id);
    return {
      id: newId(),
      resource_id: resource.resource_id,
      target_type,
      target_id: planId,
      path,
      caption: resource.caption ?? '',
      audience: resource.audience === 'student' ? ('student' as const) : ('teacher' as const),
      pinned_version_id: earlier?.pinned_version_id ?? null,
      opens_for_readers: earlier?.opens_for_readers ?? (row ? resourceAccess(actor, row).share : false),
      created_by: actor.user_id,
      created_at: platform.clock.now().toISOString(),
      position,
    };
  });
  await queries.createAttachments(tx, attachments);
  return resources
    .filter(({ resource_id }) => !there.has(resource_id))
    .map(({ resource_id, title }) => ({ kind: 'resource', id: resource_id, title, reason: 'deleted' }));
}

async function withoutPrivate(tx: Transaction, resources: readonly FrozenResource[]) {
  const rows = await listResourcesById(
    tx,
    null,
    resources.map(({ resource_id }) => resource_id),
  );
  const hidden = new Set(rows.filter(({ visibility }) => visibility === 'private').map(({ id }) => id));
  return resources.filter(({ resource_id }) => !hidden.has(resource_id));
}
