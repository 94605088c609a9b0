import {
  ApiProblem,
  type CallOptions,
  createClient,
  type EndpointDeclaration,
  type ReplyOf,
  type RequestOf,
} from '@k12/contracts';
import { forgetCsrfToken, readCsrfToken } from './csrf.ts';
import { isStillSamePerson, recover } from './recovery.ts';

let schoolId: string | null = null;

/** The school of this tab; every call of the tab carries it (UXP-07). */
export function setSchoolOfTab(id: string | null): void {
  schoolId = id;
}

const client = createClient({
  base_url: '/api/v1',
  headers: async (endpoint) => ({
    ...(schoolId ? { 'x-school-id': schoolId } : {}),
    ...(endpoint.method === 'GET' ? {} : { 'x-csrf-token': await readCsrfToken() }),
  }),
});

/**
 * One call of the API. Reads, and writes that carry a key, are tried again when the network or the server fails
 * (UXP-44); an ended session asks for the password in place and then goes on (IDN-81).
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
  const call = () => client(endpoint, request, { ...options, headers });
  const persistent = () => (repeatable ? retrying(call, endpoint.method === 'GET' ? 3 : 1) : call());
  try {
    return await persistent();
  } catch (error) {
    if (!(await isCured(error))) throw error;
    return persistent();
  }
}

/** True when the cause of a refusal is gone and the same call is worth repeating once. */
async function isCured(error: unknown): Promise<boolean> {
  if (!(error instanceof ApiProblem)) return false;
  if (error.code === 'csrf_failed') {
    forgetCsrfToken();
    return isStillSamePerson();
  }
  return recover(error.code);
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
