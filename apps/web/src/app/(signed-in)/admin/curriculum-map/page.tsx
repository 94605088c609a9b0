import { getCurriculumMap } from '@k12/contracts/planning/curriculum-map';
import { MapScreen } from '@/features/planning/map/map-screen.tsx';
import { readMapView } from '@/features/planning/map/map-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminCurriculumMap);

export default async function Page({ searchParams }: PageProps) {
  const view = readMapView(await searchParams);
  const { fallback } = await loadPage(pages.adminCurriculumMap, [[getCurriculumMap, view]]);
  return (
    <PageFrame fallback={fallback} wide>
      <MapScreen admin />
    </PageFrame>
  );
}
