import type { ResourceUsage } from '@k12/contracts/planning/resources';
import type { Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { readablePlans } from '../plans/plans.access.service.ts';
import * as queries from './attachments.queries.ts';
import { selectReadableResource } from './resources.access.service.ts';

const mostUses = 200;

export async function getUsage(context: Context, id: string): Promise<ResourceUsage> {
  return context.readTenant(async (tx) => {
    await selectReadableResource(tx, context.actor, id);
    return usageOf(tx, context.actor, id);
  });
}

/** Every place counts; only those the actor may open are named (PLN-131). */
export async function usageOf(tx: Transaction, actor: Actor, id: string): Promise<ResourceUsage> {
  const readable = readablePlans(actor);
  const [by_type, data, shown] = await Promise.all([
    queries.countUses(tx, [id]),
    queries.listUses(tx, id, readable, mostUses),
    queries.countReadableUses(tx, id, readable),
  ]);
  const count = by_type.reduce((sum, type) => sum + type.count, 0);
  return { count, hidden_count: count - shown, by_type, data };
}
