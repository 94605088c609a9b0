import type { Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import { resourceAccess } from './resources.policy.ts';
import * as queries from './resources.queries.ts';

/** Of what plans have attached, what the actor may open: by themselves, or because a plan lets its readers in (PLN-133). */
export async function openedResources(
  tx: Transaction,
  actor: Actor,
  attached: readonly { resource_id: string; is_open: boolean }[],
): Promise<string[]> {
  const open = new Set(attached.filter(({ is_open }) => is_open).map(({ resource_id }) => resource_id));
  const rows = await queries.listResourcesById(
    tx,
    actor.user_id,
    attached.map(({ resource_id }) => resource_id),
  );
  return rows
    .filter((row) => row.deleted_at === null && (open.has(row.id) || resourceAccess(actor, row).read))
    .map(({ id }) => id);
}
