import { listLessonPlans, listUnitPlans } from '@k12/contracts/planning/plans';
import { listTemplates } from '@k12/contracts/planning/templates';
import { BinScreen } from '@/features/planning/bin/bin-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planBin);

export default async function Page() {
  const { fallback } = await loadPage(pages.planBin, [
    [listUnitPlans, { query: { deleted: 'true' } }],
    [listLessonPlans, { query: { deleted: 'true' } }],
    [listTemplates, { query: { deleted: 'true' } }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <BinScreen />
    </PageFrame>
  );
}
