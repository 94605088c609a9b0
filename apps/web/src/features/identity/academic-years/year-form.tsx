'use client';
import {
  type AcademicYear,
  createAcademicYear,
  updateAcademicYear,
} from '@k12/contracts/identity/academic-years';
import { DateField } from '@k12/ui/date-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';

const fieldNames = ['name', 'starts_on', 'ends_on'];

interface Props {
  /** Null plans a new year. */
  year: AcademicYear | null;
  onClose: () => void;
}

export function YearForm({ year, onClose }: Props) {
  const t = useTranslations('academicYears');
  const tc = useTranslations('common');
  const create = useChange(createAcademicYear);
  const update = useChange(updateAcademicYear);
  const form = useSubmit(fieldNames, async (values) => {
    const body = {
      name: textOf(values, 'name'),
      starts_on: textOf(values, 'starts_on'),
      ends_on: textOf(values, 'ends_on'),
    };
    if (year) await update({ params: { id: year.id }, body: { ...body, lock_version: year.lock_version } });
    else await create({ body });
    onClose();
  });
  const field = (name: 'name' | 'starts_on' | 'ends_on') => ({
    id: name,
    name,
    error: form.failure?.fields[name],
    defaultValue: year?.[name] ?? '',
    required: true,
  });
  return (
    <FormDrawer
      title={year ? t('editNamed', { name: year.name }) : t('addYear')}
      action={tc('save')}
      form={form}
      onClose={onClose}
    >
      <TextField {...field('name')} label={t('name')} hint={t('nameHint')} autoComplete="off" />
      <DateField {...field('starts_on')} label={t('firstDay')} />
      <DateField {...field('ends_on')} label={t('lastDay')} />
    </FormDrawer>
  );
}
