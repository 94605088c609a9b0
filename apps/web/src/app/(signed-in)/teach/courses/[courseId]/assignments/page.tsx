import { listAssignments } from '@k12/contracts/teaching/assignments';
import { listGradeCategories } from '@k12/contracts/teaching/grade-categories';
import { AssignmentsScreen } from '@/features/teaching/assignments/assignments-screen.tsx';
import { readAssignmentsView } from '@/features/teaching/assignments/assignments-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.courseAssignments);

export default async function Page({ params, searchParams }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const view = readAssignmentsView(courseId, await searchParams);
  const { fallback } = await loadPage(pages.courseAssignments, [
    [listAssignments, view],
    [listGradeCategories, { params: { id: courseId } }],
  ]);
  return (
    <PageFrame fallback={fallback} wide>
      <AssignmentsScreen courseId={courseId} />
    </PageFrame>
  );
}
