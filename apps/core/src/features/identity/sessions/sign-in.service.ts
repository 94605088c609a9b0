import { roleHomes } from '@k12/contracts/identity/me';
import type { SignIn, SignInResult } from '@k12/contracts/identity/session';
import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/auth/actor.ts';
import { createContext, type Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import { selectOptionalTenantBySlug } from '../tenants/tenants.service.ts';
import { hashPassword, isOutdatedHash, verifyAgainstNobody, verifyPassword } from './password-hash.ts';
import { hashIdentifier, hashSecret, newSecret } from './secrets.ts';
import * as sessionQueries from './sessions.queries.ts';
import { sessionLimits } from './sessions.rules.ts';
import * as queries from './sign-in.queries.ts';

/** The browser a sign-in comes from. */
export interface Visitor {
  request_id: string;
  ip: string;
  user_agent: string | null;
}

export interface OpenedSession {
  secret: string;
  expires_at: Date;
  result: SignInResult;
}

interface Candidate {
  tenant_id: string;
  user_id: string;
  slug: string;
  name: string;
  state: string;
}

/** Password sign-in. Unknown names and wrong passwords get the same answer in like time (IDN-57). */
export async function signInWithPassword(
  platform: Platform,
  visitor: Visitor,
  input: SignIn,
): Promise<OpenedSession | SignInResult> {
  const candidates = await listCandidates(platform, input);
  const matches: Candidate[] = [];
  for (const candidate of candidates) {
    if (await isPasswordOf(platform, candidate, input.password)) matches.push(candidate);
    else await recordFailure(platform, visitor, candidate);
  }
  if (candidates.length === 0) await verifyAgainstNobody(input.password);
  const [match, ...others] = matches;
  if (!match) throw new Problem('sign_in.failed');
  if (others.length > 0) return chooseTenant(matches);
  if (match.state === 'suspended') throw new Problem('tenant_suspended');
  return openSession(platform, visitor, {
    tenant_id: match.tenant_id,
    user_id: match.user_id,
    method: 'password',
    shared_computer: input.shared_computer,
    device_label: input.device_label ?? null,
  });
}

async function listCandidates(platform: Platform, input: SignIn): Promise<Candidate[]> {
  const hash = hashIdentifier(platform.config.APP_SECRET_KEY, input.identifier);
  const known = await queries.listSignInCandidates(platform.db, hash);
  if (!input.tenant) return known;
  const tenant = await selectOptionalTenantBySlug(platform, input.tenant);
  return known.filter((candidate) => candidate.tenant_id === tenant?.id);
}

async function isPasswordOf(platform: Platform, candidate: Candidate, password: string): Promise<boolean> {
  const scope = { tenant_id: candidate.tenant_id };
  const stored = await platform.db.withTenant(scope, (tx) => queries.selectOptionalPassword(tx, candidate.user_id));
  if (!stored) return verifyAgainstNobody(password);
  const matches = await verifyPassword(stored.hash, password);
  if (!matches || stored.state !== 'active') return false;
  if (isOutdatedHash(stored.hash)) {
    const hash = await hashPassword(password);
    await platform.db.withTenant(scope, (tx) => queries.updatePasswordHash(tx, candidate.user_id, hash));
  }
  return true;
}

function chooseTenant(matches: Candidate[]): SignInResult {
  const tenants = matches.map(({ slug, name }) => ({ slug, name }));
  return { state: 'choose_tenant', home: null, mfa_methods: [], tenants };
}

export interface SessionRequest {
  tenant_id: string;
  user_id: string;
  method: sessionQueries.NewSession['method'];
  shared_computer: boolean;
  device_label: string | null;
}

/** Every way of signing in ends here: one session, one directory entry, one audit event. */
export async function openSession(platform: Platform, visitor: Visitor, request: SessionRequest): Promise<OpenedSession> {
  const actor = await loadActor(platform, request.tenant_id, request.user_id, async () => null);
  if (!actor) throw new Problem('sign_in.failed');
  const now = platform.clock.now();
  const limits = sessionLimits(actor.roles, request.shared_computer);
  const expiresAt = new Date(now.getTime() + limits.absolute_minutes * 60_000);
  const secret = newSecret();
  const session = { id: newId(), ...request, mfa: false, mfa_pending: false, ip: visitor.ip, user_agent: visitor.user_agent };
  const context = createContext({ platform, actor, ...visitor });
  await context.withTenant(async (tx) => {
    const { tenant_id, ...row } = session;
    const created_at = now.toISOString();
    await sessionQueries.createSession(tx, { ...row, created_at, expires_at: expiresAt.toISOString() });
    await sessionQueries.createDirectoryEntry(tx, {
      token_hash: hashSecret(secret),
      tenant_id,
      session_id: session.id,
      user_id: request.user_id,
      idle_minutes: limits.idle_minutes,
      idle_expires_at: new Date(now.getTime() + limits.idle_minutes * 60_000).toISOString(),
      expires_at: expiresAt.toISOString(),
      issued_at: created_at,
    });
    await queries.updateLastSignIn(tx, request.user_id, created_at, request.method);
    await queries.createSignInEvent(tx, {
      id: newId(),
      user_id: request.user_id,
      outcome: 'success',
      method: request.method,
      reason: null,
      ip: visitor.ip,
      user_agent: visitor.user_agent,
      occurred_at: created_at,
    });
    await recordAudit(tx, context, { action: 'session.created', target_type: 'user', target_id: request.user_id });
  });
  return { secret, expires_at: expiresAt, result: signedIn(actor) };
}

function signedIn(actor: Actor): SignInResult {
  return { state: 'signed_in', home: homeOf(actor.roles), mfa_methods: [], tenants: [] };
}

export function homeOf(roles: readonly string[]): string {
  const role = roles.find((key) => key in roleHomes) as keyof typeof roleHomes | undefined;
  return role ? roleHomes[role] : '/dashboard';
}

async function recordFailure(platform: Platform, visitor: Visitor, candidate: Candidate): Promise<void> {
  const now = platform.clock.now().toISOString();
  await platform.db.withTenant({ tenant_id: candidate.tenant_id }, (tx) =>
    queries.createSignInEvent(tx, {
      id: newId(),
      user_id: candidate.user_id,
      outcome: 'failure',
      method: 'password',
      reason: 'wrong_password',
      ip: visitor.ip,
      user_agent: visitor.user_agent,
      occurred_at: now,
    }),
  );
}
