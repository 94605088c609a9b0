import { ApprovalsScreen } from '@/features/planning/approvals/approvals-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planApprovals);

export default async function Page() {
  const { fallback } = await loadPage(pages.planApprovals, []);
  return (
    <PageFrame fallback={fallback} wide>
      <ApprovalsScreen />
    </PageFrame>
  );
}
