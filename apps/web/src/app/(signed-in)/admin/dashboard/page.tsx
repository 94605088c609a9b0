import { listDistrictSchools } from '@k12/contracts/identity/district';
import { listTerms } from '@k12/contracts/identity/terms';
import { getDistrictCoverage } from '@k12/contracts/planning/coverage';
import { OverviewScreen } from '@/features/homes/overview-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminHome);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminHome, [
    [listDistrictSchools, {}],
    [getDistrictCoverage, { query: {} }],
    [listTerms, { query: {} }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <OverviewScreen />
    </PageFrame>
  );
}
