'use client';
import type { SchoolCalendar, SchoolDay } from '@k12/contracts/teaching/school-days';
import { weekdayOf } from '@k12/plan-content/days';
import type { SchoolDate } from '@k12/plan-content/school-dates';
import { Button } from '@k12/ui/button';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFirstWeekday } from '@/lib/first-weekday.ts';
import { useJoined } from '@/lib/joined.ts';
import { useWeekdayName, weekFrom } from '@/lib/weekdays.ts';
import { kindOf } from './day-runs.ts';

interface Props {
  calendar: SchoolCalendar;
  dates: readonly SchoolDate[];
  days: readonly SchoolDay[];
  onEdit: (() => void) | null;
}

/** The pattern that holds where no day differs, and what it makes of the year. */
export function WeekSummary({ calendar, dates, days, onEdit }: Props) {
  const t = useTranslations('school-calendar');
  const joined = useJoined();
  const format = useFormatter();
  const nameOf = useWeekdayName('long');
  const week = weekFrom(useFirstWeekday()).filter((weekday) => calendar.weekdays.includes(weekday));
  const letters = calendar.rotation_days;
  return (
    <section className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4 laptop:flex-nowrap rounded-card border border-line bg-raised p-4">
      <h2 className="hidden-visually">{t('week')}</h2>
      <dl className="flex min-w-0 flex-wrap gap-x-8 gap-y-3">
        <Fact label={t('schoolDays')}>{format.number(dates.length)}</Fact>
        <Fact label={t('daysOff')}>{format.number(countOff(days, calendar.weekdays))}</Fact>
        <Fact label={t('meets')}>{joined(week.map(nameOf))}</Fact>
        <Fact label={t('rotation')}>
          {letters.length === 0 ? (
            t('noRotation')
          ) : (
            <>
              {joined(letters)}
              <span className="block font-regular text-ink-2 text-small">
                {t(calendar.rotation_on_day_off)}
              </span>
            </>
          )}
        </Fact>
      </dl>
      {onEdit && (
        <Button size="small" className="shrink-0" onClick={onEdit}>
          {t('editWeek')}
        </Button>
      )}
    </section>
  );
}

/** A break names its weekends too, but they take no day from the school. */
function countOff(days: readonly SchoolDay[], weekdays: readonly number[]): number {
  return days.filter((day) => kindOf(day) === 'off' && weekdays.includes(weekdayOf(day.day_on))).length;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-3 text-small">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
