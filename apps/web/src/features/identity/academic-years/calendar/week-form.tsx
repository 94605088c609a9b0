'use client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import { putSchoolCalendar, type SchoolCalendar } from '@k12/contracts/teaching/school-days';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { FieldNotes } from '@k12/ui/field';
import { RadioGroup } from '@k12/ui/radio-group';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useFirstWeekday } from '@/lib/first-weekday.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';
import { useWeekdayName, weekFrom } from '@/lib/weekdays.ts';

const fieldNames = ['weekdays', 'rotation_days', 'rotation_on_day_off', 'rotation_starts_on'];
const refreshes = ['school_calendars.', 'calendar.', 'assignments.'];

interface Props {
  year: AcademicYear;
  calendar: SchoolCalendar;
  onClose: () => void;
}

/** On which days of the week the school meets, and the letters its days carry in turn (PLN-112). */
export function WeekForm({ year, calendar, onClose }: Props) {
  const t = useTranslations('school-calendar');
  const put = useChange(putSchoolCalendar, refreshes);
  const [letters, setLetters] = useState(calendar.rotation_days.join(', '));
  const { school_id, academic_year_id, lock_version } = calendar;
  const form = useSubmit(fieldNames, async (values) => {
    const body = { academic_year_id, lock_version, ...readWeek(values, calendar) };
    await put({ params: { id: school_id }, body });
    onClose();
  });
  const errors = form.failure?.fields ?? {};
  return (
    <FormDrawer title={t('week')} action={t('save')} form={form} onClose={onClose}>
      <Weekdays chosen={calendar.weekdays} error={errors.weekdays} />
      <TextField
        id="rotation_days"
        name="rotation_days"
        label={t('rotation')}
        hint={t('rotationHint')}
        error={errors.rotation_days}
        value={letters}
        onChange={(event) => setLetters(event.target.value)}
        autoComplete="off"
      />
      {lettersOf(letters).length > 0 && <Rotation year={year} calendar={calendar} errors={errors} />}
    </FormDrawer>
  );
}

function Weekdays({ chosen, error }: { chosen: readonly number[]; error: string | undefined }) {
  const t = useTranslations('school-calendar');
  const nameOf = useWeekdayName('long');
  const week = weekFrom(useFirstWeekday());
  return (
    <fieldset className="grid gap-1.5" aria-describedby={error ? 'weekdays-error' : undefined}>
      <legend className="mb-1.5 font-medium text-ink-2 text-small">{t('meets')}</legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-1.5">
        {week.map((weekday, at) => (
          <Checkbox
            key={weekday}
            id={at === 0 ? 'weekdays' : undefined}
            name="weekdays"
            value={String(weekday)}
            label={nameOf(weekday)}
            defaultChecked={chosen.includes(weekday)}
          />
        ))}
      </div>
      <FieldNotes id="weekdays" error={error} />
    </fieldset>
  );
}

function Rotation({ year, calendar, errors }: Omit<Props, 'onClose'> & { errors: Record<string, string> }) {
  const t = useTranslations('school-calendar');
  return (
    <>
      <RadioGroup
        label={t('onDayOff')}
        name="rotation_on_day_off"
        defaultValue={calendar.rotation_on_day_off}
        options={[
          { value: 'keep', label: t('keep') },
          { value: 'advance', label: t('advance') },
        ]}
      />
      <DateField
        id="rotation_starts_on"
        name="rotation_starts_on"
        label={t('rotationFrom')}
        hint={t('rotationFromHint')}
        error={errors.rotation_starts_on}
        min={year.starts_on}
        max={year.ends_on}
        defaultValue={calendar.rotation_starts_on ?? ''}
      />
    </>
  );
}

function lettersOf(words: string): string[] {
  return words
    .split(/[,،;]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** Fields of the rotation are not there while it has no letters: what was said about it stays. */
function readWeek(form: FormData, before: SchoolCalendar) {
  const rotation_days = lettersOf(textOf(form, 'rotation_days'));
  const weekdays = form.getAll('weekdays').map(Number).sort();
  if (rotation_days.length === 0) {
    const { rotation_on_day_off, rotation_starts_on } = before;
    return { weekdays, rotation_days, rotation_on_day_off, rotation_starts_on };
  }
  const isAdvance = textOf(form, 'rotation_on_day_off') === 'advance';
  return {
    weekdays,
    rotation_days,
    rotation_on_day_off: isAdvance ? ('advance' as const) : ('keep' as const),
    rotation_starts_on: optionalOf(form, 'rotation_starts_on'),
  };
}
