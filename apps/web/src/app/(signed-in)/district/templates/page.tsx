import { listPushes } from '@k12/contracts/planning/pushes';
import { PushesScreen } from '@/features/planning/pushes/pushes-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.districtTemplates);

export default async function Page() {
  const { fallback } = await loadPage(pages.districtTemplates, [[listPushes, { query: {} }]]);
  return (
    <PageFrame fallback={fallback}>
      <PushesScreen />
    </PageFrame>
  );
}
