import { listResourceFolders } from '@k12/contracts/planning/resource-folders';
import { listResources } from '@k12/contracts/planning/resources';
import { ResourcesScreen } from '@/features/planning/resources/resources-screen.tsx';
import { readResourcesView } from '@/features/planning/resources/resources-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planResources);

export default async function Page({ searchParams }: PageProps) {
  const view = readResourcesView(await searchParams);
  const { fallback } = await loadPage(pages.planResources, [
    [listResources, view],
    [listResourceFolders, { query: {} }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <ResourcesScreen />
    </PageFrame>
  );
}
