import { getGradedWork, getGradingFrame } from '@k12/contracts/teaching/grading';
import { GradingScreen } from '@/features/teaching/grading/grading-screen.tsx';
import { readGradingView } from '@/features/teaching/grading/grading-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.gradeWork);

export default async function Page({
  params,
  searchParams,
}: PageProps<'courseId' | 'assignmentId' | 'studentId'>) {
  const { courseId, assignmentId, studentId } = await params;
  const query = readGradingView(await searchParams);
  const { fallback } = await loadPage(pages.gradeWork, [
    [getGradingFrame, { params: { id: assignmentId }, query }],
    [getGradedWork, { params: { id: assignmentId, student_id: studentId } }],
  ]);
  return (
    <PageFrame fallback={fallback} bare>
      <GradingScreen {...{ courseId, assignmentId, studentId }} />
    </PageFrame>
  );
}
