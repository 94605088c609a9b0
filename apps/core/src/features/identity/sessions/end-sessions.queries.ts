import type { Transaction } from '@k12/db';
import { updateRevisionOfActors } from './sessions.queries.ts';

export interface EndedSessions {
  tenant_id: string;
  user_id: string;
  ended_at: string;
  reason: string;
}

/** Web sessions, app sessions and tokens of one person; the directories decide on the next request. */
export async function endEverySession(tx: Transaction, ended: EndedSessions): Promise<void> {
  const end = { ended_at: ended.ended_at, end_reason: ended.reason };
  await Promise.all([
    updateRevisionOfActors(tx, ended.user_id),
    tx
      .updateTable('sessions')
      .set(end)
      .where('user_id', '=', ended.user_id)
      .where('ended_at', 'is', null)
      .execute(),
    tx
      .updateTable('device_sessions')
      .set(end)
      .where('user_id', '=', ended.user_id)
      .where('ended_at', 'is', null)
      .execute(),
    tx
      .updateTable('api_tokens')
      .set({ revoked_at: ended.ended_at, revoke_reason: ended.reason })
      .where('user_id', '=', ended.user_id)
      .where('revoked_at', 'is', null)
      .execute(),
    ...(['session_directory', 'token_directory'] as const).map((directory) =>
      tx
        .deleteFrom(directory)
        .where('tenant_id', '=', ended.tenant_id)
        .where('user_id', '=', ended.user_id)
        .execute(),
    ),
  ]);
}
