import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { GuardianInvite, GuardianInviteCreate } from '@k12/contracts/identity/guardian-invites';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import { derivedColumns, displayName } from '../users/users.rules.ts';
import * as queries from './guardian-invites.queries.ts';
import {
  codeFrom,
  inviteDays,
  inviteState,
  locatorOf,
  normalizeGuardianCode,
} from './guardian-invites.rules.ts';
import * as policy from './guardian-links.policy.ts';
import { listRolesOf, listSchoolIdsOf, selectOptionalPair, updateLink } from './guardian-links.queries.ts';
import { addLink, announce } from './guardian-links.service.ts';

/** One code per student, all or none: a list that names one child too many makes no codes at all. */
export async function createGuardianInvites(context: Context, input: GuardianInviteCreate) {
  return context.withTenant(async (tx) => {
    const data: (GuardianInvite & { code: string })[] = [];
    for (const [at, studentId] of [...new Set(input.student_ids)].entries()) {
      await requireStudent(tx, context, studentId, `/student_ids/${at}`);
      data.push(await createInvite(tx, context, studentId, input));
    }
    return { data };
  });
}

async function createInvite(
  tx: Transaction,
  context: Context,
  student_id: string,
  input: GuardianInviteCreate,
) {
  const now = context.platform.clock.now();
  const expires_at = new Date(now.getTime() + inviteDays * 86_400_000).toISOString();
  const id = newId();
  const email_normalized = emailOf(input.email);
  const created = { created_by: context.actor.user_id, created_at: now.toISOString(), expires_at };
  const { relationship } = input;
  let code = codeFrom(randomBytes(16));
  const row = () => ({
    id,
    student_id,
    relationship,
    email_normalized,
    ...created,
    ...keysOf(context, code),
  });
  while (!(await queries.createInvite(tx, row()))) code = codeFrom(randomBytes(16));
  await recordAudit(tx, context, {
    action: 'guardian_invite.created',
    target_type: 'user',
    target_id: student_id,
  });
  return { ...present(context, await queries.selectInvite(tx, id)), code };
}

export async function listGuardianInvites(
  context: Context,
  query: { limit: number; cursor?: string | undefined; student_id?: string | undefined },
) {
  const after = decodeCursor(query.cursor, 2);
  const schools = context.school_id
    ? [context.school_id]
    : schoolsInReach(context.actor, 'guardian_links.invite');
  const rows = await context.readTenant((tx) => queries.listInvites(tx, schools, query, after));
  return pageOf(
    rows,
    query.limit,
    (row) => present(context, row),
    (row) => [row.created_at, row.id],
  );
}

export async function revokeGuardianInvite(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const invite = await queries.selectInvite(tx, id);
    const school_ids = await listSchoolIdsOf(tx, invite.student_id, await todayOf(context));
    if (!policy.canInviteFor(context.actor, { school_ids })) throw new Problem('not_found');
    const now = context.platform.clock.now();
    if (inviteState(invite, now) !== 'open') return;
    await queries.updateInvite(tx, id, { revoked_at: now.toISOString() });
    await recordAudit(tx, context, {
      action: 'guardian_invite.revoked',
      target_type: 'user',
      target_id: invite.student_id,
    });
  });
}

/** A wrong try is written down although the request fails, so the outcome is thrown after the commit (IDN-52). */
export async function redeemGuardianInvite(context: Context, typed: string) {
  const { actor } = context;
  authorize(policy.canRedeem(actor), 'guardian_links.manage');
  const code = normalizeGuardianCode(typed);
  const outcome = await context.withTenant((tx) => redeem(tx, context, code, actor.user_id as string));
  if (outcome instanceof Problem) throw outcome;
  return { state: outcome };
}

async function redeem(tx: Transaction, context: Context, code: string, userId: string) {
  const invite = await queries.selectOptionalInviteForUpdate(tx, locatorOf(code));
  if (!invite) return wrongCode();
  const now = context.platform.clock.now();
  const state = inviteState(invite, now);
  if (!timingSafeEqual(invite.code_hash, keysOf(context, code).code_hash)) {
    if (state === 'open') await queries.updateInvite(tx, invite.id, { wrong_tries: invite.wrong_tries + 1 });
    return wrongCode();
  }
  if (state !== 'open') return new Problem('gone');
  await queries.updateInvite(tx, invite.id, { redeemed_by: userId, redeemed_at: now.toISOString() });
  const isKnown =
    invite.email_normalized !== null && invite.email_normalized === (await queries.selectEmail(tx, userId));
  return linkRedeemer(tx, context, invite, userId, isKnown ? 'active' : 'invited');
}

/** An ended link comes back; a restricted one stays as it is, and its guardian is not told (IDN-54). */
async function linkRedeemer(
  tx: Transaction,
  context: Context,
  invite: { student_id: string; relationship: GuardianInvite['relationship'] },
  guardian_id: string,
  state: 'active' | 'invited',
) {
  const { student_id, relationship } = invite;
  const pair = await selectOptionalPair(tx, guardian_id, student_id);
  if (!pair) {
    await addLink(tx, context, { guardian_id, student_id, relationship, state, source: 'invitation' });
    return state;
  }
  if (pair.state === 'active') return 'active' as const;
  if (pair.state === 'restricted') return 'invited' as const;
  const updated_at = context.platform.clock.now().toISOString();
  await updateLink(tx, pair.id, pair.lock_version, { state, ended_at: null, updated_at });
  await announce(
    tx,
    context,
    'updated',
    { id: pair.id, guardian_id, student_id },
    { state: [pair.state, state] },
  );
  return state;
}

async function requireStudent(tx: Transaction, context: Context, studentId: string, pointer: string) {
  const school_ids = await listSchoolIdsOf(tx, studentId, await todayOf(context));
  const roles = await listRolesOf(tx, [studentId]);
  const isStudent = roles.some((role) => role.key === 'student');
  if (!isStudent || !policy.canInviteFor(context.actor, { school_ids })) {
    throw invalid(pointer, 'unknown_student', 'There is no such student.');
  }
}

function keysOf(context: Context, code: string) {
  const key = context.platform.config.APP_SECRET_KEY;
  const code_hash = createHmac('sha256', key).update(`guardian_invite:${code}`).digest();
  return { locator: locatorOf(code), code_hash };
}

function emailOf(email: string | null): string | null {
  return derivedColumns({ given_name: '', family_name: '', email }).email_normalized;
}

function wrongCode(): Problem {
  return invalid('/code', 'wrong_code', 'This code is not right.');
}

function present(context: Context, invite: queries.InviteRow): GuardianInvite {
  return {
    ...invite,
    student_name: displayName(invite),
    email: invite.email_normalized,
    state: inviteState(invite, context.platform.clock.now()),
  };
}
