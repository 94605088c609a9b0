import {
  ApiProblem,
  type CallOptions,
  createClient,
  type EndpointDeclaration,
  type ReplyOf,
  type RequestOf,
} from '@k12/contracts';
import { getCsrfToken } from '@k12/contracts/identity/session';

let csrfToken: Promise<string> | null = null;
let schoolId: string | null = null;

/** The school of this tab; every call of the tab carries it (UXP-07). */
export function setSchoolOfTab(id: string | null): void {
  schoolId = id;
}

const plain = createClient({ base_url: '/api/v1' });

async function readCsrfToken(): Promise<string> {
  csrfToken ??= plain(getCsrfToken, {}).then((reply) => reply.csrf_token);
  return csrfToken;
}

/** After signing in or out the token belongs to another session. */
export function forgetCsrfToken(): void {
  csrfToken = null;
}

const client = createClient({
  base_url: '/api/v1',
  headers: async (endpoint) => ({
    ...(schoolId ? { 'x-school-id': schoolId } : {}),
    ...(endpoint.method === 'GET' ? {} : { 'x-csrf-token': await readCsrfToken() }),
  }),
});

const retryDelays = [500, 2_000, 8_000];
const retryable = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Reads are tried again when the network or the server fails; writes carry a key, so that a retry cannot double them. */
export async function callApi<E extends EndpointDeclaration>(
  endpoint: E,
  request: RequestOf<E>,
  options: CallOptions = {},
): Promise<ReplyOf<E>> {
  if (endpoint.method === 'GET') return retrying(() => client(endpoint, request, options));
  const headers = {
    ...(endpoint.method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
    ...options.headers,
  };
  try {
    return await client(endpoint, request, { ...options, headers });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'csrf_failed') throw error;
    forgetCsrfToken();
    return client(endpoint, request, { ...options, headers });
  }
}

async function retrying<T>(call: () => Promise<T>): Promise<T> {
  for (const delay of retryDelays) {
    try {
      return await call();
    } catch (error) {
      const isProblem = error instanceof ApiProblem;
      if (isProblem && !retryable.has(error.status)) throw error;
      const asked = isProblem ? (error.problem.retry_after ?? 0) * 1000 : 0;
      await new Promise((resolve) => setTimeout(resolve, Math.max(asked, delay * (0.5 + Math.random()))));
    }
  }
  return call();
}
