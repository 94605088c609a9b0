import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, type ActorSession, systemActor } from '../../../platform/auth/actor.ts';
import { createContext, type Platform } from '../../../platform/context.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import { createBearerAuthentication, refuseTokenInAddress } from '../api-tokens/bearer.service.ts';
import * as impersonation from '../impersonation/impersonation.service.ts';
import { isAtForeignHost } from '../tenants/tenant-hosts.service.ts';
import { readSessionCookie } from './session-cookie.service.ts';
import { replaceSecret, sendSecret } from './session-secret.service.ts';
import * as queries from './sessions.queries.ts';
import { rotateAfterHours, supersededGraceSeconds, touchEverySeconds } from './sessions.rules.ts';

type DirectoryEntry = queries.DirectoryEntry;

/** Rights with a start or end date come into force at midnight; a minute is how late they may be noticed. */
const actorCacheMilliseconds = 60_000;

/**
 * Finds the actor of a request. Each request reads one directory row by its key; the person's rights come
 * from a cache named by session and revision, so a change of rights or the end of a session holds on the
 * very next request, in every process, without a message between them (IDN-35, IDN-50, IDN-82).
 */
export function createAuthentication(platform: Platform) {
  const actors = new LRUCache<string, Actor>({ max: 20_000, ttl: actorCacheMilliseconds });
  const authenticateBearer = createBearerAuthentication(platform, actors);

  return async function authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Actor | null> {
    refuseTokenInAddress(request);
    // IDN-86: a request with an Authorization header is judged by it alone.
    if (request.headers.authorization !== undefined) {
      const actor = await authenticateBearer(request);
      return (await isAtForeignHost(platform, request.hostname, actor.tenant_id)) ? null : actor;
    }
    const secret = readSessionCookie(request, platform.config);
    if (!secret) return null;
    const entry = await queries.selectOptionalDirectoryEntry(platform.db, hashSecret(secret));
    if (!entry || (await isAtForeignHost(platform, request.hostname, entry.tenant_id))) return null;
    await refuseExpired(platform, entry, request);
    const actor = await actorOf(platform, actors, entry);
    if (!actor?.session) return null;
    if (actor.impersonation) await impersonation.recordVisit(platform, actor, request);
    if (actor.session.pending_step) return actor;
    if (isRotationDue(entry, platform.clock.now())) await rotate(platform, entry, reply);
    else if (isActivity(request)) await touch(platform, entry, actor.session);
    return actor;
  };
}

/** Polling, and asking when the session ends, do not keep it alive (IDN-80, IDN-81). */
function isActivity(request: FastifyRequest): boolean {
  const asksForItself = request.method === 'GET' && request.routeOptions.url?.endsWith('/session') === true;
  return request.headers['x-background'] === undefined && !asksForItself;
}

async function actorOf(platform: Platform, actors: LRUCache<string, Actor>, entry: DirectoryEntry) {
  const key = `${entry.tenant_id}:${entry.session_id}:${entry.revision}`;
  const cached = actors.get(key);
  if (cached && !impersonation.isOver(cached, platform.clock.now())) return cached;
  const actor = await readActor(platform, entry);
  if (actor) actors.set(key, actor);
  return actor;
}

async function readActor(platform: Platform, entry: DirectoryEntry): Promise<Actor | null> {
  let open: impersonation.OpenImpersonation | undefined;
  let supportTenantId: string | null = null;
  const own = await loadActor(platform, entry.tenant_id, entry.user_id, async (tx) => {
    const [session, current] = await Promise.all([
      queries.selectOptionalSession(tx, entry.session_id),
      impersonation.selectOptionalOpen(tx, entry.session_id),
    ]);
    open = current;
    supportTenantId = session?.support_tenant_id ?? null;
    return session && !session.ended_at ? presentSession(session, entry) : null;
  });
  if (own?.is_operator && supportTenantId) {
    open = await platform.db.withTenant({ tenant_id: supportTenantId }, (tx) =>
      impersonation.selectOptionalOpen(tx, entry.session_id),
    );
  }
  if (!own?.session || !open) return own;
  return impersonation.actAs(platform, own, open);
}

function presentSession(
  session: NonNullable<Awaited<ReturnType<typeof queries.selectOptionalSession>>>,
  entry: DirectoryEntry,
): ActorSession {
  return {
    id: session.id,
    method: session.method,
    mfa: session.mfa,
    pending_step: session.pending_step,
    signed_in_at: session.created_at,
    authenticated_at: session.authenticated_at,
    expires_at: entry.expires_at,
    idle_expires_at: entry.idle_expires_at,
  };
}

async function refuseExpired(
  platform: Platform,
  entry: DirectoryEntry,
  request: FastifyRequest,
): Promise<void> {
  const now = platform.clock.now();
  const isPast = (instant: string) => new Date(instant) <= now;
  if (isPast(entry.idle_expires_at) || isPast(entry.expires_at)) throw new Problem('session.expired');
  if (!entry.superseded_at) return;
  const age = (now.getTime() - new Date(entry.superseded_at).getTime()) / 1000;
  if (age <= supersededGraceSeconds) return;
  await endStolen(platform, entry, request);
  throw new Problem('session.expired');
}

/** Two browsers hold secrets of one session: nobody can tell which is the right one, so it ends (IDN-79). */
async function endStolen(platform: Platform, entry: DirectoryEntry, request: FastifyRequest): Promise<void> {
  const actor = systemActor(entry.tenant_id, 'a replaced session secret was presented');
  const context = createContext({ platform, actor, request_id: request.id, ip: request.ip });
  await context.withTenant(async (tx) => {
    const { tenant_id, session_id } = entry;
    const ended_at = platform.clock.now().toISOString();
    await queries.endSession(tx, { tenant_id, session_id, ended_at, reason: 'possible_theft' });
    await recordAudit(tx, context, {
      action: 'session.theft_suspected',
      target_type: 'user',
      target_id: entry.user_id,
      outcome: 'refused',
    });
  });
}

function isRotationDue(entry: DirectoryEntry, now: Date): boolean {
  if (entry.superseded_at) return false;
  return now.getTime() - new Date(entry.issued_at).getTime() > rotateAfterHours * 3_600_000;
}

async function rotate(platform: Platform, entry: DirectoryEntry, reply: FastifyReply): Promise<void> {
  const { tenant_id, session_id, token_hash } = entry;
  const now = platform.clock.now();
  const replaced = await platform.db.withTenant({ tenant_id }, (tx) =>
    replaceSecret(tx, { tenant_id, session_id, now, token_hash }),
  );
  sendSecret(reply, platform, replaced);
}

/** Pushes the idle limit forward, at most once a minute; background polling does not count (IDN-80). */
async function touch(platform: Platform, entry: DirectoryEntry, session: ActorSession): Promise<void> {
  const now = platform.clock.now().getTime();
  const idleEnd = now + entry.idle_minutes * 60_000;
  // Also what another request of this session is writing just now: a page's requests would wait for one another's row.
  const written = Math.max(Date.parse(entry.idle_expires_at), Date.parse(session.idle_expires_at));
  if (idleEnd - written < touchEverySeconds * 1000) return;
  session.idle_expires_at = new Date(idleEnd).toISOString();
  await platform.db.withTenant({ tenant_id: entry.tenant_id }, (tx) =>
    queries.updateActivity(tx, {
      tenant_id: entry.tenant_id,
      session_id: entry.session_id,
      seen_at: new Date(now).toISOString(),
      idle_expires_at: session.idle_expires_at,
    }),
  );
}
