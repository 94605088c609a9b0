import { LRUCache } from 'lru-cache';
import type { FastifyRequest } from 'fastify';
import type { Actor, ActorSession } from '../../../platform/auth/actor.ts';
import type { Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import { readSessionCookie } from './session-cookie.ts';
import * as queries from './sessions.queries.ts';
import { hashSecret } from './secrets.ts';
import { supersededGraceSeconds, touchEverySeconds } from './sessions.rules.ts';

type DirectoryEntry = NonNullable<Awaited<ReturnType<typeof queries.selectOptionalDirectoryEntry>>>;

/** Rights with a start or end date come into force at midnight; a minute is how late they may be noticed. */
const actorCacheMilliseconds = 60_000;

/**
 * Finds the actor of a request. Each request reads one directory row by its key; the person's rights come
 * from a cache named by session and revision, so a change of rights or the end of a session holds on the
 * very next request, in every process, without a message between them (IDN-35, IDN-50, IDN-82).
 */
export function createAuthentication(platform: Platform) {
  const actors = new LRUCache<string, Actor>({ max: 20_000, ttl: actorCacheMilliseconds });
  return async function authenticate(request: FastifyRequest): Promise<Actor | null> {
    const secret = readSessionCookie(request, platform.config);
    if (!secret) return null;
    const entry = await queries.selectOptionalDirectoryEntry(platform.db, hashSecret(secret));
    if (!entry) return null;
    refuseExpired(entry, platform.clock.now());
    const key = `${entry.tenant_id}:${entry.session_id}:${entry.revision}`;
    const actor = actors.get(key) ?? (await loadActor(platform, entry.tenant_id, entry.user_id, sessionOf(entry)));
    if (!actor?.session) return null;
    actors.set(key, actor);
    if (request.headers['x-background'] === undefined) await touch(platform, entry, actor.session);
    return actor;
  };
}

export type Authentication = ReturnType<typeof createAuthentication>;

function refuseExpired(entry: DirectoryEntry, now: Date) {
  const isPast = (instant: string) => new Date(instant) <= now;
  if (isPast(entry.idle_expires_at) || isPast(entry.expires_at)) throw new Problem('session.expired');
  if (!entry.superseded_at) return;
  const age = (now.getTime() - new Date(entry.superseded_at).getTime()) / 1000;
  if (age > supersededGraceSeconds) throw new Problem('session.expired');
}

function sessionOf(entry: DirectoryEntry) {
  return async (tx: Parameters<typeof queries.selectOptionalSession>[0]): Promise<ActorSession | null> => {
    const session = await queries.selectOptionalSession(tx, entry.session_id);
    if (!session || session.ended_at || session.mfa_pending) return null;
    return {
      id: session.id,
      method: session.method,
      mfa: session.mfa,
      signed_in_at: session.created_at,
      authenticated_at: session.authenticated_at,
      expires_at: entry.expires_at,
      idle_expires_at: entry.idle_expires_at,
    };
  };
}

/** Pushes the idle limit forward, at most once a minute; background polling does not count (IDN-80). */
async function touch(platform: Platform, entry: DirectoryEntry, session: ActorSession): Promise<void> {
  const now = platform.clock.now().getTime();
  const idleEnd = now + entry.idle_minutes * 60_000;
  const written = new Date(entry.idle_expires_at).getTime();
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
