import type { PlanBulkCreate, PlanBulkResult } from '@k12/contracts/planning/plan-bulk';
import type { Transaction } from '@k12/db';

export function listKinds(tx: Transaction, ids: readonly string[]) {
  return tx
    .selectFrom('plans')
    .select(['id', 'kind', 'title', 'tags', 'lock_version'])
    .where('id', 'in', [...ids])
    .execute();
}

export type BulkPlan = Awaited<ReturnType<typeof listKinds>>[number];

export interface StoredAction {
  id: string;
  actor_id: string;
  action: PlanBulkCreate['action'];
  created_at: string;
  results: PlanBulkResult[];
}

export async function createBulkAction(tx: Transaction, { results, ...action }: StoredAction): Promise<void> {
  await tx
    .insertInto('plan_bulk_actions')
    .values({ ...action, results: JSON.stringify(results) })
    .execute();
}

export function selectOptionalBulkAction(tx: Transaction, id: string, actorId: string) {
  return tx
    .selectFrom('plan_bulk_actions')
    .selectAll()
    .where('id', '=', id)
    .where('actor_id', '=', actorId)
    .executeTakeFirst();
}
