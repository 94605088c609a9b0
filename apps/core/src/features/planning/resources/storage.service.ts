import type { ResourceStorage } from '@k12/contracts/planning/resources';
import type { Transaction } from '@k12/db';
import { reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { tenantSettings } from '../../identity/tenant-settings/tenant-settings.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { requireStaff } from './resources.access.service.ts';
import * as queries from './storage.queries.ts';

const gigabyte = 1024 ** 3;
const peopleShown = 10;

export async function getStorage(context: Context): Promise<ResourceStorage> {
  const { actor } = context;
  requireStaff(actor);
  return context.readTenant(async (tx) => {
    const [used_bytes, own_bytes, limit_bytes] = await Promise.all([
      queries.sumBytes(tx, null),
      queries.sumBytes(tx, actor.user_id),
      limitOf(tx, context),
    ]);
    const people = reachesTenant(actor, 'resources.update')
      ? await queries.listLargestOwners(tx, peopleShown)
      : null;
    return {
      used_bytes,
      own_bytes,
      limit_bytes,
      people:
        people?.map(({ id, bytes, ...person }) => ({ id, bytes, display_name: displayName(person) })) ?? null,
    };
  });
}

/** At the limit nothing new is kept, and nothing that is there goes away. */
export async function requireRoom(tx: Transaction, context: Context, bytes: number): Promise<void> {
  const [used, limit] = await Promise.all([queries.sumBytes(tx, null), limitOf(tx, context)]);
  if (used + bytes > limit)
    throw new Problem('storage_full', {
      detail: 'Delete files that nobody needs, or ask your admin for more room.',
      context: { used_bytes: used, limit_bytes: limit },
    });
}

async function limitOf(tx: Transaction, { actor }: Context): Promise<number> {
  const { storage_limit_gb } = await tenantSettings(tx, actor.tenant_id);
  return storage_limit_gb * gigabyte;
}
