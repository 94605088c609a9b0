import { listUnitPlans } from '@k12/contracts/planning/plans';
import { recentUnits, waitingUnits } from '@/features/planning/home/home-requests.ts';
import { PlanHomeScreen } from '@/features/planning/home/home-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.plan);

export default async function Page() {
  const { fallback } = await loadPage(pages.plan, [
    [listUnitPlans, recentUnits],
    [listUnitPlans, waitingUnits('returned')],
    [listUnitPlans, waitingUnits('submitted')],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <PlanHomeScreen />
    </PageFrame>
  );
}
