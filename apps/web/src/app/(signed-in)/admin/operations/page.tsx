import { getHealthReport } from '@k12/contracts/operations/health';
import { OperationsScreen } from '@/features/operations/overview/operations-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.operatorHome);

export default async function Page() {
  const { fallback } = await loadPage(pages.operatorHome, [[getHealthReport, {}]]);
  return (
    <PageFrame fallback={fallback}>
      <OperationsScreen />
    </PageFrame>
  );
}
