import { listFrameworks } from '@k12/contracts/planning/standard-frameworks';
import { CoverageScreen } from '@/features/planning/standards-coverage/coverage-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.reportStandardsCoverage);

export default async function Page() {
  const { fallback } = await loadPage(pages.reportStandardsCoverage, [
    [listFrameworks, { query: { limit: 200 } }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <CoverageScreen />
    </PageFrame>
  );
}
