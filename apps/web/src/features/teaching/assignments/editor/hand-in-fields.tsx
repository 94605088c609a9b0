'use client';
import type { Assignment, SubmissionType } from '@k12/contracts/teaching/assignments';
import { Checkbox } from '@k12/ui/checkbox';
import { NumberField } from '@k12/ui/number-field';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import type { Edits } from './autosave.ts';
import { FileFields } from './file-fields.tsx';
import { GroupFields } from './group-fields.tsx';

export interface FieldProps {
  value: Assignment;
  edit: (changes: Edits) => void;
  disabled: boolean;
}

/** Ways that exist today; Drive, quizzes and tools add theirs. */
const types: readonly SubmissionType[] = ['text', 'file', 'link', 'paper', 'none'];
const attempts = ['1', '2', '3', '5', '10'] as const;

/** How students hand in. */
export function HandInFields({ courseId, value, edit, disabled }: FieldProps & { courseId: string }) {
  const t = useTranslations('teaching-assignments');
  const toggle = (type: SubmissionType, isOn: boolean) => {
    const alone = type === 'none' || type === 'paper';
    const others = value.submission_types.filter((one) => one !== type && one !== 'none' && one !== 'paper');
    const next = isOn
      ? alone
        ? [type]
        : [...others, type]
      : value.submission_types.filter((one) => one !== type);
    if (next.length > 0) edit({ submission_types: next });
  };
  return (
    <section aria-labelledby="assignment-in">
      <h2 id="assignment-in" className="mb-3 font-semibold text-large">
        {t('handIn')}
      </h2>
      <div className="grid gap-4">
        <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
          <legend className="mb-1 text-small">{t('ways')}</legend>
          {types.map((type) => (
            <Checkbox
              key={type}
              label={t(`types.${type}`)}
              checked={value.submission_types.includes(type)}
              disabled={disabled}
              onCheckedChange={(isOn) => toggle(type, isOn)}
            />
          ))}
        </fieldset>
        <div className="grid gap-4 tablet:grid-cols-3">
          <SelectField
            label={t('attempts')}
            disabled={disabled}
            value={value.attempts_allowed === null ? 'any' : String(value.attempts_allowed)}
            onValueChange={(next) => edit({ attempts_allowed: next === 'any' ? null : Number(next) })}
            options={[
              ...attempts.map((count) => ({ value: count, label: count })),
              { value: 'any', label: t('anyAttempts') },
            ]}
          />
          <NumberField
            label={t('minutes')}
            min={1}
            max={6000}
            disabled={disabled}
            value={value.estimated_minutes}
            onValueChange={(estimated_minutes) => edit({ estimated_minutes })}
          />
        </div>
        {value.submission_types.includes('file') && <FileFields {...{ value, edit, disabled }} />}
        <GroupFields {...{ courseId, value, edit, disabled }} />
      </div>
    </section>
  );
}
