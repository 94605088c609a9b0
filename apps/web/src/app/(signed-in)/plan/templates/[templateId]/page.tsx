import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { getTemplate } from '@k12/contracts/planning/templates';
import { TemplateScreen } from '@/features/planning/templates/template-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planTemplate);

export default async function Page({ params }: PageProps<'templateId'>) {
  const { templateId: id } = await params;
  const { fallback } = await loadPage(pages.planTemplate, [
    [getTemplate, { params: { id } }],
    [getPlannerSchema, { query: { object: 'unit', plan_id: id } }],
  ]);
  return (
    <PageFrame fallback={fallback} bare>
      <TemplateScreen id={id} />
    </PageFrame>
  );
}
