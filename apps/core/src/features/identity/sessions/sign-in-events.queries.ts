import type { Transaction } from '@k12/db';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export function listSignInEvents(
  tx: Transaction,
  userId: string,
  since: string,
  page: { limit: number; after: Position },
) {
  const rows = tx
    .selectFrom('sign_in_events')
    .select(['id', 'outcome', 'method', 'reason', 'ip', 'user_agent', 'occurred_at'])
    .where('user_id', '=', userId)
    .where('occurred_at', '>', since)
    .limit(page.limit + 1);
  return inOrderAfter(rows, ['occurred_at', 'id'], page.after, 'desc').execute();
}
