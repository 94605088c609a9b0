import type { Transaction } from '@k12/db';

export function listSignInEvents(
  tx: Transaction,
  userId: string,
  since: string,
  page: { limit: number; after: (string | number | null)[] | undefined },
) {
  let rows = tx
    .selectFrom('sign_in_events')
    .select(['id', 'outcome', 'method', 'reason', 'ip', 'user_agent', 'occurred_at'])
    .where('user_id', '=', userId)
    .where('occurred_at', '>', since)
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1);
  if (page.after) {
    const [at, id] = page.after as [string, string];
    rows = rows.where((eb) =>
      eb.or([eb('occurred_at', '<', at), eb.and([eb('occurred_at', '=', at), eb('id', '<', id)])]),
    );
  }
  return rows.execute();
}
