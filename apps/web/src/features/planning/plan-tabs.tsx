'use client';
import { TabLinks } from '@k12/ui/tabs';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { mayOpen, type PageRegistration, pageList } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';

/** What is opened less often stands under one name, so that the others fit beside each other. */
const firstOfMore = 9;

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
    .sort((a, b) => a.tab - b.tab)
    .map(({ route, title, tab }) => ({
      tab,
      href: route,
      // The planner's own home is called what it shows.
      label: t(tab === 0 ? 'planOverview' : title),
      current: pathname === route || (tab > 0 && pathname.startsWith(`${route}/`)),
    }));
  return (
    <TabLinks
      label={t('plan')}
      links={shown.filter(({ tab }) => tab < firstOfMore)}
      more={{ label: t('planMore'), links: shown.filter(({ tab }) => tab >= firstOfMore) }}
      className="mb-6"
    />
  );
}
