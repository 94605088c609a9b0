'use client';
import type { EndpointDeclaration, ReplyOf, RequestOf } from '@k12/contracts';
import useSWR from 'swr';
import { callApi } from '@/lib/api/browser.ts';
import { recordKey } from '@/lib/api/keys.ts';
import { useSession } from '@/lib/session-context.tsx';

/**
 * The draft as it is when the plan is opened: asked for each time, since one from the cache may be older than what
 * this very person has written since. After that the autosave keeps it up to date.
 */
export function useOpenedDraft<E extends EndpointDeclaration>(endpoint: E, id: string) {
  const scope = useSession();
  const request = { params: { id } };
  return useSWR<ReplyOf<E>, Error>(
    `opened-${recordKey(scope, endpoint, request)}`,
    () => callApi(endpoint, request as unknown as RequestOf<E>),
    { revalidateOnFocus: false, revalidateOnReconnect: false, revalidateIfStale: false },
  );
}
