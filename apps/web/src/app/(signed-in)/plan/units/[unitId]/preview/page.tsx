import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { getUnitPlan } from '@k12/contracts/planning/plans';
import { previewUnit } from '@k12/contracts/planning/transitions';
import { PreviewScreen } from '@/features/planning/preview/preview-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planPreview);

export default async function Page({ params }: PageProps<'unitId'>) {
  const { unitId: id } = await params;
  const { fallback } = await loadPage(pages.planPreview, [
    [getUnitPlan, { params: { id } }],
    [previewUnit, { params: { id } }],
    [getPlannerSchema, { query: { object: 'unit', plan_id: id } }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <PreviewScreen id={id} />
    </PageFrame>
  );
}
