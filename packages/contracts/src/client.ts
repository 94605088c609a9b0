import type { EndpointDeclaration, ReplyOf, RequestOf } from './endpoint.ts';
import type { ProblemBody } from './errors.ts';

/** Thrown for every reply that is not a success; carries the problem the server described. */
export class ApiProblem extends Error {
  readonly problem: ProblemBody;
  constructor(problem: ProblemBody) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
  get status() {
    return this.problem.status;
  }
  get code() {
    return this.problem.code;
  }
}

/** What refuses something says why; a proxy in between may not. */
export function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body;
}

export interface ClientOptions {
  /** Origin plus `/api/v1`, or only `/api/v1` in the browser. */
  base_url: string;
  fetch?: typeof fetch;
  /** Headers for each call: CSRF token, selected school, authorization. */
  headers?: (endpoint: EndpointDeclaration) => Record<string, string> | Promise<Record<string, string>>;
}

export interface CallOptions {
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** Goes on when the page that asked is left; browsers allow it for small bodies only. */
  keepalive?: boolean;
}

/** Half of what browsers allow, in letters: some take two bytes or more, and several calls share the limit. */
const keepaliveLimit = 30_000;

export type Client = <E extends EndpointDeclaration>(
  endpoint: E,
  request: RequestOf<E>,
  options?: CallOptions,
) => Promise<ReplyOf<E>>;

interface LooseRequest {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

export function endpointUrl(endpoint: EndpointDeclaration, request: LooseRequest): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(request.params?.[key] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value === undefined || value === null) continue;
    for (const item of Array.isArray(value) ? value : [value]) query.append(key, String(item));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? fetch;
  return async (endpoint, request, call = {}) => {
    const parts = request as LooseRequest;
    const headers: Record<string, string> = { accept: 'application/json' };
    const own = options.headers?.(endpoint);
    Object.assign(headers, own instanceof Promise ? await own : own, call.headers);
    const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' };
    if (call.signal) init.signal = call.signal;
    if (parts.body !== undefined) {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(parts.body);
      if (call.keepalive && init.body.length < keepaliveLimit) init.keepalive = true;
    }
    const response = await send(options.base_url + endpointUrl(endpoint, parts), init);
    const text = await response.text();
    const isTable = response.headers.get('content-type')?.startsWith('text/csv');
    // 204, and whatever else is answered without a body, such as 202 for something that is only taken on.
    if (response.ok) return (isTable ? text : text === '' ? undefined : JSON.parse(text)) as never;
    throw new ApiProblem(readProblem(response.status, text));
  };
}

/** A proxy or a school's web filter may answer instead of the server; that still becomes a problem. */
function readProblem(status: number, text: string): ProblemBody {
  const unexpected = {
    type: 'about:blank',
    title: 'Unexpected answer',
    status,
    code: 'unavailable',
    request_id: '',
  };
  try {
    const body = JSON.parse(text) as Partial<ProblemBody> | null;
    return body?.code && body.title ? { ...unexpected, ...body } : unexpected;
  } catch {
    return unexpected;
  }
}
