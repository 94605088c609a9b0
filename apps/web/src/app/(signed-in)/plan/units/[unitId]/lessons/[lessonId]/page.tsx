import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { getLessonPlan, listUnitLessons } from '@k12/contracts/planning/plans';
import { LessonScreen } from '@/features/planning/editor/lesson/lesson-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planLesson);

export default async function Page({ params }: PageProps<'unitId' | 'lessonId'>) {
  const { unitId, lessonId: id } = await params;
  const { fallback } = await loadPage(pages.planLesson, [
    [getLessonPlan, { params: { id } }],
    [listUnitLessons, { params: { id: unitId } }],
    [getPlannerSchema, { query: { object: 'lesson', plan_id: id } }],
  ]);
  return (
    <PageFrame fallback={fallback} bare>
      <LessonScreen unitId={unitId} id={id} />
    </PageFrame>
  );
}
