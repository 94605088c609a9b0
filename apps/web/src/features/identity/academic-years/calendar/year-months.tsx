'use client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import type { SchoolDay } from '@k12/contracts/teaching/school-days';
import { addDays, daysBetween, startOfWeek } from '@k12/plan-content/days';
import type { SchoolDate } from '@k12/plan-content/school-dates';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { useFirstWeekday } from '@/lib/first-weekday.ts';
import { useWeekdayName, weekFrom } from '@/lib/weekdays.ts';
import { monthsOf } from '../timeline-places.ts';
import { DayCell, type DayFacts, looks } from './day-cell.tsx';
import { kindOf } from './day-runs.ts';
import { type Span, useDayKeys, within } from './use-day-keys.ts';

interface Props {
  year: AcademicYear;
  dates: readonly SchoolDate[];
  days: readonly SchoolDay[];
  timeZone: string;
  /** Null where nobody may change them. */
  onOpen: ((day: string) => void) | null;
}

/** A year of months; arrows walk its days, Enter opens one. */
export function YearMonths({ year, dates, days, timeZone, onOpen }: Props) {
  const t = useTranslations('school-calendar');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  const { focused, grid, onKeyDown, setFocused } = useDayKeys(year, today);
  const factsOf = useMemo(() => {
    const rotation = new Map(dates.map((date) => [date.day, date.rotation_day]));
    const special = new Map(days.map((day) => [day.day_on, day]));
    return (day: string): DayFacts => {
      const own = special.get(day);
      const rotation_day = rotation.get(day) ?? null;
      const kind = own ? kindOf(own) : rotation.has(day) ? null : 'weekend';
      return { kind, note: own?.note ?? null, rotation_day };
    };
  }, [dates, days]);
  return (
    <section aria-label={t('months')} className="grid content-start gap-4">
      <Legend hasExtra={days.some((day) => ['special', 'school'].includes(kindOf(day)))} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside, on their way up */}
      <div
        ref={grid}
        onKeyDown={onKeyDown}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-x-5 gap-y-6"
      >
        {monthsOf(year).map((month) => (
          <Month key={month.starts_on} month={partOf(month, year)}>
            {(day) => (
              <DayCell
                day={day}
                facts={factsOf(day)}
                isToday={day === today}
                inTabOrder={day === focused}
                onFocus={setFocused}
                onOpen={onOpen}
              />
            )}
          </Month>
        ))}
      </div>
    </section>
  );
}

/** The first and last month of a year show only its days. */
function partOf(month: Span, year: Span): Span {
  return { starts_on: within(month.starts_on, year), ends_on: within(month.ends_on, year) };
}

interface MonthProps {
  month: Span;
  children: (day: string) => ReactNode;
}

function Month({ month, children }: MonthProps) {
  const format = useFormatter();
  const firstWeekday = useFirstWeekday();
  const long = useWeekdayName('long');
  const narrow = useWeekdayName('narrow');
  const starts: string[] = [];
  for (let at = startOfWeek(month.starts_on, firstWeekday); at <= month.ends_on; at = addDays(at, 7))
    starts.push(at);
  return (
    <table className="w-full table-fixed self-start">
      <caption className="pb-1 text-start font-semibold text-body">
        {format.dateTime(new Date(`${month.starts_on}T00:00:00Z`), {
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        })}
      </caption>
      <thead>
        <tr>
          {weekFrom(firstWeekday).map((weekday) => (
            <th key={weekday} scope="col" className="h-7 font-medium text-ink-3 text-mini">
              <span aria-hidden>{narrow(weekday)}</span>
              <span className="hidden-visually">{long(weekday)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {starts.map((start) => (
          <tr key={start}>
            {daysBetween(start, addDays(start, 6)).map((day) => (
              <td key={day} className="p-px">
                {day >= month.starts_on && day <= month.ends_on && children(day)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Legend({ hasExtra }: { hasExtra: boolean }) {
  const t = useTranslations('school-calendar');
  const kinds = hasExtra ? (['off', 'half', 'special'] as const) : (['off', 'half'] as const);
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-small">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <span aria-hidden className={`size-4 rounded-small ${looks[kind]}`} />
          {t(kind === 'special' ? 'legendExtra' : `kinds.${kind}`)}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-4 rounded-small shadow-[inset_0_0_0_2px_var(--chalk)]" />
        {t('today')}
      </li>
    </ul>
  );
}
