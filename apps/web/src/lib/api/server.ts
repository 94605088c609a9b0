import {
  ApiProblem,
  createClient,
  type EndpointDeclaration,
  type ReplyOf,
  type RequestOf,
} from '@k12/contracts';
import { getMe, type Me } from '@k12/contracts/identity/me';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { coreUrl } from '../core-url.ts';
import { mayOpen, type PageRegistration } from '../pages.ts';
import { paths } from '../paths.ts';
import { recordKey } from './keys.ts';
import { retryRead } from './retry-read.ts';

/** Calls core as the person whose page is being rendered. */
export async function callCore<E extends EndpointDeclaration>(
  endpoint: E,
  request: RequestOf<E>,
): Promise<ReplyOf<E>> {
  const [store, incoming] = await Promise.all([cookies(), headers()]);
  const requestId = incoming.get('x-request-id');
  const client = createClient({
    base_url: `${coreUrl()}/api/v1`,
    headers: () => ({ cookie: store.toString(), ...(requestId ? { 'x-request-id': requestId } : {}) }),
  });
  return client(endpoint, request);
}

/** Who is signed in, asked once per page; null when nobody is. */
export const readSessionMe = cache(async (): Promise<Me | null> => {
  if ((await cookies()).size === 0) return null;
  try {
    return await retryRead(
      () => callCore(getMe, {}),
      (error) => !isRefusal(error),
    );
  } catch (error) {
    // Only a refusal means nobody: with core away the person is still signed in, and the error page says so.
    if (isRefusal(error)) return null;
    throw error;
  }
});

/** For pages that anybody may read and that must also work while core is away. */
export const glanceAtMe = (): Promise<Me | null> => readSessionMe().catch(() => null);

function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status < 500 && error.status !== 429;
}

/** A reply for the page being rendered, or undefined when core has none. */
export async function askCore<E extends EndpointDeclaration>(
  endpoint: E,
  request: RequestOf<E>,
): Promise<ReplyOf<E> | undefined> {
  try {
    return await callCore(endpoint, request);
  } catch {
    return undefined;
  }
}

type Prefetches<E extends readonly EndpointDeclaration[]> = {
  readonly [I in keyof E]: readonly [endpoint: E[I], request: RequestOf<E[I]>];
};

/**
 * What every protected page starts with: the guard, again, where the data is loaded (IDN-122), and the data of its
 * first paint, handed to the client's cache.
 */
export async function loadPage<const E extends readonly EndpointDeclaration[] = []>(
  page: PageRegistration,
  prefetches?: Prefetches<E>,
) {
  const me = await readSessionMe();
  if (!me) redirect(paths.login((await headers()).get('x-address') ?? undefined));
  if (!mayOpen(page, me)) forbidden();
  const locale = await getLocale();
  const loaded = await Promise.all(
    (prefetches ?? []).map(async ([endpoint, request]) => {
      const reply = await askCore(endpoint, request);
      const key = recordKey({ me, school_id: null, locale }, endpoint, request);
      return reply === null ? [] : [[key, reply] as const];
    }),
  );
  return { me, fallback: Object.fromEntries(loaded.flat()) as Record<string, unknown> };
}
