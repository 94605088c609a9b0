'use client';
import { listTerms } from '@k12/contracts/identity/terms';
import { type Course, createSection, type Section, updateSection } from '@k12/contracts/teaching/courses';
import { getSchoolCalendar } from '@k12/contracts/teaching/school-days';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { MultiSelect } from '@k12/ui/multi-select';
import { NumberField } from '@k12/ui/number-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard, useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { meetingsOf, patternFaults, patternsOf } from './meeting-patterns.ts';

interface Props {
  course: Course;
  /** Null adds a section. */
  section: Section | null;
  onClose: () => void;
}

/** The first field of a line that is not whole. */
const faulty = '[data-faulty] input, [aria-invalid="true"]';

/** A section: what it is called, how many fit in, which terms it runs in and when it meets. */
export function SectionForm({ course, section, onClose }: Props) {
  const t = useTranslations('teaching-settings.sections');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const { form, plan, set, isTouched, takeNewer } = useSectionForm(course, section, onClose);
  const week = useSchoolWeek(course);
  const [isTried, setTried] = useState(false);
  useUnsavedGuard(isTouched && !form.sending);
  const close = useCloseGuard(form.dirty || isTouched, onClose);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    flushSync(() => setTried(true));
    const isWhole = plan.patterns.every((pattern) => patternFaults(pattern).length === 0);
    if (isWhole) return form.props.onSubmit(event);
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(faulty)?.focus();
  };
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={section ? t('edit', { name: section.name }) : t('newTitle')}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {tc('save')}
          </Button>
        </>
      }
    >
      <form {...form.props} onSubmit={submit} className="grid gap-4">
        <NewerNotice take={takeNewer} />
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('name', { label: t('name'), required: true, maxLength: 120 })}
          autoComplete="off"
        />
        <div className="grid grid-cols-2 gap-4">
          <TextField
            {...form.field('code', { label: t('code'), maxLength: 40 })}
            autoComplete="off"
            spellCheck={false}
          />
          <NumberField
            label={t('capacity')}
            min={1}
            max={2000}
            hideSteppers
            value={plan.capacity}
            onValueChange={(capacity) => set({ capacity })}
          />
        </div>
        <Terms course={course} chosen={plan.term_ids} onChange={(term_ids) => set({ term_ids })} />
        <MeetingFields
          patterns={plan.patterns}
          week={week}
          isTried={isTried}
          onChange={(patterns) => set({ patterns })}
        />
      </form>
    </Drawer>
  );
}

const views = ['courses.', 'course_home.'];

const planOf = (section: Section | null) => ({
  capacity: section?.capacity ?? null,
  term_ids: section?.term_ids ?? [],
  patterns: patternsOf(section?.meetings ?? []),
});

function useSectionForm(course: Course, section: Section | null, onClose: () => void) {
  const create = useChange(createSection, views);
  const update = useChange(updateSection, views);
  const [plan, setPlan] = useState(() => planOf(section));
  const [isTouched, setTouched] = useState(false);
  const form = useRecordForm({
    values: { name: section?.name ?? '', code: section?.code ?? '' },
    version: section?.lock_version,
    send: async (words, headers, lock_version) => {
      const { patterns, ...rest } = plan;
      const body = { ...words, ...rest, meetings: meetingsOf(patterns) };
      if (section) await update({ params: { id: section.id }, body: { ...body, lock_version } });
      else await create({ params: { id: course.id }, body }, headers);
      onClose();
    },
  });
  const set = (part: Partial<typeof plan>) => {
    setPlan({ ...plan, ...part });
    setTouched(true);
  };
  const { newer } = form;
  const takeNewer =
    newer &&
    (() => {
      newer();
      setPlan(planOf(section));
      setTouched(false);
    });
  return { form, plan, set, isTouched, takeNewer };
}

const schoolWeek = { weekdays: [1, 2, 3, 4, 5], rotation_days: [] };

/** The days of the school; the usual ones until they are known. */
function useSchoolWeek({ school_id: id, academic_year_id }: Course) {
  return useApi(getSchoolCalendar, { params: { id }, query: { academic_year_id } }).data ?? schoolWeek;
}

interface TermsProps {
  course: Course;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

function Terms({ course: { academic_year_id, school_id }, chosen, onChange }: TermsProps) {
  const t = useTranslations('teaching-settings.sections');
  const asked = useApi(listTerms, { query: { academic_year_id, limit: 200 } }).data?.data ?? [];
  const terms = asked.filter(
    ({ id, school_ids }) => school_ids.length === 0 || school_ids.includes(school_id) || chosen.includes(id),
  );
  if (terms.length === 0) return null;
  return (
    <MultiSelect
      label={t('terms')}
      placeholder={t('wholeYear')}
      values={chosen}
      onValuesChange={onChange}
      options={terms.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
