'use client';
import { getCourse } from '@k12/contracts/teaching/courses';
import { listGradingSchemes } from '@k12/contracts/teaching/grading-schemes';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { Part, type PartProps } from './settings-part.tsx';

/** Points or weights, and what of the total students see (TCH-109, TCH-114). */
export function TotalsPart({ courseId, shown: { settings }, disabled, save }: PartProps) {
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
        <SchemeField {...{ courseId, disabled, save }} chosen={settings.grading_scheme_id} />
        <SelectField
          label={t('letterScore')}
          disabled={disabled}
          value={settings.letter_score}
          onValueChange={(next) => save({ letter_score: next as 'middle' })}
          options={(['middle', 'lower'] as const).map((value) => ({
            value,
            label: t(`letterScores.${value}`),
          }))}
        />
      </div>
    </Part>
  );
}

interface SchemeProps extends Pick<PartProps, 'courseId' | 'disabled' | 'save'> {
  chosen: string | null;
}

/** Which labels totals get; an archived scheme stays with the courses that have it (TCH-116). */
function SchemeField({ courseId, disabled, save, chosen }: SchemeProps) {
  const t = useTranslations('teaching-settings');
  const { data: course } = useApi(getCourse, { params: { id: courseId } });
  const place = course && { query: { school_id: course.school_id, course_id: courseId } };
  const schemes = useApi(listGradingSchemes, place ?? null).data?.data ?? [];
  const offered = schemes.filter(({ id, archived_at }) => archived_at === null || id === chosen);
  return (
    <SelectField
      label={t('scheme')}
      disabled={disabled || !course}
      value={chosen ?? ''}
      onValueChange={(next) => save({ grading_scheme_id: next || null })}
      options={[
        { value: '', label: t('schemeDefault') },
        ...offered.map(({ id, name, bands }) => ({
          value: id as string,
          label: t('schemeBands', { name, labels: bands.map(({ label }) => label).join(' ') }),
        })),
      ]}
    />
  );
}
