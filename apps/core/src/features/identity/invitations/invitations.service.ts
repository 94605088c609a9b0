import type { SignInResult } from '@k12/contracts/identity/session';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { systemActor } from '../../../platform/auth/actor.ts';
import { type Context, createContext, type Platform } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { previewLink } from '../password-resets/password-resets.service.ts';
import {
  createLink,
  type MadeLink,
  openLink,
  revokeLinks,
  spendLink,
} from '../sessions/one-time-links.service.ts';
import {
  checkNewPassword,
  describeOwner,
  hashNewPassword,
  storePassword,
} from '../sessions/passwords.service.ts';
import { requireNoMoreRights, requirePersonInReach } from '../sessions/people-in-reach.service.ts';
import { type OpenedSession, openSession, type Visitor } from '../sessions/sign-in.service.ts';
import { isMethodAllowed } from '../sign-in-policy/sign-in-policy.rules.ts';
import { selectPolicy } from '../sign-in-policy/sign-in-policy.service.ts';
import { selectTenant } from '../tenants/tenants.service.ts';
import { invitationMail } from './invitations.mails.ts';
import * as queries from './invitations.queries.ts';

const purposes = ['invitation', 'first_admin'] as const;
const hours = { admin: 48, everybody: 7 * 24 };
const adminRoles = new Set(['admin', 'district_admin']);

export async function inviteUser(context: Context, userId: string): Promise<{ expires_at: string }> {
  return context.withTenant(async (tx) => {
    const person = await requirePersonInReach(tx, context, userId, 'users.invite');
    await requireNoMoreRights(context, userId);
    if (person.state !== 'invited' || !person.email) {
      throw new Problem('conflict', {
        detail: 'Only somebody who has not signed in yet and has an address can be invited.',
      });
    }
    await refuseTooManyLinks(tx, context, userId);
    const { expires_at } = await createInvitation(tx, context, userId);
    return { expires_at };
  });
}

const linksPerHour = 3;

/** A mailbox is not to be filled by somebody's impatience (IDN-100). */
async function refuseTooManyLinks(tx: Transaction, { platform }: Context, userId: string): Promise<void> {
  const since = new Date(platform.clock.now().getTime() - 3_600_000).toISOString();
  const sent = await queries.countInvitations(tx, userId, since);
  if (sent >= linksPerHour) throw new Problem('rate_limited', { retry_after: 3_600 });
}

/** The one way to invite, for the page, for bulk and for imports; an earlier invitation stops working (IDN-76). */
export async function createInvitation(
  tx: Transaction,
  context: Context,
  user_id: string,
): Promise<MadeLink> {
  await recordAudit(tx, context, { action: 'user.invited', target_type: 'user', target_id: user_id });
  return mailInvitation(tx, context, user_id);
}

/** The link itself, for those who have noted the invitation already. */
export async function mailInvitation(tx: Transaction, context: Context, user_id: string): Promise<MadeLink> {
  const { actor, platform } = context;
  const [roles, tenant] = await Promise.all([
    queries.listRoleKeys(tx, user_id),
    selectTenant(platform, actor.tenant_id),
  ]);
  const validHours = roles.some((role) => adminRoles.has(role.key)) ? hours.admin : hours.everybody;
  const made = await createLink(tx, {
    tenant_id: actor.tenant_id,
    user_id,
    purpose: 'invitation',
    created_by: actor.user_id,
    now: platform.clock.now(),
    minutes: validHours * 60,
  });
  const inviter = actor.kind === 'system' ? tenant.name : actor.display_name;
  const values = { token: made.token, inviter, days: validHours / 24 };
  await queueMail(tx, context, { to_user_id: user_id, template: invitationMail, values });
  return made;
}

/** For the command that founds a tenant: the first admin sets the first password (IDN-67). */
export async function createFirstAdminLink(
  platform: Platform,
  tenant_id: string,
  user_id: string,
  validHours = hours.everybody,
): Promise<MadeLink> {
  const now = platform.clock.now();
  const minutes = validHours * 60;
  return platform.db.withTenant({ tenant_id }, (tx) =>
    createLink(tx, { tenant_id, user_id, purpose: 'first_admin', created_by: null, now, minutes }),
  );
}

export async function getInvitation(platform: Platform, token: string) {
  const link = await openLink(platform, token, purposes);
  const [preview, password_required] = await Promise.all([
    previewLink(platform, link),
    platform.db.withTenant({ tenant_id: link.tenant_id }, (tx) => needsPassword(tx, link.user_id)),
  ]);
  return { ...preview, password_required };
}

/** Nobody sets a password that their role may not use (IDN-76). */
async function needsPassword(tx: Transaction, userId: string): Promise<boolean> {
  const [policy, roles] = await Promise.all([selectPolicy(tx), queries.listRoleKeys(tx, userId)]);
  return isMethodAllowed(
    policy,
    roles.map((role) => role.key),
    'password',
  );
}

export async function acceptInvitation(
  platform: Platform,
  visitor: Visitor,
  token: string,
  password: string | undefined,
): Promise<OpenedSession | SignInResult> {
  const link = await openLink(platform, token, purposes);
  const { tenant_id, user_id } = link;
  const actor = systemActor(tenant_id, 'an invitation was accepted');
  const context = createContext({ platform, actor, ...visitor });
  const checked = await context.withTenant((tx) => checkPassword(tx, user_id, password));
  const hash = checked === null ? null : await hashNewPassword(checked);
  await context.withTenant(async (tx) => {
    const now = platform.clock.now();
    await spendLink(tx, link, now);
    if (!(await queries.activateInvited(tx, user_id, now.toISOString()))) throw new Problem('gone');
    if (hash) await storePassword(tx, platform, user_id, hash);
    await revokeLinks(tx, user_id, purposes, now);
    await recordAudit(tx, context, {
      action: 'invitation.accepted',
      target_type: 'user',
      target_id: user_id,
    });
    await publishEvent(tx, context, 'user.updated', { user_id });
  });
  if (!hash) return signInElsewhere(platform, tenant_id);
  const request = {
    tenant_id,
    user_id,
    method: 'password' as const,
    shared_computer: false,
    device_label: null,
  };
  return openSession(platform, visitor, request);
}

/** The account is open now; its organisation's own sign-in is the way in. */
async function signInElsewhere(platform: Platform, tenantId: string): Promise<SignInResult> {
  const { slug, name } = await selectTenant(platform, tenantId);
  return { state: 'choose_tenant', home: null, mfa_methods: [], tenants: [{ slug, name }] };
}

/** The password to be stored; null where the person signs in another way. */
async function checkPassword(
  tx: Transaction,
  userId: string,
  password: string | undefined,
): Promise<string | null> {
  const person = await describeOwner(tx, userId);
  if (!['invited', 'active'].includes(person.state)) throw new Problem('gone');
  if (!(await needsPassword(tx, userId))) return null;
  if (password === undefined) throw invalid('/password', 'required', 'Choose a password.');
  await checkNewPassword(tx, userId, password);
  return password;
}
