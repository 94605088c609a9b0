import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { systemActor } from '../../../platform/auth/actor.ts';
import { type Context, createContext, type Platform } from '../../../platform/context.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { endAllSessions } from './end-sessions.service.ts';
import { createLink, openLink, spendLink } from './one-time-links.service.ts';
import { newDeviceMail } from './sessions.mails.ts';
import * as queries from './sign-in.queries.ts';

const rememberedDays = 90;
const linkMinutes = 7 * 24 * 60;
const toldRoles = new Set(['district_admin', 'admin', 'curriculum_lead', 'teacher']);

/** IDN-83: staff learn of a sign-in from a device not seen in 90 days, with a link that shuts it out. */
export async function tellOfNewDevice(tx: Transaction, context: Context, deviceHash: Buffer): Promise<void> {
  const { actor, platform } = context;
  if (!actor.user_id) return;
  const now = platform.clock.now();
  const seenAt = await queries.touchDevice(tx, actor.user_id, deviceHash, now.toISOString());
  if (seenAt && now.getTime() - new Date(seenAt).getTime() < rememberedDays * 86_400_000) return;
  const isStaff = actor.roles.some((role) => toldRoles.has(role) || !['student', 'guardian'].includes(role));
  if (!isStaff) return;
  const owner = { tenant_id: actor.tenant_id, user_id: actor.user_id };
  const { token } = await createLink(tx, {
    ...owner,
    purpose: 'not_me',
    created_by: null,
    now,
    minutes: linkMinutes,
  });
  await queueMail(tx, context, {
    to_user_id: actor.user_id,
    template: newDeviceMail,
    values: { token, ip: context.ip ?? '', browser: context.user_agent ?? '', at: now.toISOString() },
  });
}

/** "This wasn't me": every session ends and the password, which somebody else may know, is void. */
export async function reportUnknownSignIn(
  platform: Platform,
  token: string,
  requestId: string,
): Promise<void> {
  const link = await openLink(platform, token, ['not_me']);
  const actor = systemActor(link.tenant_id, 'the person did not recognise a sign-in');
  const context = createContext({ platform, actor, request_id: requestId });
  await context.withTenant(async (tx) => {
    await spendLink(tx, link, platform.clock.now());
    await endAllSessions(tx, context, link.user_id, 'not_me');
    await queries.deletePassword(tx, link.user_id);
    await recordAudit(tx, context, {
      action: 'sign_in.disowned',
      target_type: 'user',
      target_id: link.user_id,
    });
  });
}
