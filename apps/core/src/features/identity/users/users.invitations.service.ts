import type { User } from '@k12/contracts/identity/users';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { loadUser, presentAgain } from './present-user.service.ts';
import * as policy from './users.policy.ts';

export async function requestInvitation(context: Context, id: string): Promise<User> {
  return context.withTenant(async (tx) => {
    const { user, facts } = await loadUser(tx, context, id);
    authorize(policy.canManageUser(context.actor, 'users.invite', facts.place), 'users.invite');
    if (!['invited', 'active'].includes(user.state)) {
      throw new Problem('conflict', { detail: 'Only people with an open account can be invited.' });
    }
    // A link goes by mail; who has no mailbox gets a sign-in code from a teacher's hand.
    if (!user.email) throw new Problem('conflict', { detail: 'There is no e-mail address to send it to.' });
    await sendInvitation(tx, context, user);
    return presentAgain(tx, context, id);
  });
}

/** The message itself is sent by whoever listens to the event: after the commit, so that it never names a ghost. */
export async function sendInvitation(tx: Transaction, context: Context, user: { id: string }): Promise<void> {
  await recordAudit(tx, context, { action: 'user.invited', target_type: 'user', target_id: user.id });
  await publishEvent(tx, context, 'user.invited', { user_id: user.id });
}
