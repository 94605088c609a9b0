'use client';
import type { CalendarItem } from '@k12/contracts/planning/calendar';
import { addDays, daysBetween } from '@k12/plan-content/days';
import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { CalendarEntry } from './calendar-entry.tsx';
import { type CalendarView, isWeekend } from './calendar-range.ts';
import { type Carried, carriedBy, isCarried } from './carried.ts';
import { dayInLanes, lanesOf } from './lanes.ts';

interface Props {
  view: CalendarView;
  range: { from: string; to: string };
  month: string;
  today: string;
  items: readonly CalendarItem[];
  onOpen: (item: CalendarItem) => void;
  /** Something was dropped on a day. */
  onPlace: (carried: Carried, day: string) => void;
}

/** The days of a view, each a list with a heading; empty days are left out of the agenda. */
export function CalendarDays({ view, range, month, today, items, onOpen, onPlace }: Props) {
  const t = useTranslations('planning-calendar');
  const days = daysBetween(range.from, range.to);
  const of = (day: string) =>
    items.filter((item) => item.starts_on <= day && item.ends_on >= day && item.kind !== 'term');
  const shown = view === 'agenda' ? days.filter((day) => of(day).length > 0) : days;
  const isGrid = view === 'month' || view === 'week';
  const lanes = (at: number) => {
    const first = shown[at - (at % 7)] ?? range.from;
    return lanesOf(items, first, addDays(first, 6));
  };
  if (shown.length === 0) return <p className="py-8 text-ink-2">{t('nothing')}</p>;
  return (
    <ol
      className={clsx(
        'grid gap-px overflow-hidden rounded-card border border-line bg-line',
        isGrid && 'laptop:grid-cols-7',
      )}
    >
      {shown.map((day, at) => (
        <li
          key={day}
          aria-current={day === today ? 'date' : undefined}
          onDragOver={(event) => isCarried(event) && event.preventDefault()}
          onDrop={(event) => {
            const carried = carriedBy(event);
            if (!carried) return;
            event.preventDefault();
            onPlace(carried, day);
          }}
          className={clsx(
            'min-w-0 p-2',
            isWeekend(day) ? 'bg-canvas' : 'bg-paper',
            view === 'month' && 'laptop:min-h-26',
            view === 'week' && 'laptop:min-h-80',
            view === 'month' && !day.startsWith(month) && 'bg-canvas max-laptop:hidden',
          )}
        >
          <DayHead day={day} isToday={day === today} />
          <ul className="grid gap-1">
            {(isGrid ? dayInLanes(of(day), lanes(at)) : of(day)).map((item, lane) =>
              item ? (
                <CalendarEntry
                  key={item.key}
                  item={item}
                  onOpen={onOpen}
                  bar={isGrid ? barOf(item, day, at % 7) : undefined}
                />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty lane is nothing but its place
                <li key={lane} aria-hidden className="h-11 max-laptop:hidden" />
              ),
            )}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** A thing of several days is one bar through the days of a week; each week says again what it is. */
function barOf(item: CalendarItem, day: string, column: number) {
  if (item.starts_on === item.ends_on) return undefined;
  return {
    begins: item.starts_on === day || column === 0,
    ends: item.ends_on === day || column === 6,
  };
}

function DayHead({ day, isToday }: { day: string; isToday: boolean }) {
  const format = useFormatter();
  const date = new Date(`${day}T00:00:00Z`);
  return (
    <h2 className={clsx('mb-1 text-mini font-semibold', isToday ? 'text-warn' : 'text-ink-2')}>
      {/* Two versions of the world's languages may name a day differently. */}
      <span suppressHydrationWarning className={clsx('rounded-small px-1', isToday && 'bg-chalk-tint')}>
        {format.dateTime(date, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })}
      </span>
    </h2>
  );
}
