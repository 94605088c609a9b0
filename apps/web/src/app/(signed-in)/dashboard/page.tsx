import { listSchools } from '@k12/contracts/identity/schools';
import { listTerms } from '@k12/contracts/identity/terms';
import { listUnitPlans } from '@k12/contracts/planning/plans';
import { getTeachingDay } from '@k12/contracts/teaching/teaching-day';
import { waitingUnits } from '@/features/planning/home/home-requests.ts';
import { TodayScreen } from '@/features/teaching/today/today-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.teacherHome);

export default async function Page() {
  const { fallback } = await loadPage(pages.teacherHome, [
    [getTeachingDay, {}],
    [listUnitPlans, waitingUnits('returned')],
    [listUnitPlans, waitingUnits('submitted')],
    [listSchools, { query: {} }],
    [listTerms, { query: {} }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <TodayScreen />
    </PageFrame>
  );
}
