import { listTemplates } from '@k12/contracts/planning/templates';
import { TemplatesScreen } from '@/features/planning/templates/templates-screen.tsx';
import { readTemplatesView } from '@/features/planning/templates/templates-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planTemplates);

export default async function Page({ searchParams }: PageProps) {
  const view = readTemplatesView(await searchParams);
  const { fallback } = await loadPage(pages.planTemplates, [[listTemplates, view]]);
  return (
    <PageFrame fallback={fallback}>
      <TemplatesScreen />
    </PageFrame>
  );
}
