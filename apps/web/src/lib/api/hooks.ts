'use client';
import type { EndpointDeclaration, ReplyOf, RequestOf } from '@k12/contracts';
import { useCallback } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import { useSession } from '../session-context.tsx';
import { callApi } from './browser.ts';
import { isKeyOf, recordKey } from './keys.ts';
import { announceChange } from './tabs.ts';

/** One operation's reply, shown at once when known and refreshed behind (UXP-39). A null request waits. */
export function useApi<E extends EndpointDeclaration>(endpoint: E, request: RequestOf<E> | null) {
  const scope = useSession();
  const key = request === null ? null : recordKey(scope, endpoint, request as object);
  return useSWR<ReplyOf<E>, Error>(key, () => callApi(endpoint, request as RequestOf<E>), {
    keepPreviousData: true,
  });
}

/** Changes something, then refreshes every view of that resource here and in other tabs (UXP-43). */
export function useChange<E extends EndpointDeclaration>(endpoint: E, refreshes?: readonly string[]) {
  const { mutate } = useSWRConfig();
  return useCallback(
    async (request: RequestOf<E>): Promise<ReplyOf<E>> => {
      const reply = await callApi(endpoint, request);
      const prefixes = refreshes ?? [`${endpoint.name.split('.')[0]}.`];
      await mutate((key) => prefixes.some((prefix) => isKeyOf(key, prefix)));
      announceChange(prefixes);
      return reply;
    },
    [endpoint, mutate, refreshes],
  );
}
