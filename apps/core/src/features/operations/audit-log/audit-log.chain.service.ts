import { listTenantsToNumber } from '../../../platform/audit/chain-rows.ts';
import { closeChain } from '../../../platform/audit/close-chain.ts';
import { numberEvents } from '../../../platform/audit/number-events.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { verifyChain } from '../../../platform/audit/verify-chain.ts';
import type { Context } from '../../../platform/context.ts';
import type { SystemContext } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';

export const verified = 'audit_log.verified';

/** The result is an event itself: it cannot be removed either. */
export async function verifyAuditChain(context: Context): Promise<void> {
  await numberEvents(context);
  const result = await verifyChain(context);
  const isWhole = result.problem === null;
  if (!isWhole) {
    const { tenant_id } = context.actor;
    context.platform.log.error({ tenant_id, ...result }, 'the audit chain is broken');
  }
  const outcome = isWhole ? 'success' : 'failed';
  await context.withTenant((tx) =>
    recordAudit(tx, context, { action: verified, outcome, changes: { ...result } }),
  );
}

/** Every minute: only tenants in which something happened are visited. */
export async function numberNewEvents(system: SystemContext): Promise<void> {
  const tenantIds = await listTenantsToNumber(system.platform.db);
  await forEachTenant(
    system,
    'audit_log.number',
    async (context) => void (await numberEvents(context)),
    tenantIds,
  );
}

/** Every hour: events that committed out of order get their number at the latest now. */
export function closeAllChains(system: SystemContext): Promise<void> {
  return forEachTenant(system, 'audit_log.close', async (context) => {
    await numberEvents(context);
    await closeChain(context);
  });
}

export function verifyAllChains(system: SystemContext): Promise<void> {
  return forEachTenant(system, 'audit_log.verify_all', verifyAuditChain);
}
