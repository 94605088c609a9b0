'use client';
import { listUsers } from '@k12/contracts/identity/users';
import type { PaletteGroup } from '@k12/ui/command-palette';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { mayOpen, type PageRegistration, pageList } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';

const shown = 6;

/** People for the words typed, found by the server within what this person may see. */
export function useFoundPeople(query: string): { groups: PaletteGroup[]; loading: boolean } {
  const t = useTranslations('shell');
  const router = useRouter();
  const { me } = useSession();
  const words = useDeferredValue(query.trim());
  const detail: PageRegistration | undefined = pageList.find(
    (page) => page.route === '/admin/users/[userId]',
  );
  const may = detail !== undefined && mayOpen(detail, me) && words.length >= 2;
  const found = useApi(listUsers, may ? { query: { q: words, limit: shown } } : null);
  const people = may ? (found.data?.data ?? []) : [];
  const items = people.map((person) => ({
    key: `person:${person.id}`,
    label: person.display_name,
    onSelect: () => router.push(`/admin/users/${person.id}`),
  }));
  return {
    groups: [{ key: 'people', heading: t('people'), items, found: true }],
    loading: may && found.isLoading,
  };
}
