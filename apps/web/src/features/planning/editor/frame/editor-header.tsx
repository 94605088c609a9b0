'use client';
import type { PlannerSchema } from '@k12/contracts/planning/packs';
import type { CurriculumDocument, LessonPlan, UnitPlan } from '@k12/contracts/planning/plans';
import type { Template } from '@k12/contracts/planning/templates';
import { Banner } from '@k12/ui/banner';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PlanStateBadges } from '../../plan-state.tsx';
import type { Autosave } from '../autosave/autosave.ts';
import { SaveNote } from './save-state.tsx';

interface Props {
  plan: UnitPlan | LessonPlan | Template | CurriculumDocument;
  pinned: PlannerSchema;
  autosave: Autosave | null;
  actions: ReactNode;
}

/** State at the start, what is safe and what comes next at the end; stays in sight while the plan scrolls. */
export function EditorHeader({ plan, pinned, autosave, actions }: Props) {
  const t = useTranslations('planning-editor');
  return (
    <>
      <div className="sticky top-13 z-sticky -mx-2 flex min-h-16 flex-wrap items-center gap-x-2 gap-y-1 bg-paper px-2 py-2.5 max-tablet:static">
        <PlanStateBadges plan={plan} terminology={pinned.terminology} />
        {/* On a phone the state of saving stands beside the badges, and every button fits the line below. */}
        <div className="ms-auto flex min-w-0 flex-wrap items-center justify-end gap-2 max-tablet:contents">
          <span className="flex min-w-0 max-tablet:ms-auto">
            <SaveNote autosave={autosave} />
          </span>
          <span className="flex flex-wrap items-center justify-end gap-2 max-tablet:basis-full">
            {actions}
          </span>
        </div>
      </div>
      {pinned.schema === null && (
        <div className="mb-4">
          <Banner tone="warn" title={t('noSchemaTitle')}>
            {t('noSchemaText')}
          </Banner>
        </div>
      )}
    </>
  );
}
