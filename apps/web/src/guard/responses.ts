import { type NextRequest, NextResponse } from 'next/server';
import { isLocale, localeCookie, preferredLocale } from '../lib/locales.ts';
import { contentSecurityPolicy, fixedHeaders } from '../lib/security-headers.ts';
import { plainPage } from './plain-page.ts';

/** Set by the guard for the pages behind it; what a client sends under these names is thrown away (IDN-122). */
const ownHeaders = ['x-nonce', 'x-address', 'x-verdict', 'content-security-policy'] as const;
const forbiddenPrefixes = ['x-middleware-', 'x-nextjs-', 'x-invoke-', 'x-matched-path'];
/** By these a development server finds the tab that waits for what it adds to a page; without them no link works. */
const developmentMarks: ReadonlySet<string> = new Set(['x-nextjs-request-id', 'x-nextjs-html-request-id']);

function isForbidden(name: string): boolean {
  if (process.env.NODE_ENV === 'development' && developmentMarks.has(name)) return false;
  return forbiddenPrefixes.some((prefix) => name.startsWith(prefix));
}

interface Rendering {
  /** What the layout of signed-in pages enforces once more. */
  verdict?: 'open' | 'forbidden';
  isPrivate?: boolean;
  set_cookies?: readonly string[];
  /** Addresses that the page will read, in the order of their weight. */
  preload?: readonly string[];
}

export function render(
  request: NextRequest,
  { verdict, isPrivate, set_cookies, preload }: Rendering,
): NextResponse {
  const { nonce, policy } = freshPolicy();
  const headers = new Headers(request.headers);
  for (const name of [...headers.keys()]) if (isForbidden(name)) headers.delete(name);
  for (const name of ownHeaders) headers.delete(name);
  headers.set('x-nonce', nonce);
  headers.set('x-address', request.nextUrl.pathname + request.nextUrl.search);
  if (verdict) headers.set('x-verdict', verdict);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  for (const cookie of set_cookies ?? []) response.headers.append('set-cookie', cookie);
  for (const address of preload ?? []) {
    // As the calls of a page ask, so that the one takes what the other began.
    const hint = `<${address}>; rel=preload; as=fetch; crossorigin=anonymous; fetchpriority=high`;
    response.headers.append('link', hint);
  }
  return protect(response, policy, isPrivate === true);
}

export function redirect(request: NextRequest, to: string): NextResponse {
  const url = new URL(to, publicOrigin(request));
  return protect(NextResponse.redirect(url, 303), freshPolicy().policy, true);
}

/** Data requests get a plain refusal, not a page to follow to (IDN-121). */
export function refuseData(): NextResponse {
  const problem = {
    type: '/docs/api/errors#session.required',
    title: 'Sign in to continue',
    status: 401,
    code: 'session.required',
    request_id: '',
  };
  const response = NextResponse.json(problem, {
    status: 401,
    headers: { 'content-type': 'application/problem+json' },
  });
  return protect(response, freshPolicy().policy, true);
}

export function unavailable(request: NextRequest): NextResponse {
  return plain(request, 'unavailable', 503, { 'retry-after': '10' });
}

/** For addresses that must not even reach the router, which would tidy them up and find a page (IDN-122). */
export function unknownAddress(request: NextRequest): NextResponse {
  return plain(request, 'unknown', 404, {});
}

function plain(
  request: NextRequest,
  kind: 'unavailable' | 'unknown',
  status: number,
  headers: Record<string, string>,
): NextResponse {
  const { nonce, policy } = freshPolicy();
  const chosen = request.cookies.get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : preferredLocale(request.headers.get('accept-language'));
  const again = kind === 'unavailable' ? request.nextUrl.pathname + request.nextUrl.search : '/';
  const response = new NextResponse(plainPage(kind, locale ?? 'en', again, nonce), {
    status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
  });
  return protect(response, policy, true);
}

export function methodNotAllowed(): NextResponse {
  const response = new NextResponse(null, { status: 405, headers: { allow: 'GET, HEAD' } });
  return protect(response, freshPolicy().policy, true);
}

function freshPolicy() {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const development = process.env.NODE_ENV === 'development';
  return { nonce, policy: contentSecurityPolicy(nonce, { development, cdn: process.env.CDN_URL }) };
}

function protect(response: NextResponse, policy: string, isPrivate: boolean): NextResponse {
  response.headers.set('content-security-policy', policy);
  const secure = process.env.WEB_URL?.startsWith('https:') === true;
  for (const [name, value] of Object.entries(fixedHeaders(secure))) response.headers.set(name, value);
  if (isPrivate) response.headers.set('cache-control', 'no-store');
  return response;
}

/** Only the host may come from the request; whether it is https is said by the configuration. */
function publicOrigin(request: NextRequest): string {
  const host = request.headers.get('host') ?? request.nextUrl.host;
  return `${process.env.WEB_URL?.startsWith('https:') ? 'https' : 'http'}://${host}`;
}
