import type { Capability } from '@k12/contracts';
import type { User } from '@k12/contracts/identity/users';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { requireAnotherAdmin } from '../role-assignments/last-admin.service.ts';
import { endAllSessions } from '../sessions/end-sessions.service.ts';
import { refreshRights } from '../sessions/sessions.service.ts';
import { countSchools, countUser } from './counters.service.ts';
import { type KnownUser, loadUser, presentAgain } from './present-user.service.ts';
import * as policy from './users.policy.ts';
import * as queries from './users.queries.ts';
import { isCounted, type StateChange, stateChange } from './users.rules.ts';

const capabilityOf: Record<StateChange, Capability> = {
  suspend: 'users.suspend',
  activate: 'users.suspend',
  deactivate: 'users.deactivate',
  restore: 'users.restore',
};

/** The one way an account changes its state, for pages, bulk changes, imports and jobs alike. */
export async function changeState(
  context: Context,
  id: string,
  verb: StateChange,
  reason?: string,
): Promise<User> {
  return context.withTenant(async (tx) => {
    const known = await loadUser(tx, context, id);
    const capability = capabilityOf[verb];
    authorize(policy.canManageUser(context.actor, capability, known.facts.place), capability);
    if (known.user.state !== stateChange(verb).to) await applyChange(tx, context, known, verb, reason);
    return presentAgain(tx, context, id);
  });
}

async function applyChange(
  tx: Transaction,
  context: Context,
  { user, facts }: KnownUser,
  verb: StateChange,
  reason: string | undefined,
): Promise<void> {
  const { from, to, past } = stateChange(verb);
  if (!from.includes(user.state)) {
    throw new Problem('conflict', { detail: `An account that is ${user.state} cannot become ${to}.` });
  }
  const isLeaving = to === 'suspended' || to === 'deactivated';
  if (isLeaving) await requireAnotherAdmin(tx, context, [user.id]);
  const updated_at = context.platform.clock.now().toISOString();
  if (!(await queries.updateUser(tx, user.id, user.lock_version, { state: to, updated_at }))) {
    throw new Problem('version_conflict');
  }
  if (isLeaving) await endAllSessions(tx, context, user.id, to);
  else await refreshRights(tx, context, user.id);
  await recordAudit(tx, context, {
    action: `user.${past}`,
    target_type: 'user',
    target_id: user.id,
    school_id: facts.place.school_ids[0] ?? null,
    changes: { state: [user.state, to] },
    ...(reason ? { reason } : {}),
  });
  await publishEvent(tx, context, isLeaving ? `user.${past}` : 'user.updated', { user_id: user.id });
  if (isCounted(user.state) === isCounted(to)) return;
  await countSchools(
    tx,
    context,
    facts.memberships.map((membership) => membership.school_id),
  );
  await countUser(tx, context, isCounted(to) ? 1 : -1);
}
