import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import * as queries from './sessions.queries.ts';

export async function signOut(context: Context): Promise<void> {
  const { session, tenant_id, user_id } = context.actor;
  if (!session || !user_id) return;
  await context.withTenant(async (tx) => {
    const ended_at = context.platform.clock.now().toISOString();
    await queries.endSession(tx, { tenant_id, session_id: session.id, ended_at, reason: 'signed_out' });
    await recordAudit(tx, context, { action: 'session.ended', target_type: 'session', target_id: session.id });
  });
}
