import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.ts';
import type { Context } from '../context.ts';
import { seal, unseal } from '../crypto/sealed.ts';
import { invalid, Problem } from '../errors.ts';
import * as queries from './idempotency.queries.ts';
import { problemText } from './problem-reply.ts';

export interface StoredAnswer {
  status: number;
  text: string;
  location: string | null;
}

export const keptMs = 24 * 3_600_000;
/** Longer than any request may run: whoever holds the key has died. */
const abandonedMs = 60_000;
const wellFormedKey = /^[\x21-\x7e]{1,128}$/;

/**
 * Runs the work once per key, caller and tenant (INT-141, IDN-94). The same request again gets the first answer;
 * a refusal is an answer too, a failure on our side is not and may be tried again.
 */
export async function onceByKey(
  request: FastifyRequest,
  context: Context,
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer & { replayed: boolean }> {
  const row = rowOf(request, context);
  if (!row) return { ...(await work()), replayed: false };
  const earlier = await claim(context, row);
  if (earlier) return { ...earlier, replayed: true };
  try {
    const answer = await work();
    await keep(context, row, answer);
    return { ...answer, replayed: false };
  } catch (error) {
    if (error instanceof Problem && isAnswer(error)) {
      const text = problemText(error, request.id);
      await keep(context, row, { status: error.status, text, location: null });
    } else {
      await context.withTenant((tx) => queries.deleteIdempotencyKey(tx, row)).catch(() => undefined);
    }
    throw error;
  }
}

/** Being asked to sign in again or to wait says nothing about the request itself. */
function isAnswer({ status }: Problem): boolean {
  return status < 500 && status !== 401 && status !== 429;
}

function rowOf(request: FastifyRequest, context: Context): queries.IdempotencyRow | null {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || key === undefined) return null;
  if (typeof key !== 'string' || !wellFormedKey.test(key)) {
    throw invalid('/headers/idempotency-key', 'invalid_key', 'A key has 1 to 128 visible ASCII characters.');
  }
  return {
    caller: callerOf(context.actor),
    key,
    request_hash: createHash('sha256')
      .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
      .digest(),
    started_at: context.platform.clock.now().toISOString(),
  };
}

function callerOf({ kind, user_id, session, impersonation }: Actor): string {
  return `${kind}:${user_id}:${session ? 'session' : 'token'}:${impersonation?.id ?? ''}`;
}

/** Null when this request is the one to do the work. */
async function claim(context: Context, row: queries.IdempotencyRow): Promise<StoredAnswer | null> {
  return context.withTenant(async (tx) => {
    if (await queries.createIdempotencyKey(tx, row)) return null;
    const known = await queries.selectOptionalIdempotencyKey(tx, row.caller, row.key);
    const age = known ? new Date(row.started_at).getTime() - new Date(known.started_at).getTime() : 0;
    if (!known || age >= keptMs) return restart(tx, row, known?.started_at);
    if (!known.request_hash.equals(row.request_hash)) throw new Problem('idempotency_mismatch');
    if (known.state === 'answered' && known.answer && known.status) {
      const text = unseal(
        context.platform.config.ENCRYPTION_KEY,
        purposeOf(row),
        known.answer.toString('utf8'),
      );
      return { status: known.status, text, location: known.location };
    }
    if (age < abandonedMs) throw new Problem('idempotency.running', { retry_after: 1 });
    return restart(tx, row, known.started_at);
  });
}

async function restart(
  tx: Parameters<typeof queries.restartIdempotencyKey>[0],
  row: queries.IdempotencyRow,
  seenAt: string | undefined,
): Promise<null> {
  if (seenAt && (await queries.restartIdempotencyKey(tx, row, seenAt))) return null;
  throw new Problem('idempotency.running', { retry_after: 1 });
}

function purposeOf({ caller, key }: queries.IdempotencyRow): string {
  return `idempotency:${caller}:${key}`;
}

async function keep(context: Context, row: queries.IdempotencyRow, answer: StoredAnswer): Promise<void> {
  const sealed = Buffer.from(seal(context.platform.config.ENCRYPTION_KEY, purposeOf(row), answer.text));
  const stored = { status: answer.status, answer: sealed, location: answer.location };
  await context.withTenant((tx) => queries.updateIdempotencyAnswer(tx, row, stored));
}
