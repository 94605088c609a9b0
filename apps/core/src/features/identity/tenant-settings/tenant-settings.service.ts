import {
  type TenantLimits,
  type TenantLimitsUpdate,
  TenantSettings,
} from '@k12/contracts/identity/tenant-settings';
import type { Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { knownSettings } from '../../../platform/known-settings.ts';
import { forgetTenant } from '../tenants/tenants.service.ts';
import * as queries from './tenant-settings.queries.ts';

/** For features with a page of their own for what they keep there; they have asked who may. */
export { updateSettings } from './tenant-settings.queries.ts';

/** What the organisation decided, read within the transaction; `selectTenant` has it at hand for every request. */
export async function tenantSettings(tx: Transaction, tenantId: string): Promise<TenantSettings> {
  return knownSettings(TenantSettings, await queries.selectStoredSettings(tx, tenantId));
}

function limitsOf({ plan_bin_days, submission_megabytes }: TenantSettings): TenantLimits {
  return { plan_bin_days, submission_megabytes };
}

export async function getTenantLimits(context: Context): Promise<TenantLimits> {
  const { actor } = context;
  authorize(reachesTenant(actor, 'tenant_settings.read'), 'tenant_settings.read');
  return context.readTenant(async (tx) => limitsOf(await tenantSettings(tx, actor.tenant_id)));
}

export async function updateTenantLimits(context: Context, input: TenantLimitsUpdate): Promise<TenantLimits> {
  const { platform, actor } = context;
  authorize(reachesTenant(actor, 'tenant_settings.manage'), 'tenant_settings.manage');
  const after = await context.withTenant(async (tx) => {
    const before = limitsOf(await tenantSettings(tx, actor.tenant_id));
    await queries.updateSettings(tx, actor.tenant_id, input, platform.clock.now().toISOString());
    const changed = limitsOf(await tenantSettings(tx, actor.tenant_id));
    await recordAudit(tx, context, {
      action: 'tenant_limits.updated',
      target_type: 'tenant',
      target_id: actor.tenant_id,
      changes: changesBetween(before, changed),
    });
    return changed;
  });
  forgetTenant(platform, actor.tenant_id);
  return after;
}
