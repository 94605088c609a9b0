import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { createPlan, type NewPlanRow } from './plans.queries.ts';

/** For other features that make a plan out of something else. */
export function insertPlan(tx: Transaction, plan: NewPlanRow, content: object): Promise<void> {
  return createPlan(tx, plan, content);
}

type Empty = Omit<NewPlanRow, 'owner_id' | 'created_by' | 'created_at'>;

/** A plan of the actor's without a word in it. */
export async function insertEmptyPlan(tx: Transaction, context: Context, plan: Empty): Promise<void> {
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('forbidden');
  const created_at = context.platform.clock.now().toISOString();
  await createPlan(tx, { ...plan, owner_id: user_id, created_by: user_id, created_at }, {});
}
