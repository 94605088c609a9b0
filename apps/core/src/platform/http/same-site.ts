import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { Problem } from '../errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The token is derived from the session (or, before sign-in, from a random cookie): nothing to store. */
export function csrfToken(config: Config, subject: string): string {
  return createHmac('sha256', config.APP_SECRET_KEY).update(`csrf:${subject}`).digest('base64url');
}

/** IDN-85: a change by cookie needs a same-origin request and the token bound to that cookie. */
export function checkSameSite(request: FastifyRequest, config: Config, subject: string): void {
  if (safeMethods.has(request.method)) return;
  if (!isSameOrigin(request)) throw new Problem('csrf_failed');
  const given = request.headers['x-csrf-token'];
  if (typeof given !== 'string' || !equal(given, csrfToken(config, subject)))
    throw new Problem('csrf_failed');
}

function isSameOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === request.host;
  return request.headers['sec-fetch-site'] === 'same-origin';
}

function equal(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
