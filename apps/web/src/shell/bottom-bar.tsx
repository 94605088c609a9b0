'use client';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { navigationOf, pages } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { NavigationLink } from './navigation.tsx';

const loadSheet = () => import('./more-sheet.tsx').then((module) => module.MoreSheet);
const MoreSheet = dynamic(
  loaded(() => loadSheet()),
  { loading: nothingYet },
);
const comeNear = () => void loadSheet().catch(() => undefined);

const entriesBesideMore = 4;

/** On phones the navigation sits within thumb's reach: four entries and the rest behind "More" (UXP-04). */
export function BottomBar() {
  const { me } = useSession();
  const t = useTranslations('shell');
  const entries = navigationOf(me);
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when the page has changed
  useEffect(() => setOpen(false), [pathname]);
  return (
    <nav
      aria-label={t('navigation')}
      data-screen-only
      className="fixed inset-x-0 bottom-0 z-bar border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] tablet:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {entries.slice(0, entriesBesideMore).map((entry) => (
          <li key={entry.route}>
            <NavigationLink entry={entry} place="bottom" />
          </li>
        ))}
        <li>
          <button
            type="button"
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onPointerEnter={comeNear}
            onFocus={comeNear}
            onClick={() => {
              setAsked(true);
              setOpen(true);
            }}
            className="flex min-h-14 w-full flex-col items-center justify-center gap-0.5 text-mini text-ink-2"
          >
            <Ellipsis size={20} aria-hidden />
            {t('more')}
          </button>
          {isAsked && (
            <MoreSheet
              open={isOpen}
              entries={[...entries.slice(entriesBesideMore), pages.notifications]}
              onClose={() => setOpen(false)}
            />
          )}
        </li>
      </ul>
    </nav>
  );
}
