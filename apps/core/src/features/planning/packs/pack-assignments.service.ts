import type {
  PackAssignmentPut,
  PackAssignments,
  PackFreeze,
  PackFreezeCreate,
} from '@k12/contracts/planning/pack-admin';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import * as queries from './pack-assignments.queries.ts';
import * as policy from './packs.policy.ts';
import { type PackRow, selectPackVersion } from './packs.queries.ts';
import { packOf } from './packs.service.ts';
import { platformDefaultPack, shippedPack } from './shipped/shipped-packs.ts';

export async function getAssignments(context: Context): Promise<PackAssignments> {
  return context.readTenant((tx) => readAssignments(tx, context));
}

export async function putAssignment(context: Context, input: PackAssignmentPut): Promise<PackAssignments> {
  return context.withTenant(async (tx) => {
    const { target, school_id, academic_year_id } = await resolveTarget(tx, input);
    authorize(policy.canManagePack(context.actor, school_id), 'planner_packs.manage');
    await refuseInFrozenYear(tx, input.scope, academic_year_id);
    const pack = input.pack && { pack_key: input.pack.key, pack_version: input.pack.version };
    if (pack) await requireOffered(tx, pack, school_id);
    const now = context.platform.clock.now().toISOString();
    const user_id = requireUser(context);
    await queries.replaceAssignment(tx, target, pack, { user_id, now });
    await recordAudit(tx, context, {
      action: 'pack_assignment.changed',
      target_type: input.scope,
      target_id: input.target_id ?? context.actor.tenant_id,
      school_id,
      changes: { pack: [null, pack && `${pack.pack_key}@${pack.pack_version}`] },
    });
    return readAssignments(tx, context);
  });
}

export async function createFreeze(context: Context, input: PackFreezeCreate): Promise<PackFreeze> {
  authorize(policy.canManagePack(context.actor, null), 'planner_packs.manage');
  return context.withTenant(async (tx) => {
    const year = await queries.selectYear(tx, input.academic_year_id);
    if (!year) throw invalid('/academic_year_id', 'unknown_year', 'There is no such academic year.');
    await requireOffered(tx, input, null);
    const freeze = await queries.createFreeze(tx, {
      ...input,
      id: newId(),
      created_by: requireUser(context),
      created_at: context.platform.clock.now().toISOString(),
    });
    if (!freeze) throw new Problem('pack.year_frozen');
    await recordAudit(tx, context, {
      action: 'pack_freeze.created',
      target_type: 'academic_year',
      target_id: year.id,
      changes: { pack: [null, `${input.pack_key}@${input.pack_version}`] },
    });
    const pack = await packOf(tx, freeze.pack_key, freeze.pack_version);
    return { ...freeze, academic_year_name: year.name, pack_label: pack?.label ?? null };
  });
}

export async function deleteFreeze(context: Context, id: string): Promise<void> {
  return context.withTenant(async (tx) => {
    const freeze = await queries.selectFreeze(tx, id);
    if (!freeze) throw new Problem('not_found');
    authorize(policy.canManagePack(context.actor, null), 'planner_packs.manage');
    await queries.deleteFreeze(tx, id);
    await recordAudit(tx, context, {
      action: 'pack_freeze.deleted',
      target_type: 'academic_year',
      target_id: freeze.academic_year_id,
    });
  });
}

/** What had an older version of this pack gets the new one, except where a year is frozen (PLN-62). */
export async function moveAssignments(tx: Transaction, context: Context, pack: PackRow): Promise<void> {
  const now = context.platform.clock.now().toISOString();
  const by = { user_id: requireUser(context), now };
  const pin = { pack_key: pack.key, pack_version: pack.version };
  for (const assignment of await queries.selectAssignmentsOfKey(tx, pack.key)) {
    const { scope, school_id, course_id } = assignment;
    const reached = school_id ?? assignment.course_school_id;
    if (!policy.canManagePack(context.actor, reached)) continue;
    if (await isFrozen(tx, scope, assignment.academic_year_id)) continue;
    await queries.replaceAssignment(tx, { scope, school_id, course_id }, pin, by);
  }
}

/** For a push: the system decides for a school, in the name of whoever pushed; frozen years stay (PLN-144). */
export async function assignToSchool(
  tx: Transaction,
  context: Context,
  schoolId: string,
  pack: queries.PackPin | null,
  userId: string,
): Promise<void> {
  await refuseInFrozenYear(tx, 'school', null);
  const now = context.platform.clock.now().toISOString();
  const target = { scope: 'school', school_id: schoolId, course_id: null } as const;
  await queries.replaceAssignment(tx, target, pack, { user_id: userId, now });
}

async function readAssignments(tx: Transaction, context: Context): Promise<PackAssignments> {
  const rows = await queries.listAssignments(tx);
  const frozen = await queries.listFreezes(tx);
  const labels = await labelsOf(tx, [...rows, ...frozen]);
  const label = (pin: queries.PackPin) => labels.get(nameOf(pin)) ?? null;
  const reachesTenant = policy.canManagePack(context.actor, null);
  return {
    assignments: rows.map((row) => ({ ...row, pack_label: label(row) })),
    freezes: frozen.map((row) => ({ ...row, pack_label: label(row) })),
    platform_default: {
      pack_key: platformDefaultPack.key,
      pack_version: platformDefaultPack.version,
      pack_label: platformDefaultPack.label,
    },
    can: { assign_tenant: reachesTenant, freeze: reachesTenant },
  };
}

const nameOf = (pin: queries.PackPin) => `${pin.pack_key}@${pin.pack_version}`;

async function labelsOf(tx: Transaction, pins: queries.PackPin[]) {
  const distinct = new Map(pins.map((pin) => [nameOf(pin), pin]));
  const labels = new Map<string, NonNullable<PackFreeze['pack_label']>>();
  for (const [name, pin] of distinct) {
    const pack = await packOf(tx, pin.pack_key, pin.pack_version);
    if (pack) labels.set(name, pack.label);
  }
  return labels;
}

async function resolveTarget(tx: Transaction, input: PackAssignmentPut) {
  const { scope, target_id } = input;
  if ((scope === 'tenant') !== (target_id === null)) {
    throw invalid('/target_id', 'target', 'A school or course is named, the tenant is not.');
  }
  const none = { school_id: null, course_id: null, academic_year_id: null };
  if (scope === 'school' && target_id) {
    if (!(await queries.schoolExists(tx, target_id))) throw new Problem('not_found');
    return { target: { scope, school_id: target_id, course_id: null }, ...none, school_id: target_id };
  }
  if (scope === 'course' && target_id) {
    const course = await queries.selectCoursePlace(tx, target_id);
    if (!course) throw new Problem('not_found');
    return { target: { scope, school_id: null, course_id: target_id }, ...course };
  }
  return { target: { scope, school_id: null, course_id: null }, ...none };
}

/**
 * A frozen year keeps what decides before the freeze: the assignments of its courses, and, while it is the active
 * year, those of schools. The tenant's comes after the freeze, so changing it touches no frozen year.
 */
async function refuseInFrozenYear(tx: Transaction, scope: queries.AssignmentScope, yearId: string | null) {
  if (await isFrozen(tx, scope, yearId)) throw new Problem('pack.year_frozen');
}

async function isFrozen(tx: Transaction, scope: queries.AssignmentScope, yearId: string | null) {
  if (scope === 'tenant') return false;
  return (await queries.selectFreezeOfYear(tx, scope === 'course' ? yearId : null)) !== undefined;
}

export async function requireOffered(tx: Transaction, pin: queries.PackPin, schoolId: string | null) {
  if (shippedPack(pin.pack_key, pin.pack_version)) return;
  const pack = await selectPackVersion(tx, pin.pack_key, pin.pack_version);
  if (!pack) throw invalid('/pack', 'unknown_pack', 'There is no such version of a pack.');
  if (pack.state !== 'active') throw new Problem('pack.not_active');
  if (!policy.fitsTarget(pack, schoolId)) {
    throw invalid('/pack', 'pack_of_other_school', 'This pack belongs to another school.');
  }
}

function requireUser({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}
