import { getAssignmentDates } from '@k12/contracts/teaching/assignment-dates';
import { getAssignment, getPublishChecks } from '@k12/contracts/teaching/assignments';
import { listGradeCategories } from '@k12/contracts/teaching/grade-categories';
import { AssignmentScreen } from '@/features/teaching/assignments/editor/assignment-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.courseAssignment);

export default async function Page({ params }: PageProps<'courseId' | 'assignmentId'>) {
  const { courseId, assignmentId: id } = await params;
  const request = { params: { id } };
  const { fallback } = await loadPage(pages.courseAssignment, [
    [getAssignment, request],
    [getAssignmentDates, request],
    [getPublishChecks, request],
    [listGradeCategories, { params: { id: courseId } }],
  ]);
  return (
    <PageFrame fallback={fallback} bare>
      <AssignmentScreen courseId={courseId} id={id} />
    </PageFrame>
  );
}
