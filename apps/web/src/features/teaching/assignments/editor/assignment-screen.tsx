'use client';
import { type Assignment, getAssignment } from '@k12/contracts/teaching/assignments';
import { listGradeCategories } from '@k12/contracts/teaching/grade-categories';
import type { RichNode } from '@k12/plan-content/rich-text';
import { Button } from '@k12/ui/button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, withPage } from '@/lib/loaded-part.tsx';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { AssignmentState } from '../assignment-state.tsx';
import { InlineText } from '../inline-text.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { DatesSection } from './dates-section.tsx';
import { GradingFields } from './grading-fields.tsx';
import { HandInFields } from './hand-in-fields.tsx';
import { InstructionsField } from './instructions-field.tsx';
import { PublishPanel } from './publish-panel.tsx';
import { RubricFields } from './rubric-fields.tsx';
import { SavedNote } from './saved-note.tsx';
import { useAutosave } from './use-autosave.ts';

const AttachmentsSection = dynamic(
  withPage(loaded(() => import('./attachments-section.tsx').then((module) => module.AttachmentsSection))),
);

const StandardsFields = dynamic(
  withPage(loaded(() => import('./standards-fields.tsx').then((module) => module.StandardsFields))),
);

/** Everything about one assignment on one page; what is written is saved as it is written. */
export function AssignmentScreen({ courseId, id }: { courseId: string; id: string }) {
  const assignment = useApi(getAssignment, { params: { id } });
  useRecordCrumb(assignment.data?.title);
  return (
    <div className="mx-auto w-full max-w-page px-4 py-6 tablet:px-8">
      <RegionBody reply={assignment}>
        {(record) => <Editor key={record.id} courseId={courseId} assignment={record} />}
      </RegionBody>
    </div>
  );
}

function Editor({ courseId, assignment }: { courseId: string; assignment: Assignment }) {
  const t = useTranslations('teaching-assignments');
  const { value, saving, edit, flush, resolve, takeBack } = useAutosave(assignment);
  const categories = useApi(listGradeCategories, { params: { id: courseId } }).data?.data ?? [];
  const disabled = !assignment.can.update;
  const field = { value, edit, disabled };
  return (
    <div className="grid gap-8 laptop:grid-cols-[minmax(0,1fr)_20rem] laptop:gap-12">
      <div className="grid min-w-0 content-start gap-8">
        <header className="grid gap-2">
          <div className="flex flex-wrap items-center gap-3">
            <AssignmentState state={assignment.state} />
            <SavedNote saving={saving} onRetry={() => void flush()} />
          </div>
          <h1 tabIndex={-1} className="hidden-visually">
            {value.title}
          </h1>
          <InlineText
            label={t('name')}
            value={value.title}
            disabled={disabled}
            isValid={(typed) => typed.length > 0 && typed.length <= 200}
            onSave={(title) => edit({ title })}
            className="-ms-1.5 font-semibold font-serif text-title tablet:text-display"
          />
        </header>
        {saving.state === 'asks' && (
          <div role="alert" className="rounded-card bg-warn-tint p-4">
            <p className="font-medium">{t('scores.title', { count: saving.graded })}</p>
            <p className="text-small text-ink-2">{t('scores.totals', { count: saving.totals })}</p>
            <div className="mt-3 flex flex-wrap gap-2">
              <Button size="small" onClick={() => void flush('keep')}>
                {t('scores.keep')}
              </Button>
              <Button size="small" onClick={() => void flush('scale')}>
                {t('scores.scale')}
              </Button>
              <Button size="small" variant="quiet" onClick={takeBack}>
                {t('scores.back')}
              </Button>
            </div>
          </div>
        )}
        {saving.state === 'conflict' && <ConflictNote value={value} saving={saving} onResolve={resolve} />}
        <section aria-labelledby="assignment-what">
          <h2 id="assignment-what" className="mb-2 font-semibold text-ink-2 text-small">
            {t('instructions')}
          </h2>
          <InstructionsField
            label={t('instructions')}
            placeholder={t('instructionsHint')}
            value={value.instructions as RichNode | null}
            disabled={disabled}
            onChange={(instructions) => edit({ instructions })}
          />
        </section>
        <AttachmentsSection assignmentId={assignment.id} disabled={disabled} />
        <DatesSection courseId={courseId} assignment={assignment} disabled={disabled} />
        <HandInFields {...field} courseId={courseId} />
        <GradingFields {...field} categories={categories} />
        <RubricFields {...field} courseId={courseId} />
        <StandardsFields assignmentId={assignment.id} disabled={disabled} />
      </div>
      <PublishPanel courseId={courseId} assignment={assignment} onBefore={flush} />
    </div>
  );
}
