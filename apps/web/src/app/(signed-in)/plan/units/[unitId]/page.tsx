import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { getUnitPlan, listUnitLessons } from '@k12/contracts/planning/plans';
import { UnitScreen } from '@/features/planning/editor/unit/unit-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planUnit);

export default async function Page({ params }: PageProps<'unitId'>) {
  const { unitId: id } = await params;
  const { fallback } = await loadPage(pages.planUnit, [
    [getUnitPlan, { params: { id } }],
    [listUnitLessons, { params: { id } }],
    [getPlannerSchema, { query: { object: 'unit', plan_id: id } }],
  ]);
  return (
    <PageFrame fallback={fallback} bare>
      <UnitScreen id={id} />
    </PageFrame>
  );
}
