import { listUnitPlans } from '@k12/contracts/planning/plans';
import { LibraryScreen } from '@/features/planning/library/library-screen.tsx';
import { readLibraryView } from '@/features/planning/library/library-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planUnits);

export default async function Page({ searchParams }: PageProps) {
  const view = readLibraryView(await searchParams);
  const { fallback } = await loadPage(pages.planUnits, [[listUnitPlans, view]]);
  return (
    <PageFrame fallback={fallback}>
      <LibraryScreen />
    </PageFrame>
  );
}
