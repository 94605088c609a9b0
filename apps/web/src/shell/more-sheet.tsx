'use client';
import { Drawer } from '@k12/ui/drawer';
import { useTranslations } from 'next-intl';
import type { PageRegistration } from '@/lib/pages.ts';
import { NavigationLink } from './navigation.tsx';

interface Props {
  open: boolean;
  entries: readonly PageRegistration[];
  onClose: () => void;
}

/** The rest of the navigation, from below. */
export function MoreSheet({ open, entries, onClose }: Props) {
  const t = useTranslations('shell');
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()} title={t('more')}>
      <ul className="grid gap-0.5">
        {entries.map((entry) => (
          <li key={entry.route}>
            <NavigationLink entry={entry} />
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
