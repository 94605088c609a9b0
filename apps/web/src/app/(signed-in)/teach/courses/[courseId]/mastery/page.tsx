import { getMasterySheet } from '@k12/contracts/teaching/mastery';
import { MasteryScreen } from '@/features/teaching/mastery/mastery-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.courseMastery);

export default async function Page({ params }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const request = { params: { id: courseId }, query: {} };
  const { fallback } = await loadPage(pages.courseMastery, [[getMasterySheet, request]]);
  return (
    <PageFrame fallback={fallback} bare>
      <MasteryScreen courseId={courseId} />
    </PageFrame>
  );
}
