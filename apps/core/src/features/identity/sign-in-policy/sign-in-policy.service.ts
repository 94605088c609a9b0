import type { SignInPolicy } from '@k12/contracts/identity/sign-in-policy';
import type { Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import { isInNetworks } from '../../../platform/auth/networks.ts';
import type { Context, Platform } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { lookUpTenantOfHost } from '../tenants/tenant-hosts.service.ts';
import { selectOptionalTenantBySlug, selectTenant, type Tenant } from '../tenants/tenants.service.ts';
import * as queries from './sign-in-policy.queries.ts';
import { readPolicy } from './sign-in-policy.rules.ts';

export async function selectPolicy(tx: Transaction): Promise<SignInPolicy> {
  return readPolicy((await queries.selectOptionalPolicy(tx))?.policy);
}

export function getSignInPolicy(context: Context) {
  authorize(reachesTenant(context.actor, 'tenant_settings.read'), 'tenant_settings.read');
  return context.readTenant(readCurrent);
}

export async function updateSignInPolicy(context: Context, input: SignInPolicy & { lock_version: number }) {
  authorize(reachesTenant(context.actor, 'sign_in.manage'), 'sign_in.manage');
  const { lock_version, ...policy } = input;
  checkNetworks(context, policy.admin_networks);
  return context.withTenant(async (tx) => {
    const before = await readCurrent(tx);
    const at = context.platform.clock.now().toISOString();
    const saved = await queries.savePolicy(tx, JSON.stringify(policy), lock_version, at);
    if (!saved || before.lock_version !== lock_version) {
      throw new Problem('version_conflict', { current: await readCurrent(tx) });
    }
    await recordAudit(tx, context, {
      action: 'sign_in_policy.updated',
      target_type: 'tenant',
      target_id: context.actor.tenant_id,
      changes: changesBetween(asText(before), asText(policy)),
    });
    return { ...policy, lock_version: saved.lock_version };
  });
}

/** Whoever names networks is in one of them: otherwise nobody who could take it back gets in again. */
function checkNetworks({ ip }: Context, networks: readonly string[]): void {
  if (networks.length === 0 || ip === null || isInNetworks(networks, ip)) return;
  throw invalid('/admin_networks', 'locks_out', `These networks leave out the one you are in now (${ip}).`);
}

/** The login page of an organisation; an unknown name gets an answer of the same shape (IDN-57). */
export async function getSignInMethods(platform: Platform, slug: string | undefined, host: string) {
  const tenant = slug ? await selectOptionalTenantBySlug(platform, slug) : await tenantOfHost(platform, host);
  const policy = tenant
    ? await platform.db.readTenant({ tenant_id: tenant.id }, selectPolicy)
    : readPolicy(undefined);
  const methods = (['password', 'passkey', 'google', 'saml'] as const).filter(
    (method) => policy.methods[method],
  );
  return {
    tenant: tenant && { slug: tenant.slug, name: tenant.name, locale: tenant.locale },
    methods,
  };
}

async function tenantOfHost(platform: Platform, host: string): Promise<Tenant | null> {
  const tenantId = await lookUpTenantOfHost(platform, host);
  return tenantId ? selectTenant(platform, tenantId) : null;
}

async function readCurrent(tx: Transaction) {
  const row = await queries.selectOptionalPolicy(tx);
  return { ...readPolicy(row?.policy), lock_version: row?.lock_version ?? 0 };
}

/** Compared and kept in the audit log part by part. */
function asText(policy: object): Record<string, string> {
  return Object.fromEntries(Object.entries(policy).map(([part, value]) => [part, JSON.stringify(value)]));
}
