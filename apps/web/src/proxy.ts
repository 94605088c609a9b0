import type { Me } from '@k12/contracts/identity/me';
import { type NextRequest, NextResponse } from 'next/server';
import { coreUrl } from './lib/core-url.ts';
import { findPage, mayOpen } from './lib/pages.ts';
import { paths } from './lib/paths.ts';
import { contentSecurityPolicy, fixedHeaders } from './lib/security-headers.ts';

/**
 * The outer guard: decides before anything is rendered. Pages ask again where they load their data, so that
 * getting past this layer yields nothing (IDN-121, IDN-122).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const page = findPage(pathname);
  if (pathname === '/') return redirectHome(request);
  if (!page) return render(request, { rewrite: '/not-found-page', status: 404 });
  if (page.access === 'public') return render(request, {});
  const me = await askWho(request);
  if (me === 'unreachable') return render(request, { rewrite: '/unavailable', status: 503 });
  if (!me) return redirect(request, paths.login(pathname + search));
  if (!mayOpen(page, me))
    return render(request, { rewrite: paths.unauthorized(), status: 403, isPrivate: true });
  return render(request, { isPrivate: true });
}

export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|icon.svg$).*)'],
};

async function redirectHome(request: NextRequest): Promise<NextResponse> {
  const me = await askWho(request);
  return redirect(request, me && me !== 'unreachable' ? me.home : paths.login());
}

/** Core decides whether the cookie is a session; its presence alone proves nothing. */
async function askWho(request: NextRequest): Promise<Me | null | 'unreachable'> {
  const cookie = request.headers.get('cookie');
  if (!cookie) return null;
  try {
    const reply = await fetch(`${coreUrl()}/api/v1/me`, { headers: { cookie }, cache: 'no-store' });
    if (reply.ok) return (await reply.json()) as Me;
    return reply.status >= 500 ? 'unreachable' : null;
  } catch {
    return 'unreachable';
  }
}

function redirect(request: NextRequest, to: string): NextResponse {
  const url = new URL(to, publicOrigin(request));
  return NextResponse.redirect(url, { status: 303, headers: { 'cache-control': 'no-store' } });
}

function publicOrigin(request: NextRequest): string {
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? request.nextUrl.host;
  const protocol = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.replace(':', '');
  return `${protocol}://${host}`;
}

interface Rendering {
  rewrite?: string;
  status?: number;
  isPrivate?: boolean;
}

function render(request: NextRequest, { rewrite, status, isPrivate }: Rendering): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const secure = publicOrigin(request).startsWith('https:');
  const policy = contentSecurityPolicy(nonce, {
    development: process.env.NODE_ENV === 'development',
    cdn: process.env.CDN_URL,
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const init = { request: { headers }, ...(status ? { status } : {}) };
  const response = rewrite
    ? NextResponse.rewrite(new URL(rewrite, request.url), init)
    : NextResponse.next(init);
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries(fixedHeaders(secure))) response.headers.set(name, value);
  if (isPrivate || status) response.headers.set('cache-control', 'no-store');
  return response;
}
