import { coreUrl } from '@/lib/core-url.ts';

/**
 * Pages and API share one origin: what comes to /api/v1 goes on to core, as a stream in both directions, so that
 * uploads are not held in memory and server-sent events arrive at once.
 */
async function forward(request: Request): Promise<Response> {
  if (isTooLarge(request.headers)) return refusal(413, 'request.too_large', 'The request is too large');
  const { pathname, search, host, protocol } = new URL(request.url);
  const headers = new Headers(request.headers);
  const publicHost = headers.get('x-forwarded-host') ?? headers.get('host') ?? host;
  headers.set('x-forwarded-host', publicHost);
  headers.set('x-forwarded-proto', headers.get('x-forwarded-proto') ?? protocol.replace(':', ''));
  for (const name of hopByHop) headers.delete(name);
  headers.set('accept-encoding', 'identity');
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== null;
  const init: RequestInit & { duplex?: 'half' } = {
    method: request.method,
    headers,
    redirect: 'manual',
    cache: 'no-store',
    signal: request.signal,
    ...(hasBody ? { body: request.body, duplex: 'half' } : {}),
  };
  try {
    const reply = await fetch(coreUrl() + pathname + search, init);
    const replyHeaders = new Headers(reply.headers);
    for (const name of hopByHop) replyHeaders.delete(name);
    return new Response(reply.body, { status: reply.status, headers: replyHeaders });
  } catch {
    return refusal(503, 'unavailable', 'Not available right now', { 'retry-after': '5' });
  }
}

/** As core has it. Core would answer before it has read the body, and the answer be lost on the broken connection. */
const maxJsonBytes = 1024 * 1024;

function isTooLarge(headers: Headers): boolean {
  const isJson = headers.get('content-type')?.includes('json') ?? false;
  return isJson && Number(headers.get('content-length')) > maxJsonBytes;
}

const hopByHop = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'proxy-authorization',
];

function refusal(status: number, code: string, title: string, more: Record<string, string> = {}): Response {
  const problem = { type: `/docs/api/errors#${code}`, title, status, code, request_id: '' };
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...more };
  return new Response(JSON.stringify(problem), { status, headers });
}

export {
  forward as DELETE,
  forward as GET,
  forward as HEAD,
  forward as PATCH,
  forward as POST,
  forward as PUT,
};
