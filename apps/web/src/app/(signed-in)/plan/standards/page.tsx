import { listFrameworks } from '@k12/contracts/planning/standard-frameworks';
import { StandardsScreen } from '@/features/planning/standards/standards-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planStandards);

export default async function Page() {
  const { fallback } = await loadPage(pages.planStandards, [[listFrameworks, { query: { limit: 200 } }]]);
  return (
    <PageFrame fallback={fallback}>
      <StandardsScreen />
    </PageFrame>
  );
}
