import type { Transaction } from '@k12/db';

export async function createApprovers(
  tx: Transaction,
  requestId: string,
  stepIndex: number,
  userIds: readonly string[],
  source: 'role' | 'named' | 'delegate' | 'stand_in',
): Promise<void> {
  if (userIds.length === 0) return;
  await tx
    .insertInto('approval_approvers')
    .values(userIds.map((user_id) => ({ request_id: requestId, step_index: stepIndex, user_id, source })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function listApprovers(tx: Transaction, requestId: string) {
  return tx
    .selectFrom('approval_approvers as approver')
    .innerJoin('users as person', 'person.id', 'approver.user_id')
    .select([
      'approver.step_index',
      'approver.user_id',
      'approver.delegated',
      'approver.source',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
    ])
    .where('approver.request_id', '=', requestId)
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .execute();
}

export async function markDelegated(
  tx: Transaction,
  requestId: string,
  stepIndex: number,
  userId: string,
): Promise<void> {
  await tx
    .updateTable('approval_approvers')
    .set({ delegated: true })
    .where('request_id', '=', requestId)
    .where('step_index', '=', stepIndex)
    .where('user_id', '=', userId)
    .execute();
}
