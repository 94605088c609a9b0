import { getUnitPlan } from '@k12/contracts/planning/plans';
import { listUnitVersions } from '@k12/contracts/planning/versions';
import { HistoryScreen } from '@/features/planning/history/history-screen.tsx';
import { readHistoryView } from '@/features/planning/history/history-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planHistory);

export default async function Page({ params, searchParams }: PageProps<'unitId'>) {
  const { unitId: id } = await params;
  const { kind } = readHistoryView(await searchParams);
  const { fallback } = await loadPage(pages.planHistory, [
    [getUnitPlan, { params: { id } }],
    [listUnitVersions, { params: { id }, query: kind ? { kind } : {} }],
  ]);
  return (
    <PageFrame fallback={fallback} wide>
      <HistoryScreen id={id} />
    </PageFrame>
  );
}
