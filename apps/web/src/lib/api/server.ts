import { createClient, type EndpointDeclaration, type ReplyOf, type RequestOf } from '@k12/contracts';
import { getMe, type Me } from '@k12/contracts/identity/me';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { coreUrl } from '../core-url.ts';
import { mayOpen, type PageRegistration } from '../pages.ts';
import { paths } from '../paths.ts';
import { recordKey } from './keys.ts';

/** Calls core as the person whose page is being rendered. */
async function callCore<E extends EndpointDeclaration>(
  endpoint: E,
  request: RequestOf<E>,
): Promise<ReplyOf<E>> {
  const cookie = (await cookies()).toString();
  const client = createClient({ base_url: `${coreUrl()}/api/v1`, headers: () => ({ cookie }) });
  return client(endpoint, request);
}

/** Who is signed in, asked once per page; null when nobody is. */
export const readSessionMe = cache(async (): Promise<Me | null> => {
  if ((await cookies()).size === 0) return null;
  try {
    return await callCore(getMe, {});
  } catch {
    return null;
  }
});

type Prefetch = readonly [endpoint: EndpointDeclaration, request: object];

/**
 * What every protected page starts with: the guard, again, where the data is loaded (IDN-122), and the data of its
 * first paint, handed to the client's cache.
 */
export async function loadPage(page: PageRegistration, prefetches: readonly Prefetch[] = []) {
  const me = await readSessionMe();
  if (!me) redirect(paths.login((await headers()).get('x-pathname') ?? undefined));
  if (!mayOpen(page, me)) forbidden();
  const loaded = await Promise.all(
    prefetches.map(async ([endpoint, request]) => {
      const reply = await callCore(endpoint, request as never).catch(() => undefined);
      return [recordKey({ me, school_id: null }, endpoint, request), reply] as const;
    }),
  );
  return { me, fallback: Object.fromEntries(loaded.filter(([, reply]) => reply !== undefined)) };
}
