import { listGradeCategories } from '@k12/contracts/teaching/grade-categories';
import { getGradebookSettings } from '@k12/contracts/teaching/totals';
import { CourseSettingsScreen } from '@/features/teaching/course-settings/settings-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.courseSettings);

export default async function Page({ params }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const request = { params: { id: courseId } };
  const { fallback } = await loadPage(pages.courseSettings, [
    [getGradebookSettings, request],
    [listGradeCategories, request],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <CourseSettingsScreen courseId={courseId} />
    </PageFrame>
  );
}
