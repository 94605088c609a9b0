import { newId, type Transaction } from '@k12/db';
import type { Platform } from '../../../platform/context.ts';
import { createFirstAdminLink } from '../invitations/invitations.service.ts';
import * as queries from './foundation.queries.ts';
import type { Foundation } from './foundation.rules.ts';
import { createPeople, createTenant } from './provisioning.queries.ts';

export interface Founded {
  /** What there is now, without anything secret. */
  summary: string[];
  first_admin_link: string | null;
}

/** Tenant, school, active year and first admin in one transaction; a second run changes nothing (OPS-137). */
export async function foundTenant(platform: Platform, foundation: Foundation): Promise<Founded> {
  const slug = foundation.BOOTSTRAP_TENANT_SLUG;
  const made = await platform.db.asJob('founding a tenant', async (tx) => {
    await queries.lockFoundation(tx, slug);
    const known = await queries.selectOptionalTenantId(tx, slug);
    return known ? null : createEverything(tx, platform, foundation);
  });
  if (!made)
    return {
      summary: [`The organisation ${slug} exists already: nothing was changed.`],
      first_admin_link: null,
    };
  const link = await createFirstAdminLink(platform, made.tenant_id, made.user_id);
  const summary = [
    `Founded ${foundation.BOOTSTRAP_TENANT_NAME} (${slug})`,
    `  school  ${foundation.BOOTSTRAP_SCHOOL_NAME}`,
    `  year    ${foundation.BOOTSTRAP_YEAR_NAME}, active`,
    `  admin   ${foundation.BOOTSTRAP_ADMIN_EMAIL}`,
  ];
  return { summary, first_admin_link: `${platform.config.WEB_URL}/invite/${link.token}` };
}

export async function createEverything(tx: Transaction, platform: Platform, foundation: Foundation) {
  const tenant_id = newId();
  const user_id = newId();
  const kind = foundation.BOOTSTRAP_TENANT_KIND;
  const roles = await createTenant(tx, {
    id: tenant_id,
    name: foundation.BOOTSTRAP_TENANT_NAME,
    slug: foundation.BOOTSTRAP_TENANT_SLUG,
    kind,
    locale: foundation.BOOTSTRAP_LOCALE,
    time_zone: foundation.BOOTSTRAP_TIME_ZONE,
  });
  const school_id = await queries.createFirstSchool(tx, tenant_id, foundation);
  await queries.createFirstYear(tx, tenant_id, foundation);
  await createPeople(tx, platform.config.APP_SECRET_KEY, [
    {
      tenant_id,
      id: user_id,
      email: foundation.BOOTSTRAP_ADMIN_EMAIL,
      given_name: foundation.BOOTSTRAP_ADMIN_GIVEN_NAME,
      family_name: foundation.BOOTSTRAP_ADMIN_FAMILY_NAME,
      state: 'invited',
    },
  ]);
  // In a tenant of one school the admin at tenant scope holds what a district admin holds elsewhere.
  const role_id = roles[kind === 'district' ? 'district_admin' : 'admin'] ?? '';
  await queries.createFirstAdminRights(tx, { tenant_id, user_id, role_id, school_id });
  await queries.createFoundationAudit(tx, tenant_id, platform.clock.now().toISOString());
  return { tenant_id, user_id };
}
