import type { Transaction } from '@k12/db';
import type { FastifyReply } from 'fastify';
import type { Platform } from '../../../platform/context.ts';
import { hashSecret, newSecret } from '../../../platform/crypto/secrets.ts';
import { setSessionCookie } from './session-cookie.service.ts';
import * as queries from './sessions.queries.ts';

export interface ReplacedSecret {
  secret: string;
  expires_at: Date;
}

/**
 * Gives a session a new secret (IDN-79). The former one works for another minute, for requests on their way;
 * null when another request of the same session has replaced it at this very moment.
 */
export async function replaceSecret(
  tx: Transaction,
  session: { tenant_id: string; session_id: string; now: Date; token_hash?: Buffer },
): Promise<ReplacedSecret | null> {
  const at = session.now.toISOString();
  const former = await queries.supersedeDirectoryEntry(tx, { ...session, at });
  if (!former) return null;
  const secret = newSecret();
  const idleEnd = session.now.getTime() + former.idle_minutes * 60_000;
  await queries.createDirectoryEntry(tx, {
    token_hash: hashSecret(secret),
    tenant_id: former.tenant_id,
    session_id: former.session_id,
    user_id: former.user_id,
    revision: former.revision,
    idle_minutes: former.idle_minutes,
    idle_expires_at: new Date(idleEnd).toISOString(),
    expires_at: former.expires_at,
    issued_at: at,
  });
  return { secret, expires_at: new Date(former.expires_at) };
}

export function sendSecret(reply: FastifyReply, platform: Platform, replaced: ReplacedSecret | null): void {
  if (replaced) setSessionCookie(reply, platform.config, replaced.secret, replaced.expires_at);
}
