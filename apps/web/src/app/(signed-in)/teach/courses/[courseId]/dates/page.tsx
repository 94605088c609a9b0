import { getDatesGrid } from '@k12/contracts/teaching/assignment-dates';
import { DatesGridScreen } from '@/features/teaching/dates/dates-grid-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.courseDates);

export default async function Page({ params }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const { fallback } = await loadPage(pages.courseDates, [[getDatesGrid, { params: { id: courseId } }]]);
  return (
    <PageFrame fallback={fallback} wide>
      <DatesGridScreen courseId={courseId} />
    </PageFrame>
  );
}
