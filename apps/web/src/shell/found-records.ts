'use client';
import { suggest } from '@k12/contracts/planning/search';
import type { PaletteGroup } from '@k12/ui/command-palette';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { addressOfResult } from '@/features/planning/search/result-address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { findPage, mayOpen } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';

const pauseMs = 150;

/** Records for the words typed, found by the server within what this person may see, best of each kind (PLN-162). */
export function useFoundRecords(query: string): { groups: PaletteGroup[]; loading: boolean } {
  const t = useTranslations('planning-search');
  const router = useRouter();
  const { me } = useSession();
  const words = useAfterPause(query.trim());
  const asked = words.length >= 2;
  const found = useApi(suggest, asked ? { query: { q: words } } : null);
  const groups = asked ? (found.data?.groups ?? []) : [];
  const shown = groups.flatMap(({ kind, count, results }): PaletteGroup[] => {
    const items = results.flatMap((result) => {
      const address = addressOfResult(result);
      const page = address && findPage(address.split('?')[0] ?? '');
      if (!address || !page || !mayOpen(page, me)) return [];
      const label = result.code ? `${result.code} ${result.title}` : result.title;
      return [{ key: `${kind}:${result.id}`, label, onSelect: () => router.push(address) }];
    });
    return [{ key: kind, heading: `${t(`kinds.${kind}`)} · ${count}`, items, found: true }];
  });
  const everything = {
    key: 'search',
    label: t('all', { words }),
    onSelect: () => router.push(paths.search(words)),
  };
  return {
    groups: asked
      ? [...shown, { key: 'everything', heading: t('title'), items: [everything], found: true }]
      : [],
    loading: asked && found.isLoading,
  };
}

/** An answer is asked for when the fingers rest; the cache's key keeps an older one from taking its place. */
function useAfterPause(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
