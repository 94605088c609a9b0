import type { MembershipCreate, User, UserMove } from '@k12/contracts/identity/users';
import { newId, type Transaction } from '@k12/db';
import { addDays } from '@k12/plan-content/days';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { moveAssignments } from '../role-assignments/school-moves.service.ts';
import { refreshRights } from '../sessions/sessions.service.ts';
import { countSchools } from './counters.service.ts';
import { type KnownUser, loadUser, presentAgain } from './present-user.service.ts';
import * as policy from './users.policy.ts';
import * as queries from './users.queries.ts';
import { isInForce } from './users.rules.ts';

export async function createMembership(context: Context, id: string, input: MembershipCreate): Promise<User> {
  return context.withTenant(async (tx) => {
    const known = await loadUser(tx, context, id);
    await requireOpenSchool(tx, context, known, input.school_id);
    if (known.facts.memberships.some((row) => isOpenIn(row, input.school_id, known.today))) {
      throw new Problem('conflict', { detail: 'This person belongs to the school already.' });
    }
    const created_at = context.platform.clock.now().toISOString();
    const is_primary = input.is_primary || known.facts.memberships.length === 0;
    if (is_primary) await queries.clearPrimary(tx, id);
    await queries.saveMembership(tx, { id: newId(), user_id: id, created_at, ...input, is_primary });
    await announce(tx, context, id, 'user.membership_created', { school_id: input.school_id });
    await countSchools(tx, context, [input.school_id]);
    return presentAgain(tx, context, id);
  });
}

/** The old school keeps what was done there; from the date on the person belongs to the new one (IDN-08). */
export async function moveUser(context: Context, id: string, input: UserMove): Promise<User> {
  const { from_school_id, to_school_id, on } = input;
  if (from_school_id === to_school_id) {
    throw invalid('/to_school_id', 'same_school', 'This is the school the person is leaving.');
  }
  return context.withTenant(async (tx) => {
    const known = await loadUser(tx, context, id);
    authorize(policy.canUpdateSchoolOf(context.actor, from_school_id), 'users.update');
    await requireOpenSchool(tx, context, known, to_school_id, '/to_school_id');
    const leaving = known.facts.memberships.find((row) => isOpenIn(row, from_school_id, known.today));
    if (!leaving) throw new Problem('conflict', { detail: 'This person does not belong to that school.' });
    if (leaving.starts_on && on <= leaving.starts_on) {
      throw invalid('/on', 'before_start', 'The move must come after the first day at the old school.');
    }
    const { is_primary } = leaving;
    await queries.updateMembership(tx, leaving.id, { ends_on: addDays(on, -1), is_primary: false });
    await queries.saveMembership(tx, {
      id: newId(),
      user_id: id,
      school_id: to_school_id,
      is_primary,
      grade_level: input.grade_level === undefined ? leaving.grade_level : input.grade_level,
      starts_on: on,
      ends_on: null,
      created_at: context.platform.clock.now().toISOString(),
    });
    await moveAssignments(tx, context, { user_id: id, from_school_id, to_school_id, on });
    await announce(tx, context, id, 'user.moved', { from_school_id, to_school_id, on });
    await countSchools(tx, context, [from_school_id, to_school_id]);
    return presentAgain(tx, context, id);
  });
}

export async function assignGrade(
  context: Context,
  id: string,
  grade: string,
  schoolId: string | undefined,
): Promise<User> {
  return context.withTenant(async (tx) => {
    const { facts, today } = await loadUser(tx, context, id);
    const open = facts.memberships.filter((row) => isInForce(row, today));
    const membership = schoolId ? open.find((row) => row.school_id === schoolId) : open[0];
    if (!membership) throw new Problem('conflict', { detail: 'This person belongs to no such school.' });
    authorize(policy.canUpdateSchoolOf(context.actor, membership.school_id), 'users.update');
    await queries.updateMembership(tx, membership.id, { grade_level: grade });
    await announce(tx, context, id, 'user.grade_changed', { grade_level: [membership.grade_level, grade] });
    return presentAgain(tx, context, id);
  });
}

async function requireOpenSchool(
  tx: Transaction,
  context: Context,
  { facts }: KnownUser,
  schoolId: string,
  pointer = '/school_id',
): Promise<void> {
  authorize(policy.canManageUser(context.actor, 'users.update', facts.place), 'users.update');
  if (!(await queries.selectOptionalActiveSchool(tx, schoolId))) {
    throw invalid(pointer, 'unknown_school', 'There is no such active school.');
  }
  authorize(policy.canUpdateSchoolOf(context.actor, schoolId), 'users.update');
  if (context.school_id && context.school_id !== schoolId) throw new Problem('school_mismatch');
}

function isOpenIn(
  row: { school_id: string; ends_on: string | null },
  schoolId: string,
  today: string,
): boolean {
  return row.school_id === schoolId && (row.ends_on === null || row.ends_on >= today);
}

async function announce(
  tx: Transaction,
  context: Context,
  userId: string,
  action: string,
  changes: Record<string, unknown>,
): Promise<void> {
  await refreshRights(tx, context, userId);
  await recordAudit(tx, context, { action, target_type: 'user', target_id: userId, changes });
  await publishEvent(tx, context, 'user.updated', { user_id: userId });
}
