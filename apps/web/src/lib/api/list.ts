'use client';
import type { EndpointDeclaration, ReplyOf, RequestOf } from '@k12/contracts';
import { useCallback, useState } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import { useSession } from '../session-context.tsx';
import { callApi } from './browser.ts';
import { keepingTime, timeOf } from './freshness.ts';
import { recordKey } from './keys.ts';

interface Page<R> {
  data: R[];
  next_cursor: string | null;
}

type RowOf<E extends EndpointDeclaration> = ReplyOf<E> extends { data: (infer R)[] } ? R : never;

type LooseList = { query?: Record<string, unknown>; params?: Record<string, string> };

/**
 * A list that goes on by cursor. What was loaded stays in the cache under the key of the first page, so that coming
 * back shows as many rows as before (UXP-09) and a refresh brings all of them up to date.
 */
export function useList<E extends EndpointDeclaration>(endpoint: E, request: RequestOf<E> | null) {
  type Row = RowOf<E>;
  const scope = useSession();
  const { cache } = useSWRConfig();
  const [loadingMore, setLoadingMore] = useState(false);
  const key = request === null ? null : recordKey(scope, endpoint, request as object);

  const fetchPage = useCallback(
    async (cursor: string | null): Promise<Page<Row>> => {
      const { query, ...rest } = request as LooseList;
      const asked = { ...rest, query: { ...query, ...(cursor && { cursor }) } };
      return (await callApi(endpoint, asked as RequestOf<E>)) as Page<Row>;
    },
    [endpoint, request],
  );

  const fetchKnown = async (): Promise<Page<Row>> => {
    const known = (cache.get(key ?? '')?.data as Page<Row> | undefined)?.data.length ?? 0;
    const first = await fetchPage(null);
    let page = first;
    const rows = [...page.data];
    while (page.next_cursor && rows.length < known) {
      page = await fetchPage(page.next_cursor);
      rows.push(...page.data);
    }
    // Totals and the like are of the whole list and come with its first page.
    return { ...first, data: rows, next_cursor: page.next_cursor };
  };

  const reply = useSWR<Page<Row>, Error>(key, () => keepingTime(key ?? '', fetchKnown()), {
    keepPreviousData: true,
  });
  const { data, mutate } = reply;

  const loadMore = async () => {
    if (!data?.next_cursor || loadingMore) return;
    setLoadingMore(true);
    try {
      const next = await fetchPage(data.next_cursor);
      const rows = [...data.data, ...next.data];
      await mutate({ ...data, data: rows, next_cursor: next.next_cursor }, { revalidate: false });
    } finally {
      setLoadingMore(false);
    }
  };
  /** Everything that matches, for a choice of all of it (UXP-37). */
  const loadAll = async (): Promise<Row[]> => {
    if (!data) return [];
    setLoadingMore(true);
    try {
      const rows = [...data.data];
      let next_cursor = data.next_cursor;
      while (next_cursor) {
        const page = await fetchPage(next_cursor);
        rows.push(...page.data);
        next_cursor = page.next_cursor;
      }
      await mutate({ ...data, data: rows, next_cursor }, { revalidate: false });
      return rows;
    } finally {
      setLoadingMore(false);
    }
  };
  // Not spread: to read every field of the reply is to draw the list again whenever a refresh begins and ends.
  return Object.assign(reply, { loadMore, loadAll, loadingMore, loadedAt: timeOf(key) });
}
