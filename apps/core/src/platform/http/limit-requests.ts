import { createHmac } from 'node:crypto';
import type { EndpointDeclaration, RateClass } from '@k12/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.ts';
import type { Platform } from '../context.ts';
import { normalizeIdentifier } from '../crypto/secrets.ts';
import { Problem } from '../errors.ts';
import type { Admission, LimitCaller, RuleState } from '../limits/limits.ts';
import { visitorOf } from './visitor.ts';

const addressClasses: ReadonlySet<RateClass> = new Set(['sign_in', 'recovery', 'sso', 'code', 'public']);
const accountFields = ['identifier', 'email', 'username', 'code'] as const;

/** A class that counts people needs one: callers without an account count by their address. */
function classFor(endpoint: EndpointDeclaration | undefined, actor: Actor | null): RateClass {
  const rate = endpoint?.rate ?? 'public';
  return actor || addressClasses.has(rate) ? rate : 'public';
}

/** Counts the request against its class, sets the headers of IDN-102, and refuses with 429. */
export async function limitRequest(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: EndpointDeclaration | undefined,
  actor: Actor | null,
): Promise<Admission> {
  const caller = await callerOf(platform, request, actor);
  const admission = await platform.limits.admit(classFor(endpoint, actor), caller);
  setHeaders(reply, admission.states);
  if (admission.refused) {
    const { name, retry_after } = admission.refused;
    throw new Problem('rate_limited', { retry_after, context: { limit: name } });
  }
  return admission;
}

/**
 * An answer to somebody without a session is not counted: at eight o'clock a whole school's sessions have run out
 * behind one address (IDN-101).
 */
export async function showLimits(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  setHeaders(reply, await platform.limits.look('public', await callerOf(platform, request, null)));
}

/** Failures of the person count, failures of ours and mistakes in the form do not; a guess at a code is no mistake. */
export function isFailedAttempt(error: unknown): boolean {
  if (!(error instanceof Problem) || error.status >= 500 || error.status === 429) return false;
  return error.status !== 422 || error.details.errors?.some(({ code }) => code === 'wrong_code') === true;
}

async function callerOf(
  platform: Platform,
  request: FastifyRequest,
  actor: Actor | null,
): Promise<LimitCaller> {
  const hash = (value: string) =>
    createHmac('sha256', platform.config.APP_SECRET_KEY).update(value).digest('base64url');
  const account = accountIn(request.body);
  const visitor = visitorOf(request, platform.config);
  return {
    tenant_id: actor?.tenant_id ?? null,
    user_id: actor?.user_id ?? null,
    is_token: actor !== null && actor.session === null,
    address: request.ip,
    in_registered_network: actor === null && (await platform.networks.includes(request.ip)),
    browser: visitor ? hash(visitor) : null,
    account: account ? hash(account) : null,
  };
}

function accountIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  for (const field of accountFields) {
    const value = (body as Record<string, unknown>)[field];
    if (typeof value === 'string' && value !== '') return normalizeIdentifier(value).slice(0, 254);
  }
  return null;
}

function setHeaders(reply: FastifyReply, states: readonly RuleState[]): void {
  const [tightest] = [...states].sort((a, b) => a.remaining / a.limit - b.remaining / b.limit);
  if (!tightest) return;
  reply.headers({
    'ratelimit-policy': states
      .map(({ name, limit, window_seconds }) => `"${name}";q=${limit};w=${window_seconds}`)
      .join(', '),
    ratelimit: states
      .map(({ name, remaining, reset_seconds }) => `"${name}";r=${remaining};t=${reset_seconds}`)
      .join(', '),
    'x-ratelimit-limit': String(tightest.limit),
    'x-ratelimit-remaining': String(tightest.remaining),
    'x-ratelimit-reset': String(tightest.reset_seconds),
  });
}
