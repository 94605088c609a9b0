'use client';
import {
  type AcademicYear,
  createAcademicYear,
  updateAcademicYear,
} from '@k12/contracts/identity/academic-years';
import { Button } from '@k12/ui/button';
import { DateField } from '@k12/ui/date-field';
import { Drawer } from '@k12/ui/drawer';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { FormFailures } from '@/lib/forms/form-failures.tsx';
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
  const form = useId();
  const create = useChange(createAcademicYear);
  const update = useChange(updateAcademicYear);
  const { failure, sending, submit } = useSubmit(fieldNames, async (values) => {
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
    error: failure?.fields[name],
    defaultValue: year?.[name] ?? '',
    required: true,
  });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={year ? t('editNamed', { name: year.name }) : t('addYear')}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={sending}>
            {tc('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-4">
        <FormFailures failure={failure} />
        <TextField {...field('name')} label={t('name')} hint={t('nameHint')} autoComplete="off" />
        <DateField {...field('starts_on')} label={t('firstDay')} />
        <DateField {...field('ends_on')} label={t('lastDay')} />
      </form>
    </Drawer>
  );
}
