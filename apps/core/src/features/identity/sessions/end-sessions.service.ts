import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { endEverySession } from './end-sessions.queries.ts';
import { endDevicesOfUser, endSessionsOfUser } from './sessions.queries.ts';

/** For whatever locks somebody out: every session, app and token of theirs ends with this transaction (IDN-35). */
export async function endAllSessions(
  tx: Transaction,
  context: Context,
  userId: string,
  reason: string,
): Promise<void> {
  await endEverySession(tx, {
    tenant_id: context.actor.tenant_id,
    user_id: userId,
    ended_at: context.platform.clock.now().toISOString(),
    reason,
  });
  await recordAudit(tx, context, {
    action: 'session.all_ended',
    target_type: 'user',
    target_id: userId,
    changes: { reason },
  });
}

/** Browser sessions and apps, for a person who keeps their account and the tokens of their programs. */
export async function endSignIns(
  tx: Transaction,
  context: Context,
  userId: string,
  reason: string,
): Promise<void> {
  const ended_at = context.platform.clock.now().toISOString();
  const all = { tenant_id: context.actor.tenant_id, user_id: userId, ended_at, reason };
  await endSessionsOfUser(tx, all);
  await endDevicesOfUser(tx, all);
  await recordAudit(tx, context, {
    action: 'session.all_ended',
    target_type: 'user',
    target_id: userId,
    changes: { reason },
  });
}
