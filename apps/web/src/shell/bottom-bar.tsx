'use client';
import { useTranslations } from 'next-intl';
import { navigationOf } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { NavigationLink } from './navigation.tsx';

const entriesOnPhone = 5;

/** On phones the navigation sits within thumb's reach (UXP-04). */
export function BottomBar() {
  const { me } = useSession();
  const t = useTranslations('shell');
  const entries = navigationOf(me).slice(0, entriesOnPhone);
  return (
    <nav
      aria-label={t('navigation')}
      className="fixed inset-x-0 bottom-0 z-sticky border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] tablet:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {entries.map((entry) => (
          <li key={entry.route}>
            <NavigationLink entry={entry} stacked />
          </li>
        ))}
      </ul>
    </nav>
  );
}
