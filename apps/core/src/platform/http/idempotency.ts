import { createHash } from 'node:crypto';
import type { Transaction } from '@k12/db';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.ts';
import type { Context } from '../context.ts';
import { seal, unseal } from '../crypto/sealed.ts';
import { invalid, Problem } from '../errors.ts';
import * as queries from './idempotency.queries.ts';
import { joinTransaction } from './joined-transaction.ts';
import { problemText } from './problem-reply.ts';

export interface StoredAnswer {
  status: number;
  text: string;
  location: string | null;
}

export const keptMs = 24 * 3_600_000;
/** What adds something, or changes many things at once. */
const keyedMethods: ReadonlySet<string> = new Set(['POST', 'PATCH']);
const wellFormedKey = /^[\x21-\x7e]{1,128}$/;

/**
 * Runs the work once per key, caller and tenant (INT-141, IDN-94). The same request again gets the first answer;
 * a refusal is an answer too, a failure on our side is not and may be tried again. The key, what the work changed
 * and its answer are one transaction: whoever dies on the way leaves either nothing or the answer.
 */
export async function onceByKey(
  request: FastifyRequest,
  context: Context,
  work: (context: Context) => Promise<StoredAnswer>,
): Promise<StoredAnswer & { replayed: boolean }> {
  const row = rowOf(request, context);
  if (!row) return { ...(await work(context)), replayed: false };
  const outcome = await context.withTenant(async (tx) => {
    const earlier = await findEarlier(tx, context, row);
    if (earlier) return { ...earlier, replayed: true };
    try {
      const answer = await work(joinTransaction(context, tx));
      await keep(tx, context, row, answer);
      return { ...answer, replayed: false };
    } catch (error) {
      // A refusal keeps what was written before it, a counted wrong guess for example, as it would without a key.
      if (!(error instanceof Problem)) throw error;
      if (isAnswer(error)) await keep(tx, context, row, refusalOf(error, request));
      return error;
    }
  });
  if (outcome instanceof Problem) throw outcome;
  return outcome;
}

/** Being asked to sign in again or to wait says nothing about the request itself. */
function isAnswer({ status }: Problem): boolean {
  return status < 500 && status !== 401 && status !== 429;
}

function refusalOf(problem: Problem, request: FastifyRequest): StoredAnswer {
  return { status: problem.status, text: problemText(problem, request.id), location: null };
}

function rowOf(request: FastifyRequest, context: Context): queries.IdempotencyRow | null {
  const key = request.headers['idempotency-key'];
  if (!keyedMethods.has(request.method) || key === undefined) return null;
  if (typeof key !== 'string' || !wellFormedKey.test(key)) {
    throw invalid('/headers/idempotency-key', 'invalid_key', 'A key has 1 to 128 visible ASCII characters.');
  }
  const parts = [request.url, context.school_id ?? '', JSON.stringify(request.body ?? null)];
  return {
    caller: callerOf(context.actor),
    key,
    request_hash: createHash('sha256').update(parts.join('\n')).digest(),
    started_at: context.platform.clock.now().toISOString(),
  };
}

/** A browser may sign in anew between two tries; two tokens of one owner are two programs. */
function callerOf({ kind, user_id, bearer, impersonation }: Actor): string {
  const through = bearer ? `${bearer.kind}:${bearer.id}` : 'session';
  return `${kind}:${user_id}:${through}:${impersonation?.id ?? ''}`;
}

/** Null when this request is the one to do the work; until its transaction ends others are asked to wait. */
async function findEarlier(
  tx: Transaction,
  context: Context,
  row: queries.IdempotencyRow,
): Promise<StoredAnswer | null> {
  if (!(await queries.lockIdempotencyKey(tx, context.actor.tenant_id, row))) {
    throw new Problem('idempotency.running', { retry_after: 1 });
  }
  const known = await queries.selectOptionalIdempotencyKey(tx, row.caller, row.key);
  if (!known) return null;
  const age = new Date(row.started_at).getTime() - new Date(known.started_at).getTime();
  if (age >= keptMs) return null;
  if (!known.request_hash.equals(row.request_hash)) throw new Problem('idempotency_mismatch');
  if (!known.answer || !known.status) return null;
  const text = unseal(context.platform.config.ENCRYPTION_KEY, purposeOf(row), known.answer.toString('utf8'));
  return { status: known.status, text, location: known.location };
}

function purposeOf({ caller, key }: queries.IdempotencyRow): string {
  return `idempotency:${caller}:${key}`;
}

async function keep(
  tx: Transaction,
  context: Context,
  row: queries.IdempotencyRow,
  { status, text, location }: StoredAnswer,
): Promise<void> {
  const answer = Buffer.from(seal(context.platform.config.ENCRYPTION_KEY, purposeOf(row), text));
  await queries.saveIdempotencyAnswer(tx, { ...row, status, answer, location });
}
