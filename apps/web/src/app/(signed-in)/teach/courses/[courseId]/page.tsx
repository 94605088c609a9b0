import { getCourseHome } from '@k12/contracts/teaching/course-home';
import { CourseHomeScreen } from '@/features/teaching/course-home/course-home-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.teachCourse);

export default async function Page({ params }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const { fallback } = await loadPage(pages.teachCourse, [[getCourseHome, { params: { id: courseId } }]]);
  return (
    <PageFrame fallback={fallback}>
      <CourseHomeScreen courseId={courseId} />
    </PageFrame>
  );
}
