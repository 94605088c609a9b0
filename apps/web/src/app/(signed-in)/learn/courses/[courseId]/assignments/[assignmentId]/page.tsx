import { getLearnerAssignment } from '@k12/contracts/teaching/learning';
import { getMySubmission } from '@k12/contracts/teaching/submissions';
import { AssignmentScreen } from '@/features/learn/assignment/assignment-screen.tsx';
import { ownFirst } from '@/features/learn/learn-page.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.learnAssignment);

export default async function Page({ params }: PageProps<'courseId' | 'assignmentId'>) {
  const { courseId, assignmentId } = await params;
  const first = await ownFirst((id) => [
    [getLearnerAssignment, { params: { id, assignment_id: assignmentId } }],
    [getMySubmission, { params: { id: assignmentId } }],
  ]);
  const { fallback } = await loadPage(pages.learnAssignment, first);
  return (
    <PageFrame fallback={fallback}>
      <AssignmentScreen courseId={courseId} assignmentId={assignmentId} />
    </PageFrame>
  );
}
