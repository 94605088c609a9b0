import { getHealthReport } from '@k12/contracts/operations/health';
import { listVitals } from '@k12/contracts/operations/vitals';
import { HealthScreen } from '@/features/operations/health/health-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminHealth);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminHealth, [
    [getHealthReport, {}],
    [listVitals, {}],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <HealthScreen />
    </PageFrame>
  );
}
