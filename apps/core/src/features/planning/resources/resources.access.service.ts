import type { Transaction } from '@k12/db';
import { type Actor, authorize } from '../../../platform/auth/actor.ts';
import { Problem } from '../../../platform/errors.ts';
import { readablePlans } from '../plans/plans.access.service.ts';
import * as attachments from './attachments.queries.ts';
import { isLibraryStaff, type ResourceAccess, resourceAccess } from './resources.policy.ts';
import { type ResourceRow, selectResource } from './resources.queries.ts';

export interface ReadableResource {
  resource: ResourceRow;
  access: ResourceAccess;
}

/**
 * The resource and what the actor may do with it; 404 when it is not for them. What is attached to a plan they read or
 * to an assignment they teach is theirs to open too, where it was let in that way (PLN-133).
 */
export async function selectReadableResource(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<ReadableResource> {
  requireStaff(actor);
  const resource = await selectResource(tx, actor.user_id, id);
  if (resource.deleted_at !== null) throw new Problem('not_found');
  const access = resourceAccess(actor, resource);
  if (!access.read && !access.update && !(await isOpenByTarget(tx, actor, id)))
    throw new Problem('not_found');
  return { resource, access: { ...access, read: true } };
}

/** In the bin too, for those who may take it out again. */
export async function selectResourceAnywhere(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<ReadableResource> {
  requireStaff(actor);
  const resource = await selectResource(tx, actor.user_id, id);
  const access = resourceAccess(actor, resource);
  if (!access.delete && (resource.deleted_at !== null || !access.read)) throw new Problem('not_found');
  return { resource, access };
}

export function requireStaff(actor: Actor): void {
  authorize(isLibraryStaff(actor), 'resources.read');
}

async function isOpenByTarget(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  return (
    (await attachments.isAttachedToOne(tx, id, readablePlans(actor))) ||
    (await attachments.isAttachedToTaught(tx, id, actor.user_id))
  );
}
