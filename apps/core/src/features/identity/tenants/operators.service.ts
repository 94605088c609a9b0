import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { systemActor } from '../../../platform/auth/actor.ts';
import { type Context, createContext, type Platform } from '../../../platform/context.ts';
import { normalizeIdentifier } from '../../../platform/crypto/secrets.ts';
import { createFirstAdminLink } from '../invitations/invitations.service.ts';
import { removeAllFactors } from '../mfa/factors.service.ts';
import { deleteAllPasskeys } from '../passkeys/passkeys.service.ts';
import { endAllSessions } from '../sessions/end-sessions.service.ts';
import * as queries from './operators.queries.ts';
import { operatorsTenantId } from './operators.rules.ts';
import { createPeople } from './provisioning.queries.ts';

const linkHours = 48;

export interface NewOperator {
  email: string;
  given_name: string;
  family_name: string;
}

/** Only whoever can run commands on the server makes operators; the link is shown once and ends after two days. */
export async function createOperator(platform: Platform, operator: NewOperator): Promise<string | null> {
  const id = newId();
  const made = await platform.db.asJob('making an operator', async (tx) => {
    await queries.ensureOperatorsTenant(tx);
    if (await queries.selectOptionalOperator(tx, normalizeIdentifier(operator.email))) return false;
    const person = { ...operator, tenant_id: operatorsTenantId, id, state: 'invited' as const };
    await createPeople(tx, platform.config.APP_SECRET_KEY, [person]);
    return true;
  });
  if (!made) return null;
  await note(platform, 'operator.created', id);
  return linkFor(platform, id);
}

/** The tenant for what belongs to no organisation, there before the first operator is. */
export async function operatorsTenant(platform: Platform): Promise<string> {
  await platform.db.asJob('keeping what belongs to no organisation', queries.ensureOperatorsTenant);
  return operatorsTenantId;
}

/** For an operator who has lost everything: former sessions, password and factors end, a new link begins. */
export async function resetOperator(platform: Platform, email: string): Promise<string | null> {
  const known = await findOperator(platform, email);
  if (!known) return null;
  const context = commandContext(platform);
  await context.withTenant(async (tx) => {
    await endAllSessions(tx, context, known.id, 'operator_reset');
    await deleteAllPasskeys(tx, operatorsTenantId, known.id);
    await removeAllFactors(tx, known.id);
    await queries.updateOperatorState(tx, known.id, 'invited', platform.clock.now().toISOString());
  });
  await note(platform, 'operator.reset', known.id);
  return linkFor(platform, known.id);
}

export async function suspendOperator(platform: Platform, email: string): Promise<boolean> {
  const known = await findOperator(platform, email);
  if (!known) return false;
  const context = commandContext(platform);
  await context.withTenant(async (tx) => {
    await endAllSessions(tx, context, known.id, 'operator_suspended');
    await queries.updateOperatorState(tx, known.id, 'suspended', platform.clock.now().toISOString());
  });
  await note(platform, 'operator.suspended', known.id);
  return true;
}

function findOperator(platform: Platform, email: string) {
  return platform.db.withTenant({ tenant_id: operatorsTenantId }, (tx) =>
    queries.selectOptionalOperator(tx, normalizeIdentifier(email)),
  );
}

function commandContext(platform: Platform): Context {
  const actor = systemActor(operatorsTenantId, 'operator command');
  return createContext({ platform, actor, request_id: newId() });
}

async function note(platform: Platform, action: string, target_id: string): Promise<void> {
  const context = commandContext(platform);
  await context.withTenant((tx) => recordAudit(tx, context, { action, target_type: 'user', target_id }));
}

async function linkFor(platform: Platform, userId: string): Promise<string> {
  const { token } = await createFirstAdminLink(platform, operatorsTenantId, userId, linkHours);
  return `${platform.config.WEB_URL}/invite/${token}`;
}
