import http from 'node:http';
import https from 'node:https';
import { type CheckedUrl, checkUrl, type UrlRules, unsafeUrl } from './check-url.ts';

export interface SafeRequest {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Extra trusted certificates, for partners with a private authority. */
  ca?: string;
  timeout_ms?: number;
  max_bytes?: number;
}

export interface SafeReply {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  url: string;
}

const maxRedirects = 3;
const defaults = { timeout_ms: 10_000, max_bytes: 10 * 1024 * 1024 };
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** Calls an address that a person set. Each hop is checked, and goes to the very address that was checked (IDN-104). */
export async function safeFetch(
  text: string,
  rules: UrlRules,
  request: SafeRequest = {},
): Promise<SafeReply> {
  const deadline = AbortSignal.timeout(request.timeout_ms ?? defaults.timeout_ms);
  let target = text;
  let current = request;
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const checked = await checkUrl(target, rules);
    const reply = await send(checked, current, deadline);
    const { location } = reply.headers;
    if (!redirectStatuses.has(reply.status) || location === undefined) return reply;
    const next = new URL(location, checked.url);
    current = followed(current, reply.status, next.origin === checked.url.origin);
    target = next.href;
  }
  throw unsafeUrl();
}

/** Secrets of the first host are not told to the next one. */
function followed(request: SafeRequest, status: number, sameOrigin: boolean): SafeRequest {
  const headers = sameOrigin
    ? request.headers
    : Object.fromEntries(
        Object.entries(request.headers ?? {}).filter(
          ([name]) => !/^(authorization|cookie|x-.*)$/i.test(name),
        ),
      );
  const { body, ...rest } = request;
  if (status === 307 || status === 308) return { ...request, ...(headers ? { headers } : {}) };
  return { ...rest, ...(headers ? { headers } : {}), method: request.method === 'HEAD' ? 'HEAD' : 'GET' };
}

function send({ url, address }: CheckedUrl, request: SafeRequest, signal: AbortSignal): Promise<SafeReply> {
  const { max_bytes = defaults.max_bytes } = request;
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const outgoing = client.request(
      url,
      {
        method: request.method ?? 'GET',
        headers: { 'accept-encoding': 'identity', ...request.headers },
        signal,
        // No pooled connection: it might have been opened to another address of the same name.
        agent: false,
        lookup: (_host, options, done) => {
          if (options.all) (done as (error: null, all: (typeof address)[]) => void)(null, [address]);
          else done(null, address.address, address.family);
        },
        ...(request.ca ? { ca: request.ca } : {}),
      },
      (incoming) => {
        collect(incoming, max_bytes).then(
          (body) =>
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body, url: url.href }),
          reject,
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

export class ReplyTooLarge extends Error {
  constructor() {
    super('The reply is larger than accepted');
    this.name = 'ReplyTooLarge';
  }
}

async function collect(incoming: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming) {
    size += (part as Buffer).length;
    if (size > maxBytes) {
      incoming.destroy();
      throw new ReplyTooLarge();
    }
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
