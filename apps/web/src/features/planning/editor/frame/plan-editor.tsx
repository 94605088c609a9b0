'use client';
import type { PackSection, PlannerSchema } from '@k12/contracts/planning/packs';
import type { CurriculumDocument, LessonPlan, UnitPlan } from '@k12/contracts/planning/plans';
import type { Template } from '@k12/contracts/planning/templates';
import type { Content } from '@k12/plan-content/paths';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { DraftCalls } from '../autosave/draft-calls.ts';
import { useLabels } from '../conflicts/said.ts';
import { SavingDialogs } from '../conflicts/saving-dialogs.tsx';
import { PlanDocument } from '../document/plan-document.ts';
import { EditorProvider } from '../editor-context.tsx';
import { focusPath } from '../focus-path.ts';
import { usePlanParts } from '../plan-parts.tsx';
import { focusNewLesson } from '../sections/focus-new-lesson.ts';
import { PlanSectionView } from '../sections/plan-section.tsx';
import { ContextPanel } from './context-panel.tsx';
import { EditorHeader } from './editor-header.tsx';
import { isFilled } from './is-filled.ts';
import { Outline } from './outline.tsx';
import { PeopleHere } from './people-here.tsx';
import { useAutosave } from './use-autosave.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useEditorShortcuts } from './use-editor-shortcuts.ts';
import { useSaveVersion } from './use-save-version.ts';

export interface EditedPlan {
  plan: UnitPlan | LessonPlan | Template | CurriculumDocument;
  draft: { revision: number; last_edited_at: string; content: Content };
  pinned: PlannerSchema;
  calls: DraftCalls;
}

interface Props extends EditedPlan {
  /** Title and properties. */
  head: ReactNode;
  /** What is special to the kind of plan, in the header: people, preview, publish. */
  actions: ReactNode;
  /** Under the sections in the outline. */
  outline?: ReactNode;
}

/** One plan, open for writing: outline, content and what goes with it, saved as it is written. */
export function PlanEditor(props: Props) {
  const { plan, draft, pinned, calls, head, actions, outline } = props;
  const [document] = useState(() => new PlanDocument(draft.content));
  const [said, announce] = useState('');
  const canEdit = plan.can.update && pinned.schema !== null;
  const saving = useAutosave({ plan_id: plan.id, document, draft, calls, canEdit });
  const labelOf = useLabels(pinned.schema, document);
  const { autosave } = saving;
  const saveVersion = useSaveVersion(plan.id, autosave);
  useKeys(document, saveVersion);
  const sections = useMemo(() => shownSections(pinned, document), [pinned, document]);
  const { locked_paths: locked, school_id } = plan;
  const editor = useMemo(() => {
    const finish = async () => autosave?.finish();
    return { sections, document, canEdit, school_id, locked, announce, finish, saveVersion };
  }, [sections, document, canEdit, school_id, locked, autosave, saveVersion]);
  const counts = useCounts();
  useStart(document, sections, canEdit);
  return (
    <EditorProvider value={editor}>
      <div className="laptop:flex">
        <div className="@container min-w-0 flex-1 px-4 pb-24 tablet:px-8">
          <div className="mx-auto max-w-document @min-[62rem]:grid @min-[62rem]:max-w-none @min-[62rem]:grid-cols-[11rem_minmax(0,47.5rem)] @min-[62rem]:justify-center @min-[62rem]:gap-x-8">
            <div className="@max-[62rem]:hidden">
              <div className="sticky top-17 max-h-[calc(100dvh-5rem)] overflow-y-auto pt-5">
                <Outline sections={sections} counts={counts}>
                  {outline}
                </Outline>
              </div>
            </div>
            <div className="min-w-0">
              <EditorHeader
                plan={plan}
                pinned={pinned}
                autosave={autosave}
                actions={
                  <>
                    <PeopleHere id={plan.id} calls={calls} pinned={pinned} />
                    {actions}
                  </>
                }
              />
              {head}
              <div className="mt-7 grid gap-8">
                {sections.map((section) => (
                  <PlanSectionView key={section.key} section={section} />
                ))}
              </div>
            </div>
          </div>
        </div>
        <ContextPanel />
      </div>
      <p role="status" className="hidden-visually">
        {said}
      </p>
      <SavingDialogs document={document} labelOf={labelOf} {...saving} />
    </EditorProvider>
  );
}

function useKeys(document: PlanDocument, saveVersion: () => void) {
  const { openPart, kind } = usePlanParts();
  const acts = useMemo(
    () => ({ saveVersion, openPart, newLesson: () => kind === 'unit' && focusNewLesson() }),
    [saveVersion, openPart, kind],
  );
  useEditorShortcuts(kind);
  useEditorKeys(document, acts);
}

/** Without a readable schema every field is still shown, as it is (PLN-64). */
function shownSections({ schema }: PlannerSchema, document: PlanDocument): PackSection[] {
  if (schema) return schema.sections.filter(({ hidden }) => !hidden);
  return Object.entries(document.content()).map(([key, value]) => ({
    key,
    kind: kindOf(value),
    label: { en: key },
  }));
}

function kindOf(value: unknown): PackSection['kind'] {
  if (typeof value === 'object' && value !== null && 'type' in value) return 'rich_text';
  return Array.isArray(value) && value.some((item) => typeof item === 'object') ? 'list' : 'text';
}

function useCounts() {
  const { alignments, lessons, attached } = usePlanParts();
  return { standards: alignments.length, lessons: lessons.length, resources: attached };
}

/** A new plan opens where the writing begins (PLN-01). */
function useStart(document: PlanDocument, sections: readonly PackSection[], canEdit: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the plan opens
  useEffect(() => {
    const address = new URL(window.location.href);
    if (!canEdit || !address.searchParams.has('start')) return;
    address.searchParams.delete('start');
    window.history.replaceState(null, '', address);
    const first = sections.find(({ key }) => !isFilled(document.value(`/${key}`)));
    if (first) focusPath(`/${first.key}`);
  }, []);
}
