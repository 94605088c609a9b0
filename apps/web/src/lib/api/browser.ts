import {
  ApiProblem,
  type CallOptions,
  createClient,
  type EndpointDeclaration,
  type ReplyOf,
  type RequestOf,
} from '@k12/contracts';
import { notingConnection } from './connection.ts';
import { forgetCsrfToken, knownCsrfToken, readCsrfToken } from './csrf.ts';
import { checkHolder, recover, stopForOther } from './recovery.ts';

let schoolId: string | null = null;

/** The school of this tab; every call of the tab carries it (UXP-07). */
export function setSchoolOfTab(id: string | null): void {
  schoolId = id;
}

const client = createClient({
  base_url: '/api/v1',
  headers: (): Record<string, string> => (schoolId ? { 'x-school-id': schoolId } : {}),
});

async function send<E extends EndpointDeclaration>(
  endpoint: E,
  request: RequestOf<E>,
  options: CallOptions,
  readToken: () => string | Promise<string>,
): Promise<ReplyOf<E>> {
  const headers: Record<string, string> = { ...options.headers };
  if (endpoint.method !== 'GET') {
    const token = readToken();
    // Waited for only where it has to be: what was typed leaves before anything is drawn anew (TCH-97).
    headers['x-csrf-token'] = typeof token === 'string' ? token : await token;
  }
  return notingConnection(() => client(endpoint, request, { ...options, headers }));
}

/**
 * One call of a signed-in page. Reads, and writes that carry a key, are tried again when the network or the server
 * fails (UXP-44); an ended session asks for the password in place and then goes on (IDN-81).
 */
export async function callApi<E extends EndpointDeclaration>(
  endpoint: E,
  request: RequestOf<E>,
  options: CallOptions = {},
): Promise<ReplyOf<E>> {
  const headers = {
    ...(endpoint.method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
    ...options.headers,
  };
  const repeatable = endpoint.method === 'GET' || 'idempotency-key' in headers;
  const call = async () => {
    stopForOther();
    return send(endpoint, request, { ...options, headers }, readOwnToken);
  };
  const persistent = () => (repeatable ? retrying(call, endpoint.method === 'GET' ? 3 : 1) : call());
  try {
    return await persistent();
  } catch (error) {
    if (!(await isCured(error))) throw error;
    return persistent();
  }
}

/** The same for pages and dialogs of the sign-in itself: asks nobody to sign in, and belongs to no person. */
export async function callSigningIn<E extends EndpointDeclaration>(
  endpoint: E,
  request: RequestOf<E>,
): Promise<ReplyOf<E>> {
  try {
    return await send(endpoint, request, {}, readCsrfToken);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'csrf_failed') throw error;
    forgetCsrfToken();
    return send(endpoint, request, {}, readCsrfToken);
  }
}

let ownToken: string | null = null;

/**
 * A token works for one session only. Before one is first used it is made sure that the session is that of the person
 * whose page this is, so that nothing is ever written in another's name (UXP-44).
 */
function readOwnToken(): string | Promise<string> {
  const token = knownCsrfToken();
  return token !== null && token === ownToken ? token : askOwnToken();
}

async function askOwnToken(): Promise<string> {
  const token = await readCsrfToken();
  if (token === ownToken) return token;
  const holder = await checkHolder();
  stopForOther();
  if (holder === 'own') ownToken = token;
  return token;
}

/** Gets what the first write needs beforehand, so that it takes as long as every other. */
export function prepareToWrite(): void {
  // What fails here is asked for again by the write itself.
  askOwnToken().catch(() => undefined);
}

/** True when the cause of a refusal is gone and the same call is worth repeating once. */
async function isCured(error: unknown): Promise<boolean> {
  if (!(error instanceof ApiProblem)) return false;
  if (error.code !== 'csrf_failed') return recover(error.code);
  forgetCsrfToken();
  return true;
}

const firstDelay = 500;
const longestDelay = 30_000;
const retryable = new Set([408, 425, 429, 500, 502, 503, 504]);

async function retrying<T>(call: () => Promise<T>, times: number): Promise<T> {
  for (let attempt = 0; attempt < times; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const problem = error instanceof ApiProblem ? error.problem : null;
      const isAbort = error instanceof DOMException && error.name === 'AbortError';
      if (isAbort || (problem && !retryable.has(problem.status))) throw error;
      const backOff = Math.min(firstDelay * 4 ** attempt, longestDelay) * (0.5 + Math.random());
      const asked = Math.min((problem?.retry_after ?? 0) * 1000, longestDelay);
      await new Promise((resolve) => setTimeout(resolve, Math.max(asked, backOff)));
    }
  }
  return call();
}
