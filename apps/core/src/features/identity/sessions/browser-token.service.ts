import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../../../platform/context.ts';
import { hashSecret, newSecret } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import { checkSameSite, csrfToken } from '../../../platform/http/same-site.ts';
import {
  ensureDeviceCookie,
  readSessionCookie,
  readVisitorCookie,
  setVisitorCookie,
} from './session-cookie.service.ts';
import { selectOptionalDirectoryEntry } from './sessions.queries.ts';

/** The session's id or, before sign-in, a random value of this browser: what the CSRF token is bound to. */
async function subjectOf(platform: Platform, request: FastifyRequest): Promise<string | null> {
  const secret = readSessionCookie(request, platform.config);
  const entry = secret ? await selectOptionalDirectoryEntry(platform.db, hashSecret(secret)) : undefined;
  return entry?.session_id ?? readVisitorCookie(request, platform.config);
}

export async function issueBrowserToken(platform: Platform, request: FastifyRequest, reply: FastifyReply) {
  ensureDeviceCookie(request, reply, platform.config);
  let subject = await subjectOf(platform, request);
  if (!subject) {
    subject = newSecret();
    setVisitorCookie(reply, platform.config, subject);
  }
  return { csrf_token: csrfToken(platform.config, subject) };
}

/** For the public forms that change state: sign-in, reset, invitation. */
export async function checkBrowserToken(platform: Platform, request: FastifyRequest): Promise<void> {
  const subject = await subjectOf(platform, request);
  if (!subject) throw new Problem('csrf_failed');
  checkSameSite(request, platform.config, subject);
}
