'use client';
import {
  AdoptionStatus,
  createFramework,
  type StandardFramework,
  updateFramework,
} from '@k12/contracts/planning/standard-frameworks';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { listOf } from './list-of.ts';
import { useOwners, wholeDistrict } from './use-owners.ts';

interface Props {
  /** Null begins one. */
  framework: StandardFramework | null;
  onClose: () => void;
  onCreated: (framework: StandardFramework) => void;
}

/** What is known about a framework; its standards are written in the tree (PLN-82, PLN-83). */
export function FrameworkForm({ framework, onClose, onCreated }: Props) {
  const t = useTranslations('planning-standards.framework-form');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const form = useFrameworkForm({ framework, onClose, onCreated });
  const close = useCloseGuard(form.dirty, onClose);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={framework ? t('edit', { title: framework.title }) : t('new')}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {framework ? tc('save') : t('create')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <NewerNotice take={form.newer} />
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <FrameworkFields form={form} isNew={framework === null} />
      </form>
    </Drawer>
  );
}

function useFrameworkForm({ framework, onClose, onCreated }: Props) {
  const owners = useOwners('standards.create');
  const create = useChange(createFramework);
  const update = useChange(updateFramework, ['standard_frameworks.', 'standards.']);
  return useRecordForm({
    values: {
      title: framework?.title ?? '',
      version: framework?.version ?? '',
      owner: owners[0]?.value ?? wholeDistrict,
      subjects: framework?.subjects.join(', ') ?? '',
      publisher: framework?.publisher ?? '',
      jurisdiction: framework?.jurisdiction ?? '',
      adoption_status: framework?.adoption_status ?? 'adopted',
      description: framework?.description ?? '',
      licence: framework?.licence ?? '',
    },
    version: framework?.lock_version,
    send: async ({ owner, ...given }, headers, lock_version) => {
      const body = { ...given, subjects: listOf(given.subjects) };
      if (framework) await update({ params: { id: framework.id }, body: { ...body, lock_version } });
      else {
        const school_id = owner === wholeDistrict ? null : owner;
        onCreated(await create({ body: { ...body, school_id } }, headers));
      }
      onClose();
    },
  });
}

function FrameworkFields({ form, isNew }: { form: ReturnType<typeof useFrameworkForm>; isNew: boolean }) {
  const t = useTranslations('planning-standards.framework-form');
  const owners = useOwners('standards.create');
  const { field } = form;
  return (
    <>
      <TextField
        {...field('title', { label: t('title'), required: true, maxLength: 300 })}
        autoComplete="off"
        dir="auto"
      />
      <TextField {...field('version', { label: t('version'), maxLength: 80 })} hint={t('versionHint')} />
      {isNew && owners.length > 1 && (
        <SelectField {...field('owner', { label: t('owner'), required: true })} options={owners} />
      )}
      <TextField {...field('subjects', { label: t('subjects') })} hint={t('commas')} dir="auto" />
      <SelectField
        {...field('adoption_status', { label: t('status'), required: true })}
        hint={t('statusHint')}
        options={AdoptionStatus.options.map((value) => ({ value, label: t(`statuses.${value}`) }))}
      />
      <TextField {...field('publisher', { label: t('publisher'), maxLength: 300 })} dir="auto" />
      <TextField {...field('jurisdiction', { label: t('jurisdiction'), maxLength: 300 })} dir="auto" />
      <TextArea {...field('description', { label: t('description'), maxLength: 5_000 })} rows={3} />
      <TextField {...field('licence', { label: t('licence'), maxLength: 2_000 })} dir="auto" />
    </>
  );
}
