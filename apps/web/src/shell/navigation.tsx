'use client';
import { IconButton } from '@k12/ui/icon-button';
import { Logo } from '@k12/ui/logo';
import { Tooltip } from '@k12/ui/tooltip';
import clsx from 'clsx';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { loadedQuietly, withPage } from '@/lib/loaded-part.tsx';
import { type Area, navigationOf, type PageRegistration, sectionOf } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { AppLink } from './app-link.tsx';
import { navIcons } from './nav-icons.tsx';
import { useSidebar } from './use-sidebar.ts';

const PinnedUnder = dynamic(
  withPage(loadedQuietly(() => import('./pins.tsx').then((module) => module.PinnedUnder))),
);

/** Areas whose name says nothing that their entries do not say: they stand together, first. */
const unnamed: ReadonlySet<Area> = new Set([
  'today',
  'district',
  'plan',
  'teach',
  'learn',
  'report',
  'operations',
]);
const namedAreas: readonly Area[] = ['admin', 'settings'];

/** The left navigation: only what this person may open (UXP-02). */
export function Navigation() {
  const { me } = useSession();
  const t = useTranslations();
  const entries = navigationOf(me);
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="flex h-full flex-col gap-5 overflow-y-auto overflow-x-hidden px-3 py-3.5 icons-only:px-2"
    >
      <AppLink
        href={me.home}
        aria-label={t('common.product')}
        className="flex min-h-9 items-center rounded-control px-2 text-ink"
      >
        <span className="icons-only:hidden">
          <Logo name={t('common.product')} />
        </span>
        <span className="hidden icons-only:block">
          <Logo name={t('common.product')} markOnly />
        </span>
      </AppLink>
      <AreaEntries area={null} entries={entries.filter((entry) => unnamed.has(sectionOf(entry, me)))} />
      {namedAreas.map((area) => (
        <AreaEntries
          key={area}
          area={area}
          entries={entries.filter((entry) => sectionOf(entry, me) === area)}
        />
      ))}
      <SidebarSwitch />
    </nav>
  );
}

function AreaEntries({ area, entries }: { area: Area | null; entries: PageRegistration[] }) {
  const t = useTranslations('shell.areas');
  const [sidebar] = useSidebar();
  if (entries.length === 0) return null;
  return (
    <div>
      {area && <p className="px-2 pb-1 text-small font-medium text-ink-3 icons-only:hidden">{t(area)}</p>}
      <ul className="grid gap-0.5">
        {entries.map((entry) => (
          <li key={entry.route}>
            <NavigationLink entry={entry} hasTip={sidebar === 'icons'} />
            <PinnedUnder route={entry.route} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SidebarSwitch() {
  const t = useTranslations('shell');
  const [sidebar, setSidebar] = useSidebar();
  const isOpen = sidebar === 'open';
  return (
    <div className="mt-auto px-0.5">
      <IconButton
        label={t(isOpen ? 'collapse' : 'expand')}
        aria-expanded={isOpen}
        icon={
          isOpen ? (
            <PanelLeftClose aria-hidden className="rtl:-scale-x-100" />
          ) : (
            <PanelLeftOpen aria-hidden className="rtl:-scale-x-100" />
          )
        }
        onClick={() => setSidebar(isOpen ? 'icons' : 'open')}
      />
    </div>
  );
}

const looks = {
  side: 'min-h-control gap-3 px-2 text-body icons-only:justify-center icons-only:px-0',
  bottom: 'min-h-14 flex-col justify-center gap-0.5 text-mini tracking-tight',
};

interface LinkProps {
  entry: PageRegistration;
  place?: keyof typeof looks;
  /** Only the icon is seen. */
  hasTip?: boolean;
}

export function NavigationLink({ entry, place = 'side', hasTip = false }: LinkProps) {
  const t = useTranslations('pages');
  const pathname = usePathname();
  const root = entry.navigation?.root ?? entry.route;
  const isCurrent = pathname === root || pathname.startsWith(`${root}/`);
  const Icon = navIcons[entry.navigation?.icon ?? 'bell'];
  const link = (
    <AppLink
      href={entry.route}
      aria-current={isCurrent ? 'page' : undefined}
      className={clsx(
        'flex items-center rounded-control',
        looks[place],
        isCurrent ? 'font-semibold text-board' : 'text-ink-2 hover:text-ink',
        place === 'side' && (isCurrent ? 'bg-board-tint' : 'hover:bg-sunken'),
      )}
    >
      {Icon && <Icon size={place === 'bottom' ? 20 : 16} strokeWidth={1.75} />}
      <span
        className={clsx('max-w-full truncate leading-5', place === 'side' && 'icons-only:hidden-visually')}
      >
        {t(entry.title)}
      </span>
    </AppLink>
  );
  return hasTip ? <Tooltip content={t(entry.title)}>{link}</Tooltip> : link;
}
