import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { systemActor } from '../../../platform/auth/actor.ts';
import { type Context, createContext, type Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { endSignIns } from '../sessions/end-sessions.service.ts';
import {
  createLink,
  createTemporaryCode,
  type OpenLink,
  openLink,
  revokeLinks,
  spendLink,
} from '../sessions/one-time-links.service.ts';
import { type Candidate, listCandidates } from '../sessions/password-sign-in.service.ts';
import {
  checkNewPassword,
  describeOwner,
  hashNewPassword,
  minimumLengthFor,
  storePassword,
  tellPasswordChanged,
} from '../sessions/passwords.service.ts';
import {
  type PersonInReach,
  requireNoMoreRights,
  requirePersonInReach,
  requireSomebodyElse,
} from '../sessions/people-in-reach.service.ts';
import { selectTenant, todayOf } from '../tenants/tenants.service.ts';
import { passwordResetMail } from './password-resets.mails.ts';
import * as queries from './password-resets.queries.ts';

const linkMinutes = 30;
const codeMinutes = 24 * 60;
/** A known name takes longer than an unknown one; both answers wait for this (IDN-68). */
const answerAfterMilliseconds = 150;

export async function requestPasswordReset(
  platform: Platform,
  requestId: string,
  input: { identifier: string; tenant?: string | undefined },
): Promise<void> {
  const pause = new Promise((resolve) => setTimeout(resolve, answerAfterMilliseconds));
  const candidates = await listCandidates(platform, input);
  for (const candidate of candidates) await sendReset(platform, requestId, candidate);
  await pause;
}

async function sendReset(
  platform: Platform,
  requestId: string,
  { tenant_id, user_id }: Candidate,
): Promise<void> {
  const actor = systemActor(tenant_id, 'a password reset was asked for');
  const context = createContext({ platform, actor, request_id: requestId });
  await context.withTenant(async (tx) => {
    const person = await describeOwner(tx, user_id);
    if (person.state !== 'active' || !person.email) return;
    await mailReset(tx, context, user_id, null);
  });
}

async function mailReset(tx: Transaction, context: Context, user_id: string, created_by: string | null) {
  const { tenant_id } = context.actor;
  const now = context.platform.clock.now();
  const request = {
    tenant_id,
    user_id,
    purpose: 'password_reset' as const,
    created_by,
    now,
    minutes: linkMinutes,
  };
  const { token, expires_at } = await createLink(tx, request);
  await queueMail(tx, context, { to_user_id: user_id, template: passwordResetMail, values: { token } });
  await recordAudit(tx, context, {
    action: 'password.reset_requested',
    target_type: 'user',
    target_id: user_id,
  });
  return expires_at;
}

export async function getPasswordReset(platform: Platform, token: string) {
  return previewLink(platform, await openLink(platform, token, ['password_reset']));
}

/** What the page shows of a link's person: the name, never the address. */
export async function previewLink(platform: Platform, link: OpenLink) {
  const { tenant_id, user_id } = link;
  const tenant = await selectTenant(platform, tenant_id);
  const [person, minimum_length] = await platform.db.withTenant({ tenant_id }, (tx) =>
    Promise.all([describeOwner(tx, user_id), minimumLengthFor(tx, user_id)]),
  );
  return {
    tenant: { slug: tenant.slug, name: tenant.name },
    display_name: person.display_name,
    identifier: person.email ?? person.username ?? '',
    minimum_length,
  };
}

/** Ends every session, tells the person, and leaves signing in, with its second step, for afterwards. */
export async function completePasswordReset(
  platform: Platform,
  requestId: string,
  token: string,
  password: string,
): Promise<void> {
  const link = await openLink(platform, token, ['password_reset']);
  const actor = systemActor(link.tenant_id, 'a reset link was used');
  const context = createContext({ platform, actor, request_id: requestId });
  await context.withTenant((tx) => checkNewPassword(tx, link.user_id, password));
  const hash = await hashNewPassword(password);
  await context.withTenant(async (tx) => {
    const person = await describeOwner(tx, link.user_id);
    if (person.state !== 'active') throw new Problem('gone');
    await spendLink(tx, link, platform.clock.now());
    await revokeLinks(tx, link.user_id, ['password_reset', 'temporary_code'], platform.clock.now());
    await storePassword(tx, platform, link.user_id, hash);
    await endSignIns(tx, context, link.user_id, 'password_reset');
    await recordAudit(tx, context, {
      action: 'password.reset',
      target_type: 'user',
      target_id: link.user_id,
    });
    await tellPasswordChanged(tx, context, link.user_id);
  });
}

/** By an admin: a link by mail, or a code for somebody who has no address (IDN-39, IDN-68). */
export async function resetCredentials(context: Context, userId: string, method: 'link' | 'code') {
  const { actor, platform } = context;
  return context.withTenant(async (tx) => {
    const { person, school_id } = await requireResettable(tx, context, userId, method);
    requireSomebodyElse(context, userId);
    await requireNoMoreRights(context, userId);
    if (person.state !== 'active' || person.kind !== 'person') throw new Problem('conflict');
    if (method === 'link') {
      if (!person.email) throw new Problem('conflict', { detail: 'This person has no e-mail address.' });
      return { method, code: null, expires_at: await mailReset(tx, context, userId, actor.user_id) };
    }
    const now = platform.clock.now();
    const request = { tenant_id: actor.tenant_id, user_id: userId, created_by: actor.user_id, now };
    await revokeLinks(tx, userId, ['password_reset'], now);
    const { token, expires_at } = await createTemporaryCode(tx, { ...request, minutes: codeMinutes });
    await recordAudit(tx, context, {
      action: 'password.code_issued',
      target_type: 'user',
      target_id: userId,
      school_id,
    });
    return { method, code: token, expires_at };
  });
}

/** Where the school allows it, a teacher hands a code to a student of an own section, to nobody else (IDN-69). */
async function requireResettable(
  tx: Transaction,
  context: Context,
  userId: string,
  method: 'link' | 'code',
): Promise<{ person: PersonInReach; school_id: string | null }> {
  const capability = 'users.reset_credentials';
  const isForOwnCourses = context.actor.grants.get(capability)?.course === true && method === 'code';
  const school_id = isForOwnCourses ? await sharedSchool(tx, context, userId) : null;
  if (!school_id) return { person: await requirePersonInReach(tx, context, userId, capability), school_id };
  return { person: await requirePersonInReach(tx, context, userId, 'users.read'), school_id };
}

async function sharedSchool(tx: Transaction, context: Context, student_id: string): Promise<string | null> {
  const { user_id: teacher_id } = context.actor;
  if (!teacher_id) return null;
  const pair = { teacher_id, student_id, today: await todayOf(context) };
  const schoolId = await queries.selectOptionalSharedSchool(tx, pair);
  if (!schoolId) return null;
  const roles = await queries.listRoleKeys(tx, student_id);
  return roles.every((role) => role === 'student') ? schoolId : null;
}
