'use client';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { SelectField, type SelectFieldProps } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';

const options = gradeLevels.map((value) => ({ value, label: value }));

/** Of a person or an end of a school's range; the grades are those of courses and plans. */
export function GradeField(props: Omit<SelectFieldProps, 'options' | 'placeholder'>) {
  const t = useTranslations('common');
  return <SelectField {...props} placeholder={t('noGrade')} options={options} />;
}
