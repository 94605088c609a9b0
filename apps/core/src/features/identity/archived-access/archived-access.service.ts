import type { ArchivedAccess } from '@k12/contracts/identity/archived-access';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { updateSettings } from '../tenant-settings/tenant-settings.service.ts';
import { forgetTenant, selectTenant } from '../tenants/tenants.service.ts';

export async function getArchivedAccess({ platform, actor }: Context): Promise<ArchivedAccess> {
  authorize(reachesTenant(actor, 'tenant_settings.read'), 'tenant_settings.read');
  return (await selectTenant(platform, actor.tenant_id)).archived_access;
}

export async function putArchivedAccess(context: Context, input: ArchivedAccess): Promise<ArchivedAccess> {
  const { platform, actor } = context;
  authorize(reachesTenant(actor, 'tenant_settings.manage'), 'tenant_settings.manage');
  const before = (await selectTenant(platform, actor.tenant_id)).archived_access;
  await context.withTenant(async (tx) => {
    const at = platform.clock.now().toISOString();
    await updateSettings(tx, actor.tenant_id, { archived_access: input }, at);
    await recordAudit(tx, context, {
      action: 'archived_access.updated',
      target_type: 'tenant',
      target_id: actor.tenant_id,
      changes: changesBetween(before, input),
    });
  });
  forgetTenant(platform, actor.tenant_id);
  return input;
}
