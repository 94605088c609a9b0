import { createHash } from 'node:crypto';
import type { SignIn, SignInResult } from '@k12/contracts/identity/session';
import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, systemActor } from '../../../platform/auth/actor.ts';
import { createContext, type Platform } from '../../../platform/context.ts';
import { hashIdentifier } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import { isMethodAllowed } from '../sign-in-policy/sign-in-policy.rules.ts';
import { selectPolicy } from '../sign-in-policy/sign-in-policy.service.ts';
import { selectOptionalTenantBySlug } from '../tenants/tenants.service.ts';
import { spendTemporaryCode } from './one-time-links.service.ts';
import { hashPassword, isOutdatedHash, verifyAgainstNobody, verifyPassword } from './password-hash.ts';
import * as queries from './sign-in.queries.ts';
import { type OpenedSession, openSession, type Visitor } from './sign-in.service.ts';
import { type Attempt, attemptSucceeded, countAttempt } from './throttle.service.ts';

export interface Candidate {
  tenant_id: string;
  user_id: string;
  slug: string;
  name: string;
  state: string;
}

/** Somebody whose password, or one-time code, was right. */
export interface Proven extends Candidate {
  method: 'password' | 'code';
  must_change_password: boolean;
  /** Who it is, where nobody else has the same name and password. */
  actor?: Actor | undefined;
}

type Typed = Pick<SignIn, 'identifier' | 'password' | 'tenant'>;

/** Password sign-in in the browser. */
export async function signInWithPassword(
  platform: Platform,
  visitor: Visitor,
  input: SignIn,
): Promise<OpenedSession | SignInResult> {
  const [match, ...others] = await provePassword(platform, visitor, input);
  if (others.length > 0) return chooseTenant([match, ...others]);
  const { tenant_id, user_id, method, must_change_password, actor } = match;
  const { shared_computer, device_label = null } = input;
  const request = { tenant_id, user_id, method, must_change_password, actor, shared_computer, device_label };
  return openSession(platform, visitor, request);
}

/**
 * The accounts that this name and password open, at least one. Unknown names and wrong passwords get the same
 * answer in like time, and wait alike (IDN-57, IDN-70).
 */
export async function provePassword(
  platform: Platform,
  visitor: Visitor,
  typed: Typed,
): Promise<[Proven, ...Proven[]]> {
  const attempt = attemptOf(platform, visitor, typed.identifier);
  await countAttempt(platform, attempt);
  const candidates = await listCandidates(platform, typed);
  const proven: Proven[] = [];
  for (const candidate of candidates) {
    const proof = await prove(platform, candidate, typed.password);
    if (proof) proven.push({ ...candidate, ...proof });
    else await recordFailure(platform, visitor, candidate);
  }
  if (candidates.length === 0) await verifyAgainstNobody(typed.password);
  const [first, ...others] = proven;
  if (!first) throw new Problem('sign_in.failed');
  await attemptSucceeded(platform, attempt);
  if (others.length > 0) return [first, ...others];
  return [{ ...first, actor: await requireUsable(platform, first) }];
}

function attemptOf(platform: Platform, visitor: Visitor, identifier: string): Attempt {
  return {
    account_hash: hashIdentifier(platform.config.APP_SECRET_KEY, identifier),
    device_hash: visitor.device_hash ?? createHash('sha256').update(`network:${visitor.ip}`).digest(),
  };
}

export async function listCandidates(
  platform: Platform,
  { identifier, tenant: slug }: { identifier: string; tenant?: string | undefined },
): Promise<Candidate[]> {
  const hash = hashIdentifier(platform.config.APP_SECRET_KEY, identifier);
  const known = await queries.listSignInCandidates(platform.db, hash);
  if (!slug) return known;
  const tenant = await selectOptionalTenantBySlug(platform, slug);
  return known.filter((candidate) => candidate.tenant_id === tenant?.id);
}

async function prove(
  platform: Platform,
  { tenant_id, user_id }: Candidate,
  typed: string,
): Promise<Pick<Proven, 'method' | 'must_change_password'> | null> {
  const scope = { tenant_id };
  const account = await platform.db.withTenant(scope, (tx) => queries.selectOptionalAccount(tx, user_id));
  const { hash } = account ?? {};
  const isRight = hash ? await verifyPassword(hash, typed) : await verifyAgainstNobody(typed);
  if (account?.state !== 'active') return null;
  if (!isRight) {
    const now = platform.clock.now();
    const spent = await platform.db.withTenant(scope, (tx) => spendTemporaryCode(tx, user_id, typed, now));
    return spent ? { method: 'code', must_change_password: true } : null;
  }
  if (hash && isOutdatedHash(hash)) {
    const raised = await hashPassword(typed);
    await platform.db.withTenant(scope, (tx) => queries.updatePasswordHash(tx, user_id, raised));
  }
  return { method: 'password', must_change_password: account.must_change === true };
}

/** Said only to somebody who has just proved who they are. */
async function requireUsable(
  platform: Platform,
  { tenant_id, user_id, method, state }: Proven,
): Promise<Actor> {
  if (state === 'suspended') throw new Problem('tenant_suspended');
  const [actor, policy] = await Promise.all([
    loadActor(platform, tenant_id, user_id, async () => null),
    platform.db.readTenant({ tenant_id }, selectPolicy),
  ]);
  if (!actor) throw new Problem('sign_in.failed');
  const isAllowed = method === 'code' || isMethodAllowed(policy, actor.roles, 'password');
  if (!isAllowed) throw new Problem('sign_in.method_not_allowed');
  return actor;
}

function chooseTenant(matches: Proven[]): SignInResult {
  const tenants = matches.map(({ slug, name }) => ({ slug, name }));
  return { state: 'choose_tenant', home: null, mfa_methods: [], tenants };
}

async function recordFailure(platform: Platform, visitor: Visitor, candidate: Candidate): Promise<void> {
  const actor = systemActor(candidate.tenant_id, 'sign-in');
  const context = createContext({ platform, actor, ...visitor });
  await context.withTenant(async (tx) => {
    const reason = 'wrong_password';
    await queries.createSignInEvent(tx, {
      id: newId(),
      user_id: candidate.user_id,
      outcome: 'failure',
      method: 'password',
      reason,
      ip: visitor.ip,
      user_agent: visitor.user_agent,
      device_hash: visitor.device_hash ?? null,
      occurred_at: platform.clock.now().toISOString(),
    });
    await recordAudit(tx, context, {
      action: 'session.refused',
      target_type: 'user',
      target_id: candidate.user_id,
      outcome: 'failed',
      reason,
    });
  });
}
