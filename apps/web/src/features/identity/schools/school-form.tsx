'use client';
import { createSchool, type School, updateSchool } from '@k12/contracts/identity/schools';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { type FormFailure, formFailure } from '@/lib/forms/problem-errors.ts';
import { useSession } from '@/lib/session-context.tsx';

const fieldNames = ['name', 'code', 'address', 'time_zone', 'lowest_grade', 'highest_grade'] as const;

interface Props {
  /** Null adds a school. */
  school: School | null;
  onClose: () => void;
}

export function SchoolForm({ school, onClose }: Props) {
  const t = useTranslations('schools');
  const tc = useTranslations('common');
  const form = useId();
  const { failure, sending, submit } = useSchoolForm(school, onClose);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={school ? t('edit', { name: school.name }) : t('add')}
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
        <Failures failure={failure} />
        <SchoolFields school={school} errors={failure?.fields ?? {}} />
      </form>
    </Drawer>
  );
}

function Failures({ failure }: { failure: FormFailure | null }) {
  const t = useTranslations('errors');
  if (!failure) return null;
  const named = Object.entries(failure.fields).map(([field, message]) => ({ field, message }));
  const errors = failure.general ? [...named, { message: failure.general }] : named;
  return <FormErrorSummary title={t('check', { count: errors.length })} errors={errors} />;
}

function SchoolFields({ school, errors }: { school: School | null; errors: Record<string, string> }) {
  const t = useTranslations('schools');
  const { me } = useSession();
  const field = (name: (typeof fieldNames)[number]) => ({
    id: name,
    name,
    error: errors[name],
    defaultValue: school?.[name] ?? '',
  });
  return (
    <>
      <TextField {...field('name')} label={t('name')} required autoComplete="off" />
      <TextField {...field('code')} label={t('code')} hint={t('codeHint')} required autoComplete="off" />
      <TextField {...field('address')} label={t('address')} autoComplete="off" />
      <TextField
        {...field('time_zone')}
        label={t('timeZone')}
        required
        defaultValue={school?.time_zone ?? me.tenant.time_zone}
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField {...field('lowest_grade')} label={t('lowestGrade')} />
        <TextField {...field('highest_grade')} label={t('highestGrade')} />
      </div>
    </>
  );
}

function useSchoolForm(school: School | null, onClose: () => void) {
  const t = useTranslations('session');
  const create = useChange(createSchool);
  const update = useChange(updateSchool);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const values = readValues(new FormData(event.currentTarget));
    try {
      if (school)
        await update({ params: { id: school.id }, body: { ...values, lock_version: school.lock_version } });
      else await create({ body: values });
      onClose();
    } catch (error) {
      setFailure(formFailure(error, fieldNames, t('network')));
    } finally {
      setSending(false);
    }
  };
  return { failure, sending, submit };
}

function readValues(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  const optional = (name: string) => text(name).trim() || null;
  return {
    name: text('name'),
    code: text('code'),
    time_zone: text('time_zone'),
    address: optional('address'),
    lowest_grade: optional('lowest_grade'),
    highest_grade: optional('highest_grade'),
  };
}
