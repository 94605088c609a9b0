'use client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import {
  createTerm,
  deleteTerm,
  listTerms,
  type Term,
  TermKind,
  updateTerm,
} from '@k12/contracts/identity/terms';
import { Button } from '@k12/ui/button';
import { DateField } from '@k12/ui/date-field';
import { MultiSelect } from '@k12/ui/multi-select';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';
import { useSession } from '@/lib/session-context.tsx';

const fieldNames = ['name', 'kind', 'parent_term_id', 'starts_on', 'ends_on', 'school_ids'];
const refreshes = ['terms.', 'academic_years.'];

interface Props {
  year: AcademicYear;
  /** Null adds a term. */
  term: Term | null;
  onClose: () => void;
}

export function TermForm({ year, term, onClose }: Props) {
  const t = useTranslations('academicYears');
  const tc = useTranslations('common');
  const { everySchool, own } = useOwnSchools();
  const opened: readonly string[] = term?.school_ids ?? own;
  const [schoolIds, setSchoolIds] = useState(opened);
  const schoolsChanged = schoolIds.length !== opened.length || schoolIds.some((id) => !opened.includes(id));
  const create = useChange(createTerm, refreshes);
  const update = useChange(updateTerm, refreshes);
  const form = useSubmit(fieldNames, async (values) => {
    const body = { ...readTerm(values), school_ids: [...schoolIds] };
    if (term) await update({ params: { id: term.id }, body: { ...body, lock_version: term.lock_version } });
    else await create({ body: { ...body, academic_year_id: year.id } });
    onClose();
  });
  return (
    <FormDrawer
      title={term ? t('editNamed', { name: term.name }) : t('addTermTo', { name: year.name })}
      action={tc('save')}
      form={form}
      onClose={onClose}
      alsoChanged={schoolsChanged}
      aside={term?.can.delete && <RemoveTerm term={term} onDone={onClose} />}
    >
      <TermFields year={year} term={term} errors={form.failure?.fields ?? {}} />
      <SchoolsField
        values={schoolIds}
        onChange={setSchoolIds}
        hint={t(everySchool ? 'schoolsHint' : 'ownSchoolsHint')}
        error={form.failure?.fields.school_ids}
      />
    </FormDrawer>
  );
}

/** A term of every school is the organisation's; who works in one school begins with that one. */
function useOwnSchools() {
  const { me } = useSession();
  const everySchool = me.capabilities['terms.manage']?.includes('tenant') === true;
  const [only, another] = me.schools;
  return { everySchool, own: !everySchool && only && !another ? [only.id] : [] };
}

interface FieldsProps extends Omit<Props, 'onClose'> {
  errors: Record<string, string>;
}

function TermFields({ year, term, errors }: FieldsProps) {
  const t = useTranslations('academicYears');
  const terms = useApi(listTerms, { query: { academic_year_id: year.id, limit: 200 } });
  const parents = (terms.data?.data ?? []).filter(({ id }) => id !== term?.id);
  const field = (name: string) => ({ id: name, name, error: errors[name] });
  return (
    <>
      <TextField {...field('name')} label={t('name')} defaultValue={term?.name} required autoComplete="off" />
      <SelectField
        {...field('kind')}
        label={t('kind')}
        defaultValue={term?.kind ?? 'semester'}
        options={TermKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <SelectField
        key={terms.data ? 'known' : 'loading'}
        {...field('parent_term_id')}
        label={t('inside')}
        placeholder={t('insideNone')}
        defaultValue={term?.parent_term_id ?? ''}
        options={parents.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="grid grid-cols-2 gap-4">
        <DateField
          {...field('starts_on')}
          label={t('firstDay')}
          defaultValue={term?.starts_on ?? year.starts_on}
          min={year.starts_on}
          max={year.ends_on}
          required
        />
        <DateField
          {...field('ends_on')}
          label={t('lastDay')}
          defaultValue={term?.ends_on ?? year.ends_on}
          min={year.starts_on}
          max={year.ends_on}
          required
        />
      </div>
    </>
  );
}

interface SchoolsProps {
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  hint: string;
  error: string | undefined;
}

function SchoolsField({ values, onChange, hint, error }: SchoolsProps) {
  const t = useTranslations('academicYears');
  const { me } = useSession();
  return (
    <MultiSelect
      id="school_ids"
      label={t('schools')}
      hint={hint}
      error={error}
      values={values}
      onValuesChange={onChange}
      options={me.schools.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function RemoveTerm({ term, onDone }: { term: Term; onDone: () => void }) {
  const t = useTranslations('academicYears');
  const attempt = useAttempt();
  const remove = useChange(deleteTerm, refreshes);
  const create = useChange(createTerm, refreshes);
  const { academic_year_id, parent_term_id, name, kind, starts_on, ends_on, school_ids } = term;
  const body = { academic_year_id, parent_term_id, name, kind, starts_on, ends_on, school_ids };
  const removeWithUndo = async () => {
    const gone = await attempt(() => remove({ params: { id: term.id } }), {
      done: t('removed', { name }),
      undo: () => create({ body }),
    });
    if (gone) onDone();
  };
  return (
    <Button variant="danger" className="me-auto" onClick={removeWithUndo}>
      {t('remove')}
    </Button>
  );
}

function readTerm(form: FormData) {
  return {
    name: textOf(form, 'name'),
    kind: TermKind.options.find((kind) => kind === textOf(form, 'kind')) ?? 'custom',
    parent_term_id: optionalOf(form, 'parent_term_id'),
    starts_on: textOf(form, 'starts_on'),
    ends_on: textOf(form, 'ends_on'),
  };
}
