import { listAccommodations } from '@k12/contracts/teaching/accommodations';
import { listEnrollments } from '@k12/contracts/teaching/enrollments';
import { rosterRequest } from '@/features/teaching/roster/roster-request.ts';
import { RosterScreen } from '@/features/teaching/roster/roster-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.courseRoster);

export default async function Page({ params }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const { fallback } = await loadPage(pages.courseRoster, [
    [listEnrollments, rosterRequest(courseId)],
    [listAccommodations, { params: { id: courseId } }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <RosterScreen courseId={courseId} />
    </PageFrame>
  );
}
