'use client';
import { CommandPalette, type PaletteGroup } from '@k12/ui/command-palette';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { mayOpen, pageList } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { createActions } from './create-actions.ts';
import { useFoundRecords } from './found-records.ts';
import { navIcons } from './nav-icons.tsx';
import { recentPages } from './recents.ts';

/** Pages, things to make and records, from the keyboard (UXP-13). Only what this person may open is in it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell');
  const [query, setQuery] = useState('');
  const found = useFoundRecords(query);
  const groups = [...useLocalGroups(), ...found.groups].filter((group) => group.items.length > 0);
  return (
    <CommandPalette
      label={t('search')}
      placeholder={t('search')}
      open
      onOpenChange={(open) => !open && onClose()}
      groups={groups}
      query={query}
      onQueryChange={setQuery}
      loading={found.loading}
    />
  );
}

function useLocalGroups(): PaletteGroup[] {
  const t = useTranslations();
  const { me } = useSession();
  const router = useRouter();
  const open = pageList.filter(
    (page, at) =>
      page.area !== 'public' &&
      !page.route.includes('[') &&
      mayOpen(page, me) &&
      // A second address of the same page says nothing new.
      !pageList.slice(0, at).some((other) => other.title === page.title && mayOpen(other, me)),
  );
  const itemOf = (page: (typeof open)[number], prefix: string) => {
    const Icon = navIcons[page.navigation?.icon ?? ''];
    return {
      key: `${prefix}${page.route}`,
      label: t(`pages.${page.title}`),
      icon: Icon && <Icon size={16} strokeWidth={1.75} />,
      onSelect: () => router.push(page.route),
    };
  };
  const recent = recentPages().flatMap((route) => open.find((page) => page.route === route) ?? []);
  const actions = createActions.filter(({ capability }) => capability in me.capabilities);
  return [
    { key: 'recent', heading: t('shell.recent'), items: recent.map((page) => itemOf(page, 'recent:')) },
    { key: 'pages', heading: t('shell.pages'), items: open.map((page) => itemOf(page, '')) },
    {
      key: 'create',
      heading: t('shell.create'),
      items: actions.map(({ key, href }) => ({
        key: `create:${key}`,
        label: t(`shell.creates.${key}`),
        onSelect: () => router.push(href),
      })),
    },
  ];
}
