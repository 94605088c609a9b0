import { FamilyViewScreen } from '@/features/teaching/roster/family-view-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.familyView);

export default async function Page({ params }: PageProps<'courseId' | 'studentId'>) {
  const { courseId, studentId } = await params;
  const { fallback } = await loadPage(pages.familyView);
  return (
    <PageFrame fallback={fallback}>
      <FamilyViewScreen courseId={courseId} studentId={studentId} />
    </PageFrame>
  );
}
