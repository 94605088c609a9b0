import type { FastifyRequest } from 'fastify';
import type { LRUCache } from 'lru-cache';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/auth/actor.ts';
import { isInNetworks } from '../../../platform/auth/networks.ts';
import { createContext, type Platform } from '../../../platform/context.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { loadActor } from '../actors/actors.service.ts';
import { selectDeviceOf } from '../device-sessions/device-access.service.ts';
import { tokenOutOfRangeMail } from './api-tokens.mails.ts';
import * as queries from './api-tokens.queries.ts';
import { limitGrants, stopsAt } from './api-tokens.rules.ts';
import { isTokenText, tokenPrefix } from './token-text.rules.ts';
import { countUse } from './token-use.service.ts';

const addressKeys = new Set(['access_token', 'api_key', 'api_token', 'token', 'authorization']);

/** Addresses end up in logs and histories, so a token in one is refused, whatever it says (IDN-90). */
export function refuseTokenInAddress(request: FastifyRequest): void {
  for (const [key, value] of Object.entries((request.query ?? {}) as Record<string, unknown>)) {
    const isToken = typeof value === 'string' && value.startsWith(tokenPrefix);
    if (isToken || addressKeys.has(key.toLowerCase())) throw new Problem('request.token_in_url');
  }
}

/** API tokens and apps. The owner's rights are read anew whenever the directory's revision has changed. */
export function createBearerAuthentication(platform: Platform, actors: LRUCache<string, Actor>) {
  return async function authenticateBearer(request: FastifyRequest): Promise<Actor> {
    const [scheme, text = ''] = (request.headers.authorization ?? '').split(' ');
    const isApiToken = text.startsWith(tokenPrefix);
    if (scheme?.toLowerCase() !== 'bearer' || text === '' || (isApiToken && !isTokenText(text)))
      throw invalidToken();
    const entry = await queries.selectOptionalEntry(platform.db, hashSecret(text));
    if (!entry || new Date(entry.expires_at) <= platform.clock.now()) throw invalidToken();
    return entry.kind === 'device'
      ? deviceActor(platform, actors, entry)
      : tokenActor(platform, entry, request);
  };
}

/** A person at an app has all their rights there. */
async function deviceActor(
  platform: Platform,
  actors: LRUCache<string, Actor>,
  entry: queries.TokenEntry,
): Promise<Actor> {
  const key = `${entry.tenant_id}:${entry.subject_id}:${entry.revision}`;
  const cached = actors.get(key);
  if (cached) return cached;
  const [person, device] = await Promise.all([
    loadActor(platform, entry.tenant_id, entry.user_id, async () => null),
    selectDeviceOf(platform, entry.tenant_id, entry.subject_id),
  ]);
  if (!person || !device) throw invalidToken();
  const { id, authenticated_at } = device;
  const actor: Actor = { ...person, bearer: { kind: 'device', id, authenticated_at } };
  actors.set(key, actor);
  return actor;
}

async function tokenActor(
  platform: Platform,
  entry: queries.TokenEntry,
  request: FastifyRequest,
): Promise<Actor> {
  const { tenant_id, user_id, subject_id } = entry;
  const [owner, token] = await Promise.all([
    loadActor(platform, tenant_id, user_id, async () => null),
    platform.db.withTenant({ tenant_id }, (tx) => queries.selectOptionalToken(tx, subject_id)),
  ]);
  if (!owner || !token || token.revoked_at) throw invalidToken();
  if (new Date(stopsAt(token)) <= platform.clock.now()) throw invalidToken();
  if (token.ip_ranges.length > 0 && !isInNetworks(token.ip_ranges, request.ip)) {
    await alertOwner(platform, owner, token, request);
    throw invalidToken();
  }
  await countUse(platform, tenant_id, subject_id, request.ip);
  const limit = token.school_id ? [token.school_id] : null;
  return {
    ...owner,
    grants: limitGrants(owner, token.scopes, token.school_id),
    school_ids: limit ?? owner.school_ids,
    school_limit: limit,
    bearer: { kind: 'api_token', id: token.id, authenticated_at: null },
  };
}

async function alertOwner(
  platform: Platform,
  owner: Actor,
  token: queries.TokenRow,
  request: FastifyRequest,
) {
  const context = createContext({ platform, actor: owner, request_id: request.id, ip: request.ip });
  await context.withTenant(async (tx) => {
    await recordAudit(tx, context, {
      action: 'api_token.refused',
      target_type: 'api_token',
      target_id: token.id,
      outcome: 'refused',
      reason: 'outside_ip_ranges',
    });
    const values = { name: token.name, ip: request.ip };
    await queueMail(tx, context, { to_user_id: token.created_by, template: tokenOutOfRangeMail, values });
  });
}

function invalidToken(): Problem {
  return new Problem('token.invalid');
}
