import { GradebookScreen } from '@/features/teaching/gradebook/gradebook-screen.tsx';
import { preloadSheet } from '@/features/teaching/gradebook/preload-sheet.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.courseGradebook);

export default async function Page({ params }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const { fallback } = await loadPage(pages.courseGradebook, []);
  preloadSheet(courseId);
  return (
    <PageFrame fallback={fallback} bare>
      <GradebookScreen courseId={courseId} />
    </PageFrame>
  );
}
