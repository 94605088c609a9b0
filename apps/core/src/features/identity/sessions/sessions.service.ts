import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import * as queries from './sessions.queries.ts';

/** To be called by whatever changes somebody's rights: they hold from that person's next request on (IDN-50). */
export async function refreshRights(tx: Transaction, context: Context, userId: string): Promise<void> {
  await queries.updateRevision(tx, context.actor.tenant_id, userId);
}

export async function signOut(context: Context): Promise<void> {
  const { session, tenant_id, user_id } = context.actor;
  if (!session || !user_id) return;
  await context.withTenant(async (tx) => {
    const ended_at = context.platform.clock.now().toISOString();
    await queries.endSession(tx, { tenant_id, session_id: session.id, ended_at, reason: 'signed_out' });
    await recordAudit(tx, context, { action: 'session.ended', target_type: 'session', target_id: session.id });
  });
}
