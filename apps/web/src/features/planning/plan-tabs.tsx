'use client';
import { TabLinks } from '@k12/ui/tabs';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { mayOpen, type PageRegistration, pageList } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';

/** The pages of the planner beside each other; each says in its registration where it stands (`tab`). */
export function PlanTabs() {
  const t = useTranslations('pages');
  const { me } = useSession();
  const pathname = usePathname();
  const shown = pageList
    .filter(
      (page): page is PageRegistration & { tab: number } => page.area === 'plan' && page.tab !== undefined,
    )
    .filter((page) => mayOpen(page, me))
    .sort((a, b) => a.tab - b.tab);
  const links = shown.map(({ route, title, tab }) => ({
    href: route,
    // The planner's own home is called what it shows.
    label: t(tab === 0 ? 'planOverview' : title),
    current: pathname === route || (tab > 0 && pathname.startsWith(`${route}/`)),
  }));
  return <TabLinks label={t('plan')} links={links} className="mb-6" />;
}
