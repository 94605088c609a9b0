'use client';
import { type GradeLevel, gradeLevels } from '@k12/contracts/planning/plan-records';
import { createStandard, type Standard, updateStandard } from '@k12/contracts/planning/standards';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { MultiSelect } from '@k12/ui/multi-select';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { useGradeWords } from '../grade-words.ts';
import { listOf } from './list-of.ts';
import { useOwners, wholeDistrict } from './use-owners.ts';

interface Props {
  /** Null adds one. */
  standard: Standard | null;
  frameworkId: string;
  /** What a new one goes below; null is the top. */
  parent: Pick<Standard, 'id' | 'code' | 'statement'> | null;
  /** The framework is the district's, and a school adds to it for itself (PLN-82). */
  isExtension?: boolean;
  /** The school whose extension it goes below. */
  schoolId?: string | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

type Grades = (typeof GradeLevel.options)[number][];

/** A standard written by hand (PLN-83). */
export function StandardForm(props: Props) {
  const { standard, parent, onClose } = props;
  const t = useTranslations('planning-standards.form');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const gradeWords = useGradeWords();
  const [grades, setGrades] = useState<readonly string[]>(standard?.grade_levels ?? []);
  const form = useStandardForm(props, grades as Grades);
  const isChanged = form.dirty || grades.join() !== (standard?.grade_levels ?? []).join();
  const close = useCloseGuard(isChanged, onClose);
  const takeNewer = () => {
    form.newer?.();
    setGrades(standard?.grade_levels ?? []);
  };
  const gradeField = (
    <MultiSelect
      label={t('grades')}
      values={[...grades]}
      onValuesChange={setGrades}
      options={gradeLevels.map((value) => ({ value, label: gradeWords([value]) }))}
    />
  );
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={standard ? t('edit', { name: standard.code || standard.statement }) : t('new')}
      description={parent ? t('below', { name: parent.code || parent.statement }) : undefined}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {standard ? tc('save') : t('add')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <NewerNotice take={form.newer && takeNewer} />
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <StandardFields form={form} isExtension={props.isExtension === true} grades={gradeField} />
      </form>
    </Drawer>
  );
}

function useStandardForm(props: Props, grade_levels: Grades) {
  const { standard, frameworkId, parent, isExtension, schoolId, onClose, onSaved } = props;
  const refreshes = ['standards.', 'standard_frameworks.'];
  const create = useChange(createStandard, refreshes);
  const update = useChange(updateStandard, refreshes);
  const owners = useOwners('standards.create').filter(({ value }) => value !== wholeDistrict);
  return useRecordForm({
    values: {
      code: standard?.code ?? '',
      statement: standard?.statement ?? '',
      item_type: standard?.item_type ?? null,
      subjects: standard?.subjects.join(', ') ?? '',
      notes: standard?.notes ?? null,
      assessable: standard?.assessable ?? true,
      owner: owners[0]?.value ?? '',
    },
    version: standard?.lock_version,
    send: async ({ owner, ...given }, headers, lock_version) => {
      const fields = { ...given, subjects: listOf(given.subjects), grade_levels };
      const place = { framework_id: frameworkId, parent_id: parent?.id ?? null };
      const school_id = isExtension ? owner : schoolId;
      const saved = standard
        ? await update({ params: { id: standard.id }, body: { ...fields, lock_version } })
        : await create({ body: { ...fields, ...place, ...(school_id ? { school_id } : {}) } }, headers);
      onSaved(saved.id);
      onClose();
    },
  });
}

interface FieldsProps {
  form: ReturnType<typeof useStandardForm>;
  isExtension: boolean;
  grades: ReactNode;
}

function StandardFields({ form: { field }, isExtension, grades }: FieldsProps) {
  const t = useTranslations('planning-standards.form');
  const owners = useOwners('standards.create').filter(({ value }) => value !== wholeDistrict);
  return (
    <>
      {isExtension && owners.length > 1 && (
        <SelectField {...field('owner', { label: t('owner'), required: true })} options={owners} />
      )}
      <TextField
        {...field('code', { label: t('code'), maxLength: 200 })}
        hint={t('codeHint')}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      <TextArea
        {...field('statement', { label: t('statement'), required: true, maxLength: 20_000 })}
        rows={4}
        dir="auto"
      />
      <TextField
        {...field('item_type', { label: t('type'), maxLength: 200, emptyIsNull: true })}
        hint={t('typeHint')}
        dir="auto"
      />
      {grades}
      <TextField {...field('subjects', { label: t('subjects') })} hint={t('commas')} dir="auto" />
      <TextArea
        {...field('notes', { label: t('notes'), maxLength: 20_000, emptyIsNull: true })}
        rows={2}
        dir="auto"
      />
      <Checkbox {...field('assessable', { label: t('assessable') })} hint={t('assessableHint')} />
    </>
  );
}
