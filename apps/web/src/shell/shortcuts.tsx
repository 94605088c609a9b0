'use client';
import { Dialog } from '@k12/ui/dialog';
import { Kbd } from '@k12/ui/kbd';
import { useTranslations } from 'next-intl';
import { navigationOf } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { pageShortcuts } from './page-shortcuts.ts';

/** Every key that works here, in words (UXP-18). */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const { me } = useSession();
  const places = navigationOf(me).filter((page) => page.navigation?.key);
  const lists = ['move', 'select', 'open'] as const;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('shell.shortcuts')}>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 pb-4">
        <Line keys={['Ctrl', 'K']} label={t('shell.search')} />
        <Line keys={['/']} label={t('shell.search')} />
        <Line keys={['f']} label={t('shell.find')} />
        <Line keys={['?']} label={t('shell.shortcuts')} />
        {places.map((page) => (
          <Line
            key={page.route}
            keys={['g', page.navigation?.key ?? '']}
            label={t('shell.goTo', { page: t(`pages.${page.title}`) })}
          />
        ))}
        {lists.map((key) => (
          <Line key={key} keys={listKeys[key]} label={t(`shell.listKeys.${key}`)} />
        ))}
        <Line keys={['Ctrl', '↵']} label={t('shell.send')} />
        {pageShortcuts().map(({ keys, label }) => (
          <Line key={label} keys={keys} label={label} />
        ))}
      </dl>
    </Dialog>
  );
}

const listKeys = { move: ['j', 'k'], select: ['x'], open: ['↵'] };

function Line({ keys, label }: { keys: readonly string[]; label: string }) {
  return (
    <>
      <dt className="py-0.5">{label}</dt>
      <dd dir="ltr" className="flex gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </>
  );
}
