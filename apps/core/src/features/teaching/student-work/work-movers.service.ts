import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import * as queries from './work-movers.queries.ts';

/** Students who joined groups of a set take over what their new group has handed in. */
export async function takeGroupWork(
  tx: Transaction,
  context: Context,
  groupSetId: string,
  movers: readonly { group_id: string; student_id: string }[],
): Promise<void> {
  if (movers.length === 0) return;
  await queries.copyGroupWork(tx, groupSetId, movers, context.platform.clock.now().toISOString());
}
