import { listFrameworks } from '@k12/contracts/planning/standard-frameworks';
import { AdminStandardsScreen } from '@/features/planning/standards/admin-standards-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminStandards);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminStandards, [[listFrameworks, { query: { limit: 200 } }]]);
  return (
    <PageFrame fallback={fallback}>
      <AdminStandardsScreen />
    </PageFrame>
  );
}
