'use client';
import { Logo } from '@k12/ui/logo';
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type Area, navigationOf, type PageRegistration } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { navIcons } from './nav-icons.tsx';

const areaOrder: readonly Area[] = ['today', 'admin', 'settings'];

/** The left navigation: only what this person may open (UXP-02). */
export function Navigation() {
  const { me } = useSession();
  const t = useTranslations();
  const entries = navigationOf(me);
  return (
    <nav aria-label={t('shell.navigation')} className="flex h-full flex-col gap-6 overflow-y-auto px-3 py-4">
      <Link href={me.home} className="flex items-center gap-2.5 px-2 text-large font-semibold text-ink">
        <Logo name={t('common.product')} />
      </Link>
      {areaOrder.map((area) => (
        <AreaEntries key={area} area={area} entries={entries.filter((entry) => entry.area === area)} />
      ))}
    </nav>
  );
}

function AreaEntries({ area, entries }: { area: Area; entries: PageRegistration[] }) {
  const t = useTranslations();
  if (entries.length === 0) return null;
  const title = t(`shell.areas.${area}`);
  return (
    <div>
      {title && <p className="px-2 pb-1 text-small font-medium text-ink-3">{title}</p>}
      <ul className="grid gap-0.5">
        {entries.map((entry) => (
          <li key={entry.route}>
            <NavigationLink entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function NavigationLink({ entry, stacked }: { entry: PageRegistration; stacked?: boolean }) {
  const t = useTranslations('pages');
  const pathname = usePathname();
  const isCurrent = pathname === entry.route || pathname.startsWith(`${entry.route}/`);
  const Icon = navIcons[entry.navigation?.icon ?? 'sun'];
  return (
    <Link
      href={entry.route}
      aria-current={isCurrent ? 'page' : undefined}
      className={clsx(
        'flex items-center rounded-control',
        stacked
          ? 'min-h-14 flex-col justify-center gap-0.5 text-mini'
          : 'min-h-control gap-2.5 px-2 text-body',
        isCurrent ? 'font-semibold text-board' : 'text-ink-2 hover:text-ink',
        isCurrent && !stacked && 'bg-board-tint',
        !isCurrent && !stacked && 'hover:bg-sunken',
      )}
    >
      {Icon && <Icon size={stacked ? 20 : 16} strokeWidth={1.75} />}
      <span className="truncate">{t(entry.title)}</span>
    </Link>
  );
}
