'use client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import type { SchoolCalendar } from '@k12/contracts/teaching/school-days';
import { weekdayOf } from '@k12/plan-content/days';
import { DateField } from '@k12/ui/date-field';
import { RadioGroup } from '@k12/ui/radio-group';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { TimeField } from '@k12/ui/time-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';
import type { Affected } from './affected-note.tsx';
import { type DayKind, type DayRun, dayKinds } from './day-runs.ts';
import { RemoveRun } from './remove-run.tsx';
import { type DaysGiven, useSaveDays } from './save-days.ts';

const fieldNames = ['from', 'to', 'note', 'opens_at', 'closes_at', 'rotation_day'];

interface Props {
  calendar: SchoolCalendar;
  year: AcademicYear;
  /** Null adds days. */
  run: DayRun | null;
  /** The day that was opened, for the first field. */
  day: string | null;
  onAffected: (affected: Affected | null) => void;
  onClose: () => void;
}

/** At short notice is a reason of its own: the teachers are offered another move (PLN-115). */
type Choice = DayKind | 'snow';

/** One day or a run of days that differ from the week. */
export function DaysForm({ calendar, year, run, day, onAffected, onClose }: Props) {
  const t = useTranslations('school-calendar');
  const opened: Choice = run?.kind ?? (day && !calendar.weekdays.includes(weekdayOf(day)) ? 'school' : 'off');
  const [choice, setChoice] = useState<Choice>(opened);
  const save = useSaveDays(calendar);
  const form = useSubmit(fieldNames, async (values) => {
    onAffected(await save(run, readDays(values, choice)));
    onClose();
  });
  const errors = form.failure?.fields ?? {};
  const choices: Choice[] = run ? [...dayKinds] : ['off', 'snow', 'half', 'special', 'school'];
  return (
    <FormDrawer
      title={t(run ? 'changeDays' : 'addDays')}
      description={t('formText')}
      action={t('save')}
      form={form}
      onClose={onClose}
      alsoChanged={choice !== opened}
      aside={run && <RemoveRun run={run} calendar={calendar} onAffected={onAffected} onDone={onClose} />}
    >
      <RadioGroup
        label={t('kind')}
        name="kind"
        value={choice}
        onValueChange={(next) => setChoice(choices.find((one) => one === next) ?? 'off')}
        options={choices.map((value) => ({
          value,
          label: t(`kinds.${value}`),
          ...(value === 'snow' || value === 'school' ? { hint: t(`hints.${value}`) } : {}),
        }))}
      />
      <DayFields year={year} run={run} day={day} errors={errors} />
      {choice !== 'off' && choice !== 'snow' && (
        <SchoolFields calendar={calendar} run={run} errors={errors} hasTimes={choice !== 'school'} />
      )}
    </FormDrawer>
  );
}

interface FieldsProps {
  run: DayRun | null;
  errors: Record<string, string>;
}

function DayFields({ year, run, day, errors }: FieldsProps & Pick<Props, 'year' | 'day'>) {
  const t = useTranslations('school-calendar');
  const field = (name: string) => ({ id: name, name, error: errors[name] });
  const range = { min: year.starts_on, max: year.ends_on };
  return (
    <>
      <TextField
        {...field('note')}
        label={t('name')}
        hint={t('nameHint')}
        maxLength={200}
        autoComplete="off"
        defaultValue={run?.days[0]?.note ?? ''}
      />
      <div className="grid grid-cols-2 gap-4">
        <DateField
          {...field('from')}
          {...range}
          label={t('firstDay')}
          defaultValue={run?.from ?? day ?? ''}
          required
        />
        <DateField
          {...field('to')}
          {...range}
          label={t('lastDay')}
          hint={t('lastDayHint')}
          defaultValue={run?.to ?? ''}
        />
      </div>
    </>
  );
}

interface SchoolProps extends FieldsProps {
  calendar: SchoolCalendar;
  hasTimes: boolean;
}

function SchoolFields({ calendar, run, errors, hasTimes }: SchoolProps) {
  const t = useTranslations('school-calendar');
  const [first] = run?.days ?? [];
  const field = (name: string) => ({ id: name, name, error: errors[name] });
  return (
    <>
      {hasTimes && (
        <div className="grid grid-cols-2 gap-4">
          <TimeField {...field('opens_at')} label={t('opensAt')} defaultValue={first?.opens_at ?? ''} />
          <TimeField {...field('closes_at')} label={t('closesAt')} defaultValue={first?.closes_at ?? ''} />
        </div>
      )}
      {calendar.rotation_days.length > 0 && (
        <SelectField
          {...field('rotation_day')}
          label={t('rotationOf')}
          placeholder={t('rotationGoesOn')}
          defaultValue={first?.rotation_day ?? ''}
          options={calendar.rotation_days.map((letter) => ({ value: letter, label: letter }))}
        />
      )}
    </>
  );
}

function readDays(form: FormData, choice: Choice): DaysGiven {
  const from = textOf(form, 'from');
  const isOff = choice === 'off' || choice === 'snow';
  return {
    from,
    to: textOf(form, 'to') || from,
    kind: choice === 'snow' ? 'off' : choice,
    fields: {
      is_instructional: !isOff,
      bell_schedule: choice === 'half' ? 'half_day' : choice === 'special' ? 'special' : 'normal',
      note: optionalOf(form, 'note'),
      opens_at: isOff ? null : optionalOf(form, 'opens_at'),
      closes_at: isOff ? null : optionalOf(form, 'closes_at'),
      rotation_day: isOff ? null : optionalOf(form, 'rotation_day'),
      ...(choice === 'snow' && { snow_day: true }),
    },
  };
}
