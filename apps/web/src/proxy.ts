import type { NextRequest, NextResponse } from 'next/server';
import { sheetAddresses } from './features/teaching/gradebook/preload-sheet.ts';
import { askWho, type Visitor } from './guard/ask-who.ts';
import {
  methodNotAllowed,
  redirect,
  refuseData,
  render,
  unavailable,
  unknownAddress,
} from './guard/responses.ts';
import { findPage, mayOpen, type PageRegistration, pages } from './lib/pages.ts';
import { paths } from './lib/paths.ts';

/**
 * The outer guard: decides before anything is rendered. Pages ask again where they load their data, so that
 * getting past this layer yields nothing (IDN-121, IDN-122).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed();
  if (publicFiles.has(pathname)) return render(request, {});
  if (pathname === '/') return redirectHome(request);
  const page = findPage(pathname);
  if (!page) return isOddAddress(request) ? unknownAddress(request) : render(request, {});
  if (page.access === 'public') return render(request, {});
  return guard(request, page, await askWho(request.headers, isPrefetch(request)));
}

// The API has a guard of its own in core; the hashed files of a build are the same for everybody.
export const config = { matcher: ['/((?!api/v1/|_next/static/).*)'] };

/** Exactly these, never "anything with a dot" (IDN-122). */
const publicFiles: ReadonlySet<string> = new Set(['/icon.svg', '/favicon.ico', '/robots.txt']);

function guard(request: NextRequest, page: PageRegistration, visitor: Visitor): NextResponse {
  const wanted = request.nextUrl.pathname + withoutMarks(request.nextUrl.searchParams);
  switch (visitor.kind) {
    case 'unreachable':
      return unavailable(request);
    case 'suspended':
      return redirect(request, paths.suspended());
    case 'owes_step':
      return redirect(request, paths.loginSecondStep(wanted));
    case 'nobody':
      return isDataRequest(request) ? refuseData() : redirect(request, paths.login(wanted));
    case 'person': {
      const { set_cookies } = visitor;
      const verdict = mayOpen(page, visitor.me) ? 'open' : 'forbidden';
      return render(request, { isPrivate: true, set_cookies, verdict, preload: preloadOf(request, page) });
    }
  }
}

/** The grades of a sheet take longest of all, so they are asked for before the page itself is read (TCH-90). */
function preloadOf(request: NextRequest, page: PageRegistration): readonly string[] {
  if (page !== pages.courseGradebook || isDataRequest(request)) return [];
  return sheetAddresses(request.nextUrl.pathname.split('/').at(-2) ?? '');
}

async function redirectHome(request: NextRequest): Promise<NextResponse> {
  const visitor = await askWho(request.headers, isPrefetch(request));
  if (visitor.kind === 'unreachable') return unavailable(request);
  if (visitor.kind === 'owes_step') return redirect(request, paths.loginSecondStep());
  return redirect(request, visitor.kind === 'person' ? visitor.me.home : paths.login());
}

/**
 * No page is registered here. Most such addresses simply have no page, and the router says so well; but where it
 * would decode, tidy or serve something of its own, it must not be asked.
 */
function isOddAddress({ nextUrl: { pathname } }: NextRequest): boolean {
  return !/^(\/[\w-]+)+$/.test(pathname) || pathname.startsWith('/_next');
}

/** The router's own requests for a page's data, as opposed to a page that a person opens. */
function isDataRequest(request: NextRequest): boolean {
  return request.headers.has('rsc') || request.nextUrl.searchParams.has('_rsc');
}

function isPrefetch(request: NextRequest): boolean {
  return request.headers.has('next-router-prefetch') || request.headers.get('sec-purpose') === 'prefetch';
}

/** `_rsc` is the router's mark against caches; it has no place in an address a person returns to. */
function withoutMarks(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  kept.delete('_rsc');
  return kept.size > 0 ? `?${kept}` : '';
}
