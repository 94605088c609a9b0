'use client';
import type { CalendarItem } from '@k12/contracts/planning/calendar';
import { daysBetween } from '@k12/plan-content/days';
import { isSubject } from '@k12/ui/tone';
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { CalendarView } from './calendar-range.ts';

interface Props {
  view: CalendarView;
  range: { from: string; to: string };
  month: string;
  today: string;
  items: readonly CalendarItem[];
  onOpen: (item: CalendarItem) => void;
}

/** The days of a view, each a list with a heading; empty days are left out of the agenda. */
export function CalendarDays({ view, range, month, today, items, onOpen }: Props) {
  const t = useTranslations('planning-calendar');
  const days = daysBetween(range.from, range.to);
  const of = (day: string) =>
    items.filter((item) => item.starts_on <= day && item.ends_on >= day && item.kind !== 'term');
  const shown = view === 'agenda' ? days.filter((day) => of(day).length > 0) : days;
  if (shown.length === 0) return <p className="py-8 text-ink-2">{t('nothing')}</p>;
  return (
    <ol
      className={clsx(
        'grid gap-px overflow-hidden rounded-card border border-line bg-line',
        (view === 'month' || view === 'week') && 'laptop:grid-cols-7',
      )}
    >
      {shown.map((day) => (
        <li
          key={day}
          aria-current={day === today ? 'date' : undefined}
          className={clsx(
            'min-w-0 bg-paper p-2',
            view === 'month' && 'laptop:min-h-26',
            view === 'week' && 'laptop:min-h-80',
            view === 'month' && !day.startsWith(month) && 'bg-canvas max-laptop:hidden',
          )}
        >
          <DayHead day={day} isToday={day === today} />
          <ul className="grid gap-1">
            {of(day).map((item) => (
              <Item key={item.key} item={item} onOpen={onOpen} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
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

function Item({ item, onOpen }: { item: CalendarItem; onOpen: (item: CalendarItem) => void }) {
  const format = useFormatter();
  const t = useTranslations('planning-calendar');
  const time =
    item.starts_at && item.time_zone
      ? format.dateTime(new Date(item.starts_at), {
          hour: 'numeric',
          minute: '2-digit',
          timeZone: item.time_zone,
        })
      : null;
  const body = (
    <>
      <span className="block truncate font-medium">
        {item.state === 'taught' && (
          <Check aria-label={t('taught')} className="me-1 inline size-3.5 text-ok" />
        )}
        {item.title}
      </span>
      {(time || item.detail) && (
        <span suppressHydrationWarning className="block truncate text-mini text-ink-2">
          {[time, item.detail].filter(Boolean).join(' · ')}
        </span>
      )}
    </>
  );
  const look = clsx(
    'paint block w-full min-w-0 rounded-small border-s-4 px-2 py-1 text-start text-small',
    item.kind === 'holiday' ? 'year-hatch border-line text-ink-2' : 'border-subject bg-subject-tint',
  );
  return (
    <li data-subject={isSubject(item.color) ? item.color : undefined} className="min-w-0">
      {item.kind === 'session' && item.record_id ? (
        <button type="button" className={look} onClick={() => onOpen(item)}>
          {body}
        </button>
      ) : (
        <div className={look}>{body}</div>
      )}
    </li>
  );
}
