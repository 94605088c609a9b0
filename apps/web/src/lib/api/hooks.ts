'use client';
import type { EndpointDeclaration, ReplyOf, RequestOf } from '@k12/contracts';
import { useCallback, useRef } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import { useSession } from '../session-context.tsx';
import { callApi } from './browser.ts';
import { keepingTime, timeOf } from './freshness.ts';
import { type CacheScope, isKeyOf, recordKey } from './keys.ts';
import { withExpected } from './optimistic.ts';
import { announceChange } from './tabs.ts';

/** One operation's reply, shown at once when known and refreshed behind (UXP-39). A null request waits. */
export function useApi<E extends EndpointDeclaration>(endpoint: E, request: RequestOf<E> | null) {
  const scope: CacheScope = useSession();
  const key = request === null ? null : recordKey(scope, endpoint, request as object);
  const read = () => keepingTime(key ?? '', callApi(endpoint, request as RequestOf<E>));
  const reply = useSWR<ReplyOf<E>, Error>(key, read, { keepPreviousData: true });
  return Object.assign(reply, { loadedAt: timeOf(key) });
}

interface ChangeOptions<E extends EndpointDeclaration> {
  /** Resources to read again, such as `schools.`; the endpoint's own unless said otherwise. */
  refreshes?: readonly string[];
  /** How the record will look, shown at once and taken back if the server refuses (UXP-42). */
  expect?: (record: Record<string, unknown>, request: RequestOf<E>) => object;
}

/** Changes something, then refreshes every view of that resource here and in other tabs (UXP-43). */
export function useChange<E extends EndpointDeclaration>(
  endpoint: E,
  given: readonly string[] | ChangeOptions<E> = {},
) {
  const options: ChangeOptions<E> = 'length' in given ? { refreshes: given } : given;
  const { mutate, cache } = useSWRConfig();
  const latest = useRef(options);
  latest.current = options;
  return useCallback(
    async (request: RequestOf<E>, headers?: Record<string, string>): Promise<ReplyOf<E>> => {
      const { expect, refreshes } = latest.current;
      const prefixes = refreshes ?? [`${endpoint.name.split('.')[0]}.`];
      const { id } = (request as { params?: { id?: string } }).params ?? {};
      const change = expect && id ? (record: Record<string, unknown>) => expect(record, request) : null;
      const undo = change && id ? withExpected({ cache, mutate }, prefixes, id, change) : null;
      try {
        const call = () => callApi(endpoint, request, headers ? { headers } : {});
        const reply = await once(JSON.stringify([endpoint.name, request, headers]), call);
        announceChange(prefixes);
        void mutate((key) => prefixes.some((prefix) => isKeyOf(key, prefix)));
        return reply;
      } catch (error) {
        undo?.();
        throw error;
      }
    },
    [endpoint, mutate, cache],
  );
}

const underWay = new Map<string, Promise<unknown>>();

/** The same press again before the answer came, such as a double click, is not a second change (UXP-31). */
function once<T>(key: string, call: () => Promise<T>): Promise<T> {
  const known = underWay.get(key) as Promise<T> | undefined;
  if (known) return known;
  const sent = call().finally(() => underWay.delete(key));
  underWay.set(key, sent);
  return sent;
}
