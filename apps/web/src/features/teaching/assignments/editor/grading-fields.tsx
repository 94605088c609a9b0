'use client';
import type { GradingType } from '@k12/contracts/teaching/assignments';
import type { GradeCategory } from '@k12/contracts/teaching/grade-categories';
import { Checkbox } from '@k12/ui/checkbox';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { readPoints, showPoints } from '../points.ts';
import type { FieldProps } from './hand-in-fields.tsx';
import { OwnLatePolicy, PostingFields } from './posting-fields.tsx';

const gradingTypes: readonly GradingType[] = [
  'points',
  'percent',
  'letter',
  'complete',
  'mastery',
  'ungraded',
];
const kinds = [
  'homework',
  'classwork',
  'project',
  'essay',
  'lab',
  'participation',
  'assessment',
  'other',
] as const;
const flags = [
  'is_extra_credit',
  'counts_toward_total',
  'is_never_dropped',
  'is_anonymous',
  'has_automatic_labels',
] as const;

interface Props extends FieldProps {
  categories: readonly GradeCategory[];
}

/** What it counts for, and when students know. */
export function GradingFields({ value, edit, disabled, categories }: Props) {
  const t = useTranslations('teaching-assignments');
  return (
    <section aria-labelledby="assignment-grading">
      <h2 id="assignment-grading" className="mb-3 font-semibold text-large">
        {t('grading')}
      </h2>
      <div className="grid gap-4 tablet:grid-cols-3">
        <Points {...{ value, edit, disabled }} />
        <SelectField
          label={t('gradingType')}
          disabled={disabled}
          value={value.grading_type}
          onValueChange={(next) => edit({ grading_type: next as GradingType })}
          options={gradingTypes.map((one) => ({ value: one, label: t(`gradingTypes.${one}`) }))}
        />
        <SelectField
          label={t('category')}
          disabled={disabled}
          value={value.category_id ?? ''}
          onValueChange={(next) => edit({ category_id: next || null })}
          options={[
            { value: '', label: t('noCategory') },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          label={t('kind')}
          disabled={disabled}
          value={value.kind}
          onValueChange={(next) => edit({ kind: next as (typeof kinds)[number] })}
          options={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        />
        <PostingFields {...{ value, edit, disabled }} />
      </div>
      <OwnLatePolicy {...{ value, edit, disabled }} />
      <div className="mt-4 grid gap-2 tablet:grid-cols-2">
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`flags.${flag}`)}
            checked={value[flag]}
            disabled={disabled}
            onCheckedChange={(isOn) => edit({ [flag]: isOn })}
          />
        ))}
      </div>
    </section>
  );
}

function Points({ value, edit, disabled }: FieldProps) {
  const t = useTranslations('teaching-assignments');
  const shown = showPoints(value.points_possible);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const points = readPoints(typed);
  return (
    <TextField
      label={t('points')}
      inputMode="decimal"
      disabled={disabled}
      value={typed}
      error={points === null ? t('pointsWrong') : undefined}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => points !== null && points !== shown && edit({ points_possible: points })}
    />
  );
}
