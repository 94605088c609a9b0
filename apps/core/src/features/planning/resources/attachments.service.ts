import type {
  AttachmentUpdate,
  ResourceAttach,
  ResourceAttachment,
} from '@k12/contracts/planning/resource-attachments';
import { newId, type Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { Answer } from '../../../platform/http/route.ts';
import { openNextRound } from '../plans/next-round.service.ts';
import { selectTarget, type Target, type TargetPlace } from './attachment-targets.service.ts';
import * as queries from './attachments.queries.ts';
import { isNarrower, visibilityFor } from './attachments.rules.ts';
import { presentResource } from './present-resource.service.ts';
import { selectReadableResource } from './resources.access.service.ts';
import { resourceAccess } from './resources.policy.ts';
import { listResourcesById, selectOptionalVersion } from './resources.queries.ts';
import { audit, share } from './resources.service.ts';

export async function listAttachments(context: Context, target: TargetPlace) {
  return context.readTenant(async (tx) => {
    const { may_attach } = await selectTarget(tx, context, target);
    const rows = await queries.listOfTargets(tx, [target.target_id]);
    return { data: await presentAll(tx, context.actor, rows, may_attach), can: { attach: may_attach } };
  });
}

/** Attaching twice to the same place gives the same record (PLN-130). */
export async function attachResource(context: Context, id: string, input: ResourceAttach) {
  return context.withTenant(async (tx) => {
    const place = { ...input, path: input.path ?? '' };
    const target = await selectEditable(tx, context, place);
    const there = await queries.selectOptionalAttachment(tx, id, place);
    if (there) return new Answer(200, await presentOne(tx, context, there.id));
    const opens_for_readers = await openFor(tx, context, id, target, input.sharing);
    const attachment_id = newId();
    const made = await queries.createAttachment(tx, {
      id: attachment_id,
      resource_id: id,
      target_type: input.target_type,
      target_id: input.target_id,
      path: place.path,
      caption: input.caption ?? '',
      audience: input.audience ?? 'teacher',
      pinned_version_id: await pinOf(tx, id, input.pinned_version_id),
      opens_for_readers,
      created_by: context.actor.user_id,
      created_at: context.platform.clock.now().toISOString(),
    });
    await openNextRound(tx, context, [input.target_id]);
    // Somebody was faster by a moment: theirs is the record.
    const kept = made ? attachment_id : (await queries.selectOptionalAttachment(tx, id, place))?.id;
    const { target_type, target_id } = input;
    const { school_id } = target;
    await audit(tx, context, 'resource.attached', { id, school_id }, { target_type, target_id });
    await publishEvent(tx, context, 'resource.attached', { resource_id: id, target_type, target_id });
    return new Answer(made ? 201 : 200, await presentOne(tx, context, kept ?? attachment_id));
  });
}

export async function detachResource(context: Context, id: string, place: queries.Place): Promise<void> {
  await context.withTenant(async (tx) => {
    const { school_id } = await selectEditable(tx, context, place);
    const attachment = await queries.selectOptionalAttachment(tx, id, place);
    if (!attachment) throw new Problem('not_found');
    await queries.deleteAttachment(tx, attachment.id);
    await openNextRound(tx, context, [place.target_id]);
    const { target_type, target_id } = place;
    await audit(tx, context, 'resource.detached', { id, school_id }, { target_type, target_id });
    await publishEvent(tx, context, 'resource.detached', { resource_id: id, target_type, target_id });
  });
}

export async function updateAttachment(
  context: Context,
  id: string,
  input: AttachmentUpdate,
): Promise<ResourceAttachment> {
  const { position, ...changes } = input;
  return context.withTenant(async (tx) => {
    const attachment = await queries.selectAttachment(tx, id);
    await selectEditable(tx, context, attachment);
    await pinOf(tx, attachment.resource_id, changes.pinned_version_id);
    await queries.updateAttachment(tx, id, changes);
    await openNextRound(tx, context, [attachment.target_id]);
    if (position !== undefined) {
      const rows = await queries.listOfTargets(tx, [attachment.target_id]);
      const others = rows.map((row) => row.id).filter((other) => other !== id);
      await queries.updatePositions(tx, others.toSpliced(position, 0, id));
    }
    return presentOne(tx, context, id);
  });
}

async function selectEditable(tx: Transaction, context: Context, place: TargetPlace): Promise<Target> {
  const target = await selectTarget(tx, context, place);
  await target.requireAttachable();
  return target;
}

/**
 * Whether readers of the target may open the resource because it is attached there. What fewer people may open than
 * see the plan is asked about (PLN-133); whoever may not share it attaches it without letting anybody in. Work is
 * given to its students together with what colleagues share among each other, so nothing is asked there (TCH-48).
 */
async function openFor(
  tx: Transaction,
  context: Context,
  resourceId: string,
  { audience: readers }: Target,
  sharing: ResourceAttach['sharing'],
): Promise<boolean> {
  const { resource, access } = await selectReadableResource(tx, context.actor, resourceId);
  if (readers === null) return access.share || resource.visibility !== 'private';
  if (!access.share) return false;
  const audience = { ...readers, is_shared: await queries.hasCollaborators(tx, readers.plan_ids) };
  if (!isNarrower(resource, audience) || sharing === 'by_target') return true;
  const needed = visibilityFor(audience);
  if (sharing !== 'widen')
    throw new Problem('resource.narrower', { current: { visibility: resource.visibility, needed } });
  const { planning_context_id, school_id } = readers;
  await share(
    tx,
    context,
    resource,
    { visibility: needed, planning_context_id, school_id },
    resource.lock_version,
  );
  return true;
}

async function pinOf(
  tx: Transaction,
  resourceId: string,
  versionId: string | null | undefined,
): Promise<string | null> {
  if (!versionId) return null;
  if (!(await selectOptionalVersion(tx, resourceId, versionId)))
    throw invalid('/pinned_version_id', 'not_found', 'The file has no such version.');
  return versionId;
}

async function presentOne(tx: Transaction, context: Context, id: string): Promise<ResourceAttachment> {
  const [shown] = await presentAll(tx, context.actor, [await queries.selectAttachment(tx, id)], true);
  if (!shown) throw new Problem('not_found');
  return shown;
}

async function presentAll(
  tx: Transaction,
  actor: Actor,
  rows: readonly queries.AttachmentRow[],
  update: boolean,
): Promise<ResourceAttachment[]> {
  const resources = await listResourcesById(
    tx,
    actor.user_id,
    rows.map(({ resource_id }) => resource_id),
  );
  const found = new Map(resources.map((resource) => [resource.id, resource]));
  return rows.map((row) => {
    const resource = found.get(row.resource_id);
    const isOpen = resource !== undefined && (row.opens_for_readers || resourceAccess(actor, resource).read);
    const isRemoved = row.resource_deleted_at !== null;
    return {
      id: row.id,
      target_type: row.target_type,
      target_id: row.target_id,
      path: row.path,
      caption: row.caption,
      position: row.position,
      audience: row.audience,
      pinned_version_id: row.pinned_version_id,
      pinned_version_number: row.pinned_version_number,
      state: isRemoved ? 'removed' : isOpen ? 'there' : 'closed',
      resource_id: row.resource_id,
      title: isOpen ? row.title : null,
      resource: isOpen && !isRemoved && resource ? presentResource(actor, resource) : null,
      created_at: row.created_at,
      can: { update },
    };
  });
}
