'use client';
import { getLessonDraft } from '@k12/contracts/planning/drafts';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { getLessonPlan, getUnitPlan, listUnitLessons } from '@k12/contracts/planning/plans';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useCrumbAbove, useRecordCrumb } from '@/shell/crumbs.ts';
import { lessonCalls } from '../autosave/draft-calls.ts';
import { EditorSkeleton } from '../frame/editor-skeleton.tsx';
import { PlanEditor } from '../frame/plan-editor.tsx';
import { PlanFailure } from '../frame/plan-failure.tsx';
import { useOpenedDraft } from '../frame/use-opened-draft.ts';
import { PlanPartsProvider } from '../plan-parts.tsx';
import { PeriodProvider } from '../sections/planned-time.tsx';
import { LessonLinks } from '../unit/lesson-links.tsx';
import { LessonActions } from './lesson-actions.tsx';
import { LessonHead } from './lesson-head.tsx';

interface Props {
  unitId: string;
  id: string;
}

export function LessonScreen({ unitId, id }: Props) {
  const lesson = useApi(getLessonPlan, { params: { id } });
  const unit = useApi(getUnitPlan, { params: { id: unitId } });
  const lessons = useApi(listUnitLessons, { params: { id: unitId } });
  const schema = useApi(getPlannerSchema, { query: { object: 'lesson', plan_id: id } });
  const draft = useOpenedDraft(getLessonDraft, id);
  useCrumbAbove(unit.data?.title, paths.planUnit(unitId));
  useRecordCrumb(lesson.data?.title);
  const failure = lesson.error ?? schema.error ?? draft.error;
  if (lesson.data && schema.data && draft.data)
    return (
      <PlanPartsProvider kind="lesson" planId={id} lessons={lessons.data?.data ?? []}>
        <PeriodProvider value={lesson.data.duration_minutes}>
          <PlanEditor
            key={id}
            plan={lesson.data}
            draft={draft.data}
            pinned={schema.data}
            calls={lessonCalls}
            head={<LessonHead lesson={lesson.data} unit={unit.data} />}
            actions={<LessonActions unitId={unitId} id={id} lessons={lessons.data?.data ?? []} />}
            outline={<LessonLinks unitId={unitId} current={id} />}
          />
        </PeriodProvider>
      </PlanPartsProvider>
    );
  return failure ? <PlanFailure error={failure} onRetry={() => void lesson.mutate()} /> : <EditorSkeleton />;
}
