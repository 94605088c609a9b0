import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { insertPlan, type NewPlanRow } from './copies.queries.ts';

type Empty = Omit<NewPlanRow, 'owner_id' | 'created_by' | 'created_at'>;

/** A plan of the actor's without a word in it. */
export async function insertEmptyPlan(tx: Transaction, context: Context, plan: Empty): Promise<void> {
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('forbidden');
  const created_at = context.platform.clock.now().toISOString();
  await insertPlan(tx, { ...plan, owner_id: user_id, created_by: user_id, created_at }, {});
}
