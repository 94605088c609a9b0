import { getLearnerCourse } from '@k12/contracts/teaching/learning';
import { LearnCourseScreen } from '@/features/learn/learn-course-screen.tsx';
import { ownFirst } from '@/features/learn/learn-page.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.learnCourse);

export default async function Page({ params }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const first = await ownFirst((id) => [[getLearnerCourse, { params: { id, course_id: courseId } }]]);
  const { fallback } = await loadPage(pages.learnCourse, first);
  return (
    <PageFrame fallback={fallback}>
      <LearnCourseScreen courseId={courseId} />
    </PageFrame>
  );
}
