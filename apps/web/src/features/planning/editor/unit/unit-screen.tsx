'use client';
import { getUnitDraft } from '@k12/contracts/planning/drafts';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { getUnitPlan, listUnitLessons } from '@k12/contracts/planning/plans';
import dynamic from 'next/dynamic';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet, withPage } from '@/lib/loaded-part.tsx';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { UpdateAvailable } from '../../templates/update-available.tsx';
import { unitCalls } from '../autosave/draft-calls.ts';
import { EditorSkeleton } from '../frame/editor-skeleton.tsx';
import { PlanEditor } from '../frame/plan-editor.tsx';
import { PlanFailure } from '../frame/plan-failure.tsx';
import { useOpenedDraft } from '../frame/use-opened-draft.ts';
import { PlanPartsProvider } from '../plan-parts.tsx';
import { LessonLinks } from './lesson-links.tsx';
import { UnitActions } from './unit-actions.tsx';
import { UnitHead } from './unit-head.tsx';

const ReviewNote = dynamic(
  loaded(() => import('./review-note.tsx').then((module) => module.ReviewNote)),
  { loading: nothingYet },
);

const Improvements = dynamic(
  loaded(() => import('./improvements.tsx').then((module) => module.Improvements)),
  { loading: nothingYet },
);

const UnitDocuments = dynamic(
  withPage(loaded(() => import('../../documents/unit-documents.tsx').then((module) => module.UnitDocuments))),
);

const reviewed = new Set(['submitted', 'returned', 'approved']);

export function UnitScreen({ id }: { id: string }) {
  const unit = useApi(getUnitPlan, { params: { id } });
  const lessons = useApi(listUnitLessons, { params: { id } });
  const schema = useApi(getPlannerSchema, { query: { object: 'unit', plan_id: id } });
  const draft = useOpenedDraft(getUnitDraft, id);
  useRecordCrumb(unit.data?.title);
  const failure = unit.error ?? schema.error ?? draft.error;
  if (unit.data && schema.data && draft.data)
    return (
      <PlanPartsProvider kind="unit" planId={id} lessons={lessons.data?.data ?? []}>
        <PlanEditor
          key={id}
          plan={unit.data}
          draft={draft.data}
          pinned={schema.data}
          calls={unitCalls}
          head={
            <>
              <UpdateAvailable unit={unit.data} />
              {reviewed.has(unit.data.state) && <ReviewNote unit={unit.data} />}
              <UnitHead unit={unit.data} />
              <UnitDocuments unitId={id} />
              {unit.data.source_version_id && <Improvements unitId={id} canEdit={unit.data.can.update} />}
            </>
          }
          actions={<UnitActions unit={unit.data} />}
          outline={<LessonLinks />}
        />
      </PlanPartsProvider>
    );
  return failure ? <PlanFailure error={failure} onRetry={() => void unit.mutate()} /> : <EditorSkeleton />;
}
