'use client';
import { getProficiencyScale, type ProficiencyLevel } from '@k12/contracts/teaching/proficiency-scales';
import { createRubric, type Rubric, updateRubric } from '@k12/contracts/teaching/rubrics';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Dispatch, type SetStateAction, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { CriterionRow } from './criterion-row.tsx';
import { readPastedRubric } from './pasted-rubric.ts';
import {
  criteriaOf,
  type DraftCriterion,
  draftByScale,
  draftOf,
  draftOfPasted,
  emptyCriterion,
  moved,
} from './rubric-draft.ts';

interface Props {
  /** Null: a new one. */
  rubric: Rubric | null;
  onClose: () => void;
}

/** A table to type into: Tab goes from cell to cell, Enter in a title begins the next row, a pasted table fills it. */
export function RubricEditor({ rubric, onClose }: Props) {
  const t = useTranslations('teaching-rubrics');
  const run = useAttempt();
  const { me } = useSession();
  const create = useChange(createRubric);
  const update = useChange(updateRubric);
  const [title, setTitle] = useState(rubric?.title ?? '');
  const [hasPoints, setHasPoints] = useState(rubric?.has_points ?? true);
  const [scope, setScope] = useState<'mine' | 'school'>('mine');
  const [draft, setDraft] = useState(() => draftOf(rubric));
  const isFixed = rubric !== null && !rubric.can.update;
  const school = me.schools[0];
  const save = async () => {
    const criteria = criteriaOf(draft, hasPoints);
    const facts = { title, has_points: hasPoints, criteria };
    const state = criteria.length > 0 ? ('published' as const) : ('draft' as const);
    const isDone = await run(
      () =>
        rubric
          ? update({
              params: { id: rubric.id },
              body: { ...facts, state, lock_version: rubric.lock_version },
            })
          : create({
              body: { ...facts, state, scope, ...(scope === 'school' && school && { school_id: school.id }) },
            }),
      { done: t(rubric?.used_at ? 'savedVersion' : 'saved') },
    );
    if (isDone) onClose();
  };
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={rubric ? rubric.title : t('new')}
      description={rubric?.used_at && !isFixed ? t('usedNote') : t('pasteNote')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {!isFixed && (
            <Button variant="primary" disabled={!title.trim()} onClick={save}>
              {t('save')}
            </Button>
          )}
        </>
      }
    >
      <fieldset
        disabled={isFixed}
        className="grid min-w-0 gap-5 pb-4"
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          const pasted = text.includes('\t') ? readPastedRubric(text) : [];
          if (pasted.length === 0) return;
          event.preventDefault();
          setDraft(draftOfPasted(pasted));
        }}
      >
        <Naming {...{ title, setTitle, scope, setScope }} isNew={!rubric} hasSchool={school !== undefined} />
        <Checkbox
          label={t('withPoints')}
          checked={hasPoints}
          onChange={(event) => setHasPoints(event.target.checked)}
        />
        <CriteriaTable {...{ draft, setDraft, hasPoints }} />
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            icon={<Plus aria-hidden />}
            onClick={() => setDraft((now) => [...now, emptyCriterion(now.at(-1))])}
          >
            {t('addCriterion')}
          </Button>
          <FromScale onTake={(levels) => setDraft((now) => draftByScale(now, levels))} />
        </div>
      </fieldset>
    </Dialog>
  );
}

/** The levels that standards are judged by in the school (TCH-84). */
function FromScale({ onTake }: { onTake: (levels: readonly ProficiencyLevel[]) => void }) {
  const t = useTranslations('teaching-rubrics');
  const { me } = useSession();
  const school = me.schools[0];
  const { data } = useApi(getProficiencyScale, { query: school ? { school_id: school.id } : {} });
  if (!data) return null;
  const { name, levels } = data.scale;
  return (
    <Button size="small" onClick={() => onTake(levels)}>
      {t('fromScale', { name, count: levels.length })}
    </Button>
  );
}

interface CriteriaProps {
  draft: DraftCriterion[];
  setDraft: Dispatch<SetStateAction<DraftCriterion[]>>;
  hasPoints: boolean;
}

function CriteriaTable({ draft, setDraft, hasPoints }: CriteriaProps) {
  const t = useTranslations('teaching-rubrics');
  return (
    <ol className="grid gap-4" aria-label={t('criteriaLabel')}>
      {draft.map((criterion, at) => (
        <CriterionRow
          key={criterion.key}
          {...{ criterion, at, hasPoints }}
          count={draft.length}
          onChange={(next) => setDraft((now) => now.with(at, next))}
          onMove={(step) => setDraft((now) => moved(now, at, step))}
          onRemove={() => setDraft((now) => now.filter((_, place) => place !== at))}
          onNext={() => setDraft((now) => now.toSpliced(at + 1, 0, emptyCriterion(criterion)))}
        />
      ))}
    </ol>
  );
}

interface NamingProps {
  title: string;
  setTitle: (title: string) => void;
  scope: 'mine' | 'school';
  setScope: (scope: 'mine' | 'school') => void;
  isNew: boolean;
  hasSchool: boolean;
}

function Naming({ title, setTitle, scope, setScope, isNew, hasSchool }: NamingProps) {
  const t = useTranslations('teaching-rubrics');
  return (
    <div className="grid gap-3 tablet:grid-cols-[minmax(0,1fr)_12rem]">
      <TextField
        label={t('name')}
        value={title}
        required
        onChange={(event) => setTitle(event.target.value)}
      />
      {isNew && (
        <SelectField
          label={t('scope')}
          value={scope}
          onValueChange={(value) => setScope(value as 'mine' | 'school')}
          options={(['mine', 'school'] as const)
            .filter((value) => value === 'mine' || hasSchool)
            .map((value) => ({ value, label: t(`scopes.${value}`) }))}
        />
      )}
    </div>
  );
}
