'use client';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { Part, type PartProps } from './settings-part.tsx';

/** Points or weights, and what of the total students see (TCH-109, TCH-114). */
export function TotalsPart({ shown: { settings }, disabled, save }: PartProps) {
  const t = useTranslations('teaching-settings');
  return (
    <Part title={t('totals')}>
      <div className="grid gap-4 tablet:grid-cols-2">
        <SelectField
          label={t('calculation')}
          disabled={disabled}
          value={settings.calculation}
          onValueChange={(next) => save({ calculation: next as 'points' })}
          options={(['points', 'weighted'] as const).map((value) => ({
            value,
            label: t(`calculations.${value}`),
          }))}
        />
        <SelectField
          label={t('totalShown')}
          disabled={disabled}
          value={settings.total_shown}
          onValueChange={(next) => save({ total_shown: next as 'so_far' })}
          options={(['so_far', 'if_nothing_more'] as const).map((value) => ({
            value,
            label: t(`totalsShown.${value}`),
          }))}
        />
        <SelectField
          label={t('forStudents')}
          disabled={disabled}
          value={settings.totals_for_students}
          onValueChange={(next) => save({ totals_for_students: next as 'yes' })}
          options={(['yes', 'letter_only', 'no'] as const).map((value) => ({
            value,
            label: t(`forStudentsOptions.${value}`),
          }))}
        />
        <SelectField
          label={t('decimals')}
          disabled={disabled}
          value={String(settings.decimals_shown)}
          onValueChange={(next) => save({ decimals_shown: Number(next) })}
          options={['0', '1', '2'].map((value) => ({ value, label: value }))}
        />
      </div>
    </Part>
  );
}
