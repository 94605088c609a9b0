import type { EndpointDeclaration, Method, ReplyOf } from '@k12/contracts/endpoint';
import type { ProblemBody } from '@k12/contracts/errors';
import { forgetCsrfToken, readCsrfToken } from './csrf.ts';

/** A reply that is not a success, as the server described it. */
export class Refusal extends Error {
  readonly problem: Partial<ProblemBody>;
  readonly status: number;
  constructor(status: number, problem: Partial<ProblemBody>) {
    super(problem.detail ?? problem.title ?? `Status ${status}`);
    this.name = 'Refusal';
    this.status = status;
    this.problem = problem;
  }
  get code(): string {
    return this.problem.code ?? 'unavailable';
  }
}

/**
 * Calls an operation by its address, without loading the schemas: the sign-in pages must be small (UXP-106).
 * The type argument is the declaration, so replies are checked like everywhere else.
 */
export async function sendLight<E extends EndpointDeclaration>(
  method: E['method'] & Method,
  path: string,
  body?: unknown,
): Promise<ReplyOf<E>> {
  try {
    return await send<ReplyOf<E>>(method, path, body);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'csrf_failed') throw error;
    forgetCsrfToken();
    return send<ReplyOf<E>>(method, path, body);
  }
}

async function send<T>(method: Method, path: string, body: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['x-csrf-token'] = await readCsrfToken();
  if (body !== undefined) headers['content-type'] = 'application/json';
  const reply = await fetch(`/api/v1${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Refusal(reply.status, readProblem(text));
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function readProblem(text: string): Partial<ProblemBody> {
  try {
    return JSON.parse(text) as Partial<ProblemBody>;
  } catch {
    return {};
  }
}
