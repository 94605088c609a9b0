import { sensitiveCapabilities } from '@k12/contracts';
import type { OptionalRightsChange } from '@k12/contracts/identity/optional-rights';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { refreshRights } from '../sessions/sessions.service.ts';
import { tenantSettings, updateSettings } from '../tenant-settings/tenant-settings.service.ts';
import { forgetTenant, todayOf } from '../tenants/tenants.service.ts';
import * as queries from './optional-rights.queries.ts';
import { changedMarks, rightsOn } from './optional-rights.rules.ts';

export async function getOptionalRights(context: Context) {
  return context.readTenant((tx) => present(tx, context));
}

/** For everybody of the role, from their next request on (IDN-50); who is told is who could take it back (IDN-46). */
export async function changeOptionalRights(context: Context, change: OptionalRightsChange) {
  const { platform, actor } = context;
  authorize(reachesTenant(actor, 'roles.manage'), 'roles.manage');
  const after = await context.withTenant(async (tx) => {
    await queries.lockSettings(tx, actor.tenant_id);
    const admins = await listAdmins(tx, context);
    // A role put together here may hold roles.manage; it gives nobody what its holder lacks (IDN-45).
    if (!admins.includes(actor.user_id ?? '')) throw new Problem('exceeds_own_rights');
    const { optional_grants: before } = await tenantSettings(tx, actor.tenant_id);
    const optional_grants = changedMarks(before, change);
    if (optional_grants.join() !== before.join()) {
      await updateSettings(tx, actor.tenant_id, { optional_grants }, platform.clock.now().toISOString());
      await announce(tx, context, change, { before, after: optional_grants, admins });
    }
    return present(tx, context);
  });
  forgetTenant(platform, actor.tenant_id);
  return after;
}

async function announce(
  tx: Transaction,
  context: Context,
  { role, capabilities, on }: OptionalRightsChange,
  known: { before: string[]; after: string[]; admins: string[] },
): Promise<void> {
  const { actor } = context;
  const holders = await queries.listHolders(tx, role);
  for (const userId of holders) await refreshRights(tx, context, userId);
  await recordAudit(tx, context, {
    action: 'optional_rights.changed',
    target_type: 'tenant',
    target_id: actor.tenant_id,
    changes: { optional_grants: [known.before, known.after] },
  });
  if (!on || !capabilities.some((capability) => sensitiveCapabilities.has(capability))) return;
  await notify(tx, context, {
    user_ids: known.admins.filter((id) => id !== actor.user_id),
    kind: 'optional_right.turned_on',
    details: { name: actor.display_name },
    link: '/admin/roles',
  });
}

async function listAdmins(tx: Transaction, context: Context): Promise<string[]> {
  return queries.listOrganisationAdmins(tx, await todayOf(context));
}

async function present(tx: Transaction, context: Context) {
  const { actor } = context;
  const { optional_grants } = await tenantSettings(tx, actor.tenant_id);
  const update =
    reachesTenant(actor, 'roles.manage') && (await listAdmins(tx, context)).includes(actor.user_id ?? '');
  return { data: rightsOn(optional_grants), can: { update } };
}
