import { listCourses } from '@k12/contracts/teaching/courses';
import { CoursesScreen } from '@/features/teaching/courses/courses-screen.tsx';
import { readCoursesView } from '@/features/teaching/courses/courses-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.teachCourses);

export default async function Page({ searchParams }: PageProps) {
  const view = readCoursesView(await searchParams);
  const { fallback } = await loadPage(pages.teachCourses, [[listCourses, view]]);
  return (
    <PageFrame fallback={fallback}>
      <CoursesScreen />
    </PageFrame>
  );
}
