import type { Factors } from '@k12/contracts/identity/mfa';
import { generateSecret, generateURI } from 'otplib';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { seal } from '../../../platform/crypto/sealed.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { deleteAllPasskeys, finishEnrolment } from '../passkeys/passkeys.service.ts';
import { endSignIns } from '../sessions/end-sessions.service.ts';
import {
  requireNoMoreRights,
  requirePersonInReach,
  requireSomebodyElse,
} from '../sessions/people-in-reach.service.ts';
import { signedInUser } from '../sessions/second-step.service.ts';
import type { ReplacedSecret } from '../sessions/session-secret.service.ts';
import { mfaRuleOf } from '../sign-in-policy/sign-in-policy.rules.ts';
import { selectPolicy } from '../sign-in-policy/sign-in-policy.service.ts';
import { selectTenant } from '../tenants/tenants.service.ts';
import * as queries from './factors.queries.ts';
import { acceptTotp, hasFactor, issueRecoveryCodes, noteEnrolment, totpPurpose } from './factors.service.ts';
import { factorsClearedMail } from './mfa.mails.ts';

export async function getFactors(context: Context): Promise<Factors> {
  const { user_id } = signedInUser(context);
  const [policy, factors] = await context.readTenant((tx) =>
    Promise.all([selectPolicy(tx), queries.selectFactors(tx, user_id)]),
  );
  return {
    rule: mfaRuleOf(policy, context.actor.roles),
    due_at: hasFactor(factors) ? null : factors.due_at,
    totp: factors.totp_confirmed_at ? { confirmed_at: factors.totp_confirmed_at } : null,
    recovery_codes_left: factors.recovery_codes_left,
    passkeys: factors.passkeys,
  };
}

/** The secret counts only after a code made with it has been typed in. */
export async function startTotp(context: Context): Promise<{ secret: string; uri: string }> {
  const { user_id, tenant_id } = signedInUser(context);
  const { platform, actor } = context;
  const tenant = await selectTenant(platform, tenant_id);
  const secret = generateSecret();
  const sealed = seal(platform.config.ENCRYPTION_KEY, totpPurpose(tenant_id, user_id), secret);
  const saved = await context.withTenant((tx) =>
    queries.saveTotp(tx, user_id, sealed, platform.clock.now().toISOString()),
  );
  if (!saved) throw new Problem('conflict', { detail: 'An authenticator app is set up already.' });
  const uri = generateURI({ issuer: `Homeroom ${tenant.name}`, label: actor.display_name, secret });
  return { secret, uri };
}

export async function confirmTotp(
  context: Context,
  code: string,
): Promise<{ recovery_codes: string[]; replaced: ReplacedSecret | null }> {
  const { user_id, tenant_id } = signedInUser(context);
  const owner = { tenant_id, user_id };
  return context.withTenant(async (tx) => {
    const factor = await queries.selectOptionalTotp(tx, user_id);
    if (!factor || factor.confirmed_at) throw new Problem('conflict');
    if (!(await acceptTotp(tx, context.platform, owner, code, false))) {
      throw invalid('/code', 'wrong_code', 'This code does not fit. Check the clock of the device.');
    }
    await queries.confirmTotp(tx, user_id, context.platform.clock.now().toISOString());
    await noteEnrolment(tx, user_id);
    const recovery_codes = await issueRecoveryCodes(tx, context.platform, owner);
    await recordAudit(tx, context, { action: 'mfa.totp_enrolled', target_type: 'user', target_id: user_id });
    return { recovery_codes, replaced: await finishEnrolment(tx, context) };
  });
}

export async function removeTotp(context: Context): Promise<void> {
  const { user_id } = signedInUser(context);
  await context.withTenant(async (tx) => {
    await queries.deleteTotp(tx, user_id);
    await noteEnrolment(tx, user_id);
    await recordAudit(tx, context, { action: 'mfa.totp_removed', target_type: 'user', target_id: user_id });
  });
}

export async function renewRecoveryCodes(context: Context): Promise<{ recovery_codes: string[] }> {
  const { user_id, tenant_id } = signedInUser(context);
  return context.withTenant(async (tx) => {
    if (!hasFactor(await queries.selectFactors(tx, user_id))) throw new Problem('conflict');
    const recovery_codes = await issueRecoveryCodes(tx, context.platform, { tenant_id, user_id });
    await recordAudit(tx, context, {
      action: 'mfa.recovery_codes_renewed',
      target_type: 'user',
      target_id: user_id,
    });
    return { recovery_codes };
  });
}

/** IDN-73: by an admin who holds at least the person's rights; the person is told and enrols again. */
export async function clearFactors(context: Context, userId: string, reason: string): Promise<void> {
  await context.withTenant(async (tx) => {
    await requirePersonInReach(tx, context, userId, 'users.reset_credentials');
    requireSomebodyElse(context, userId);
    await requireNoMoreRights(context, userId);
    await queries.deleteTotp(tx, userId);
    await deleteAllPasskeys(tx, context.actor.tenant_id, userId);
    await noteEnrolment(tx, userId);
    // Due at once: the next sign-in asks for a new factor where the role requires one.
    await queries.updateMfaDue(tx, userId, context.platform.clock.now().toISOString());
    await endSignIns(tx, context, userId, 'factors_cleared');
    await recordAudit(tx, context, { action: 'mfa.cleared', target_type: 'user', target_id: userId, reason });
    await queueMail(tx, context, { to_user_id: userId, template: factorsClearedMail, values: { reason } });
  });
}
