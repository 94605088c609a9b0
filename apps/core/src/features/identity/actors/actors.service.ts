import type { Transaction } from '@k12/db';
import type { Actor, ActorSession } from '../../../platform/auth/actor.ts';
import { reachesTenant } from '../../../platform/auth/actor.ts';
import { dayIn } from '../../../platform/clock.ts';
import type { Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { operatorGrants, operatorsTenantId } from '../tenants/operators.rules.ts';
import { selectTenant, selectTenantOfNow, type Tenant } from '../tenants/tenants.service.ts';
import { displayName } from '../users/users.rules.ts';
import * as queries from './actors.queries.ts';
import { type AssignmentInForce, grantsOf, orderedRoles } from './actors.rules.ts';

/** Loads who somebody is and what they may do right now; null when the account may not be used. */
export async function loadActor(
  platform: Platform,
  tenantId: string,
  userId: string,
  session: (tx: Transaction) => Promise<ActorSession | null>,
): Promise<Actor | null> {
  const tenant = await selectTenantOfNow(platform, tenantId);
  if (tenant.state === 'suspended') throw new Problem('tenant_suspended');
  if (tenant.state === 'closed') return null;
  const today = dayIn(tenant.time_zone, platform.clock.now());
  const [user, assignments, memberships, linked, actorSession] = await platform.db.withTenant(
    { tenant_id: tenantId },
    (tx) =>
      Promise.all([
        queries.selectOptionalUser(tx, userId),
        queries.listAssignmentsInForce(tx, userId, today),
        queries.listMembershipSchools(tx, userId, today),
        queries.listLinkedSchools(tx, userId, today),
        session(tx),
      ]),
  );
  if (user?.state !== 'active') return null;
  return {
    kind: 'user',
    is_operator: tenantId === operatorsTenantId,
    tenant_id: tenantId,
    user_id: userId,
    display_name: displayName(user),
    ...rightsIn(tenant, assignments),
    school_ids: [
      ...new Set([...memberships, ...linked, ...assignments].flatMap((row) => row.school_id ?? [])),
    ],
    session: actorSession,
    bearer: null,
    impersonation: null,
    school_limit: null,
    system_reason: null,
  };
}

function rightsIn(tenant: Tenant, assignments: AssignmentInForce[]): Pick<Actor, 'roles' | 'grants'> {
  if (tenant.id === operatorsTenantId) return { roles: ['super_admin'], grants: operatorGrants };
  return {
    roles: orderedRoles(assignments.map((assignment) => assignment.role_key)),
    grants: grantsOf(assignments, tenant),
  };
}

/**
 * What somebody holds now or from a later date on, also before they accept their invitation or while suspended:
 * for the question who may get hold of their account (IDN-45).
 */
export async function loadGrantsToCome(platform: Platform, tenantId: string, userId: string) {
  const tenant = await selectTenant(platform, tenantId);
  const today = dayIn(tenant.time_zone, platform.clock.now());
  const assignments = await platform.db.withTenant({ tenant_id: tenantId }, (tx) =>
    queries.listAssignmentsToCome(tx, userId, today),
  );
  return grantsOf(assignments, tenant);
}

/** X-School-Id narrows to one school: unknown is 404, known but not theirs is 403 (IDN-03). */
export async function selectSchool(platform: Platform, actor: Actor, header: string): Promise<string> {
  if (!/^[0-9a-f-]{36}$/i.test(header)) throw new Problem('not_found');
  const schoolId = header.toLowerCase();
  if (actor.school_limit && !actor.school_limit.includes(schoolId)) throw new Problem('school_not_permitted');
  if (actor.school_ids.includes(schoolId)) return schoolId;
  const known = await platform.db.readTenant({ tenant_id: actor.tenant_id }, (tx) =>
    queries.selectOptionalSchoolId(tx, schoolId),
  );
  if (!known) throw new Problem('not_found');
  if (!reachesTenant(actor, 'schools.read')) throw new Problem('school_not_permitted');
  return schoolId;
}
