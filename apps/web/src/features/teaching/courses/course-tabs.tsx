'use client';
import { TabLinks } from '@k12/ui/tabs';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { mayOpen, type PageRegistration, pageList } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';

/** Pages of a course without a tab of their own, and under which they stand. */
const under: Readonly<Record<string, string>> = { dates: 'assignments', family: 'roster' };

const root = '/teach/courses/[courseId]';

/** The pages of a course beside each other; each says in its registration where it stands (`tab`). */
export function CourseTabs({ courseId }: { courseId: string }) {
  const t = useTranslations('pages');
  const { me } = useSession();
  const here = usePathname().replace(/^(\/teach\/courses\/[^/]+\/)(\w+)/, (whole, course, page) =>
    under[page] ? `${course}${under[page]}` : whole,
  );
  const shown = pageList
    .filter(
      (page): page is PageRegistration & { tab: number } =>
        page.route.startsWith(root) && page.tab !== undefined,
    )
    .filter((page) => mayOpen(page, me))
    .sort((a, b) => a.tab - b.tab);
  const links = shown.map(({ route, title, tab }) => {
    const href = route.replace('[courseId]', courseId);
    return {
      href,
      // The first page of a course is its home.
      label: t(tab === 0 ? 'courseHome' : title),
      current: here === href || (tab > 0 && here.startsWith(`${href}/`)),
    };
  });
  return <TabLinks label={t('teachCourse')} links={links} className="border-b-0" />;
}
