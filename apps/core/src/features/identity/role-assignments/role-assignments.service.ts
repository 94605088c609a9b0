import type {
  RoleAssignment,
  RoleAssignmentCreate,
  RoleAssignmentQuery,
} from '@k12/contracts/identity/role-assignments';
import { isUniqueViolation, newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { capabilitiesBeyond, isChangeOfKind } from '../roles/assignment-limits.rules.ts';
import * as roles from '../roles/roles.service.ts';
import { refreshRights } from '../sessions/sessions.service.ts';
import { selectTenant, todayOf } from '../tenants/tenants.service.ts';
import { displayName } from '../users/users.rules.ts';
import { requireAnotherAdmin } from './last-admin.service.ts';
import * as policy from './role-assignments.policy.ts';
import * as queries from './role-assignments.queries.ts';
import { effectivePermissions, isInForce } from './role-assignments.rules.ts';

export async function listRoleAssignments(context: Context, query: RoleAssignmentQuery) {
  const after = decodeCursor(query.cursor, 2);
  const visible = context.school_id ? [context.school_id] : schoolsInReach(context.actor, 'roles.read');
  const today = await todayOf(context);
  const rows = await context.readTenant((tx) => queries.listAssignments(tx, visible, query, after));
  return pageOf(
    rows,
    query.limit,
    (row) => present(context.actor, row, today),
    (row) => [row.sort_name, row.id],
  );
}

/** The one way to hand out a role, for pages, invitations and imports alike (IDN-45). */
export async function createRoleAssignment(
  context: Context,
  input: RoleAssignmentCreate,
): Promise<RoleAssignment> {
  const today = await todayOf(context);
  return context.withTenant(async (tx) => {
    const id = await assignRole(tx, context, input);
    return present(context.actor, await queries.selectAssignment(tx, id), today);
  });
}

export async function assignRole(
  tx: Transaction,
  context: Context,
  input: RoleAssignmentCreate,
): Promise<string> {
  checkShape(context, input);
  const { confirm_change_of_kind, ...assignment } = input;
  const role = await roles.selectRole(tx, input.role_id);
  const held = await holderRoles(tx, context, input.user_id);
  authorize(policy.canManageAssignment(context.actor, input), 'role_assignments.manage');
  await refuseBeyond(context, {
    ...role,
    role_key: role.key,
    scope: input.scope,
    school_id: input.school_id,
  });
  if (isChangeOfKind(held, role.key) && !confirm_change_of_kind) {
    throw invalid(
      '/confirm_change_of_kind',
      'change_of_kind',
      'Confirm that a student or guardian becomes staff.',
    );
  }
  const id = newId();
  const created_at = context.platform.clock.now().toISOString();
  const granted_by = context.actor.user_id;
  await queries.createAssignment(tx, { id, ...assignment, granted_by, created_at }).catch(refuseTwice);
  await announce(tx, context, 'role_assignment.created', input.user_id, {
    role: role.key,
    scope: input.scope,
  });
  return id;
}

export async function deleteRoleAssignment(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const assignment = await queries.selectAssignment(tx, id);
    if (!policy.canReadAssignment(context.actor, assignment)) throw new Problem('not_found');
    authorize(policy.canManageAssignment(context.actor, assignment), 'role_assignments.manage');
    await refuseBeyond(context, assignment);
    if (assignment.scope === 'tenant') await requireAnotherAdmin(tx, context, [assignment.user_id]);
    await queries.deleteAssignment(tx, id);
    const facts = { role: assignment.role_key, scope: assignment.scope };
    await announce(tx, context, 'role_assignment.deleted', assignment.user_id, facts);
  });
}

export async function getEffectivePermissions(context: Context, userId: string) {
  const [tenant, today] = [
    await selectTenant(context.platform, context.actor.tenant_id),
    await todayOf(context),
  ];
  const assignments = await context.readTenant(async (tx) => {
    const [rows, memberships] = await Promise.all([
      queries.listAssignmentsOfUser(tx, userId),
      queries.listSchoolIdsOfUser(tx, userId),
    ]);
    const schools = [...memberships, ...rows.flatMap((row) => row.school_id ?? [])];
    if (!(await queries.selectOptionalHolder(tx, userId))) throw new Problem('not_found');
    if (!policy.canReadRightsOf(context.actor, schools)) throw new Problem('not_found');
    return rows;
  });
  const inForce = assignments.filter((assignment) => isInForce(assignment, today));
  return { data: effectivePermissions(inForce, tenant) };
}

function checkShape(context: Context, input: RoleAssignmentCreate): void {
  if ((input.scope === 'school') !== (input.school_id !== null)) {
    throw invalid(
      '/school_id',
      'scope_school',
      'A role at school scope names its school, one at tenant scope none.',
    );
  }
  if (input.starts_on && input.ends_on && input.ends_on < input.starts_on) {
    throw invalid('/ends_on', 'ends_before_start', 'The end must not come before the start.');
  }
  if (context.school_id && input.school_id && context.school_id !== input.school_id)
    throw new Problem('school_mismatch');
}

/** Somebody who belongs nowhere is in no school's reach: only those over the tenant give the first role (IDN-42). */
async function holderRoles(tx: Transaction, context: Context, userId: string): Promise<string[]> {
  const holder = await queries.selectOptionalHolder(tx, userId);
  const rows = await queries.listAssignmentsOfUser(tx, userId);
  const schools = [
    ...(await queries.listSchoolIdsOfUser(tx, userId)),
    ...rows.flatMap((row) => row.school_id ?? []),
  ];
  if (!holder || !policy.canReadRightsOf(context.actor, schools)) throw new Problem('not_found');
  return rows.map((row) => row.role_key);
}

async function refuseBeyond(context: Context, role: Parameters<typeof capabilitiesBeyond>[1]): Promise<void> {
  const tenant = await selectTenant(context.platform, context.actor.tenant_id);
  const beyond = capabilitiesBeyond(context.actor, role, tenant);
  if (beyond.length > 0) throw new Problem('exceeds_own_rights', { context: { capabilities: beyond } });
}

/** Rights hold on the very next request; the change is on record with what it was about (IDN-50). */
async function announce(
  tx: Transaction,
  context: Context,
  action: string,
  userId: string,
  facts: Record<string, string>,
): Promise<void> {
  await refreshRights(tx, context, userId);
  await recordAudit(tx, context, { action, target_type: 'user', target_id: userId, changes: facts });
  await publishEvent(tx, context, 'user.role_changed', { user_id: userId });
}

function refuseTwice(error: unknown): never {
  if (isUniqueViolation(error))
    throw new Problem('conflict', { detail: 'This person holds the role there already.' });
  throw error;
}

function present(actor: Actor, row: queries.AssignmentRow, today: string): RoleAssignment {
  return {
    ...row,
    user_name: displayName(row),
    in_force: isInForce(row, today),
    can: { delete: policy.canManageAssignment(actor, row) },
  };
}
