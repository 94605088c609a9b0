'use client';
import { Breadcrumbs, type Crumb } from '@k12/ui/breadcrumbs';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { findPage, mayOpen, type PageRegistration, pageList } from '@/lib/pages.ts';
import { useSession } from '@/lib/session-context.tsx';
import { crumbStore } from './crumbs.ts';

/** Where one is: the pages above this one that one may open, then the page or the record it shows (UXP-08). */
export function PageCrumbs() {
  const t = useTranslations('pages');
  const { me } = useSession();
  const pathname = usePathname();
  const named = useSyncExternalStore(crumbStore.subscribe, crumbStore.read, crumbStore.readNothing);
  const page = findPage(pathname);
  if (!page) return null;
  const above = parentsOf(pathname)
    .filter((parent) => mayOpen(parent, me))
    .map((parent): Crumb => ({ label: t(parent.title), href: parent.route }));
  const records = named.above.filter(({ href }) => href !== pathname);
  const own: readonly Crumb[] = named.own ?? [{ label: t(page.title) }];
  return (
    <div className="hidden min-w-0 border-s border-line ps-3 tablet:block">
      <Breadcrumbs crumbs={[...above, ...records, ...own]} />
    </div>
  );
}

function parentsOf(pathname: string): PageRegistration[] {
  const steps = pathname.split('/').slice(1, -1);
  return steps.flatMap((_, at) => {
    const route = `/${steps.slice(0, at + 1).join('/')}`;
    return pageList.find((page) => page.route === route) ?? [];
  });
}
