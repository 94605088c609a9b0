'use client';
import { CommandPalette, type PaletteGroup, type PaletteItem } from '@k12/ui/command-palette';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { connection } from '@/lib/api/connection.ts';
import { findPage, mayOpen, pageList } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { useFoundRecords } from './found-records.ts';
import { navIcons } from './nav-icons.tsx';
import { pageActions } from './page-actions.ts';
import { pageShortcuts } from './page-shortcuts.ts';
import { usePlaces } from './palette-places.tsx';
import { pinAddress } from './pin-address.ts';
import { usePins } from './pins.tsx';
import { recentPages } from './recents.ts';
import { useCreateActions } from './use-create-actions.ts';

const recentAtFirst = 5;

/** Everything that can be opened or done from here, by keyboard; only what this person may open is in it (UXP-13). */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell');
  const [query, setQuery] = useState('');
  const isOnline = useSyncExternalStore(connection.subscribe, connection.read, connection.readOnServer);
  const found = useFoundRecords(isOnline ? query : '');
  const local = useLocalGroups(query);
  return (
    <CommandPalette
      label={t('search')}
      placeholder={t('search')}
      open
      onOpenChange={(open) => !open && onClose()}
      groups={[...local, ...found.groups]}
      query={query}
      onQueryChange={setQuery}
      loading={isOnline && found.loading}
      footer={<span role="status">{!isOnline && t('palette.offline')}</span>}
    />
  );
}

/** What is known without asking: it answers each keystroke, and without a connection too (UXP-14, UXP-15). */
function useLocalGroups(query: string): PaletteGroup[] {
  const t = useTranslations();
  const { me } = useSession();
  const pathname = usePathname();
  const place = usePlaces();
  const { pins } = usePins();
  const open = pageList.filter(
    (page, at) =>
      page.area !== 'public' &&
      !page.route.includes('[') &&
      mayOpen(page, me) &&
      // A second address of the same page says nothing new.
      !pageList.slice(0, at).some((other) => other.title === page.title && mayOpen(other, me)),
  );
  const iconOf = (name: string | undefined) => {
    const Icon = navIcons[name ?? ''];
    return Icon && <Icon size={16} strokeWidth={1.75} />;
  };
  const recent = recentPages().flatMap(({ address, title }) => {
    const page = findPage(address.split('?')[0] ?? '');
    if (!page || address === pathname || !mayOpen(page, me)) return [];
    const icon = iconOf(page.navigation?.icon);
    return [place({ key: `recent:${address}`, label: title || t(`pages.${page.title}`), icon }, address)];
  });
  const actions = useCreateActions();
  return [
    {
      key: 'recent',
      heading: t('shell.recent'),
      items: query.trim() ? recent : recent.slice(0, recentAtFirst),
    },
    {
      key: 'pins',
      heading: t('shell.pins.title'),
      items: pins.map((pin) =>
        place({ key: `pin:${pin.subject_id}`, label: pin.title }, pinAddress(pin, me)),
      ),
    },
    // Behind the places: Enter without a word goes somewhere and changes nothing.
    {
      key: 'here',
      heading: t('shell.palette.here'),
      items: hereItems(),
    },
    {
      key: 'create',
      heading: t('shell.create'),
      items: actions.map(({ key, href }) =>
        place({ key: `create:${key}`, label: t(`shell.creates.${key}`) }, href),
      ),
    },
    {
      key: 'pages',
      heading: t('shell.pages'),
      items: open.map((page) =>
        place(
          { key: page.route, label: t(`pages.${page.title}`), icon: iconOf(page.navigation?.icon) },
          page.route,
        ),
      ),
    },
  ];
}

/** What the page and its selection offer, and what answers to one of its keys. */
function hereItems(): PaletteItem[] {
  const keyed = pageShortcuts().flatMap(({ keys, label, run }) =>
    run ? [{ key: label, label, hint: undefined, shortcut: keys.join(' '), run }] : [],
  );
  return [...pageActions(), ...keyed].map(({ key, label, hint, shortcut, run }) => ({
    key: `here:${key}`,
    label,
    hint,
    shortcut,
    // The focus goes back to where it was first: what the action opens takes it from there.
    onSelect: () => requestAnimationFrame(() => requestAnimationFrame(() => void run())),
  }));
}
