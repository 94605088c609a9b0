'use client';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { IconButton } from '@k12/ui/icon-button';
import { TextField } from '@k12/ui/text-field';
import { TimeField } from '@k12/ui/time-field';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useWeekdayName } from '@/lib/weekdays.ts';
import { emptyPattern, type MeetingPattern, patternFaults } from './meeting-patterns.ts';

/** The days a school counts by: those of its week, and those of its rotation where it has one. */
export interface SchoolWeek {
  weekdays: readonly number[];
  rotation_days: readonly string[];
}

interface Props {
  patterns: readonly MeetingPattern[];
  week: SchoolWeek;
  /** After a try to save what is missing is said; before that nobody is told off. */
  isTried: boolean;
  onChange: (patterns: MeetingPattern[]) => void;
}

/** When and where a section meets, line by line. */
export function MeetingFields({ patterns, week, isTried, onChange }: Props) {
  const t = useTranslations('teaching-settings.sections');
  return (
    <section aria-label={t('meetings')} className="grid gap-3">
      <h3 className="font-semibold">{t('meetings')}</h3>
      {patterns.map((pattern, at) => (
        <PatternFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, and its fields hold no state
          key={at}
          at={at}
          pattern={pattern}
          week={week}
          isTried={isTried}
          onChange={(next) => onChange(patterns.with(at, next))}
          onRemove={() => onChange(patterns.toSpliced(at, 1))}
        />
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          onClick={() => onChange([...patterns, followOn(patterns.at(-1))])}
        >
          {t('addTime')}
        </Button>
      </div>
    </section>
  );
}

/** Another time is mostly in the same room. */
const followOn = (last: MeetingPattern | undefined): MeetingPattern => ({
  ...emptyPattern,
  location: last?.location ?? '',
});

interface LineProps {
  at: number;
  pattern: MeetingPattern;
  week: SchoolWeek;
  isTried: boolean;
  onChange: (pattern: MeetingPattern) => void;
  onRemove: () => void;
}

function PatternFields({ at, pattern, week, isTried, onChange, onRemove }: LineProps) {
  const t = useTranslations('teaching-settings.sections');
  const te = useTranslations('errors');
  const set = (part: Partial<MeetingPattern>) => onChange({ ...pattern, ...part });
  const faults = patternFaults(pattern);
  const missing = (name: 'starts_at' | 'ends_at') =>
    isTried && faults.includes(name) ? te('required') : undefined;
  return (
    <fieldset className="relative grid gap-3 rounded-card border border-line bg-raised p-3">
      <legend className="hidden-visually">{t('time', { number: at + 1 })}</legend>
      <Days
        pattern={pattern}
        week={week}
        error={isTried && faults.includes('days') ? t('noDay') : undefined}
        onChange={set}
      />
      <div className="grid grid-cols-2 gap-3">
        <TimeField
          label={t('from')}
          required
          value={pattern.starts_at}
          error={missing('starts_at')}
          onValueChange={(starts_at) => set({ starts_at })}
        />
        <TimeField
          label={t('to')}
          required
          value={pattern.ends_at}
          error={missing('ends_at') ?? (faults.includes('order') ? t('endsEarly') : undefined)}
          onValueChange={(ends_at) => set({ ends_at })}
        />
      </div>
      <div className="flex items-end gap-2">
        <TextField
          className="min-w-0 flex-1"
          label={t('room')}
          maxLength={80}
          autoComplete="off"
          value={pattern.location}
          onChange={(event) => set({ location: event.target.value })}
        />
        <IconButton
          label={t('removeTime', { number: at + 1 })}
          icon={<Trash2 aria-hidden />}
          variant="quiet"
          onClick={onRemove}
        />
      </div>
    </fieldset>
  );
}

interface DaysProps {
  pattern: MeetingPattern;
  week: SchoolWeek;
  error: string | undefined;
  onChange: (part: Partial<MeetingPattern>) => void;
}

function Days({ pattern, week, error, onChange }: DaysProps) {
  const t = useTranslations('teaching-settings.sections');
  const nameOf = useWeekdayName('short');
  const errorId = useId();
  const { weekdays, rotation_days } = pattern;
  // What a section already meets on stays, though the school counts otherwise now.
  const shown = [0, 1, 2, 3, 4, 5, 6].filter((day) => week.weekdays.includes(day) || weekdays.includes(day));
  const rotation = [...new Set([...week.rotation_days, ...rotation_days])];
  return (
    <fieldset
      data-faulty={error ? true : undefined}
      aria-describedby={error && errorId}
      className="grid gap-1.5"
    >
      <legend className="mb-1.5 font-medium text-ink-2 text-small">{t('days')}</legend>
      <div className="flex flex-wrap gap-x-2.5 gap-y-1.5">
        {shown.map((day) => (
          <Checkbox
            key={day}
            label={nameOf(day)}
            checked={weekdays.includes(day)}
            onCheckedChange={(isOn) =>
              onChange({ weekdays: shown.filter((one) => (one === day ? isOn : weekdays.includes(one))) })
            }
          />
        ))}
      </div>
      {rotation.length > 0 && (
        <div className="flex flex-wrap gap-x-2.5 gap-y-1.5">
          {rotation.map((day) => (
            <Checkbox
              key={day}
              label={t('rotationDay', { day })}
              checked={rotation_days.includes(day)}
              onCheckedChange={(isOn) =>
                onChange({
                  rotation_days: rotation.filter((one) => (one === day ? isOn : rotation_days.includes(one))),
                })
              }
            />
          ))}
        </div>
      )}
      {error && (
        <p id={errorId} role="alert" className="text-bad text-small">
          {error}
        </p>
      )}
    </fieldset>
  );
}
