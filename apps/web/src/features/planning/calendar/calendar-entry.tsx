'use client';
import type { CalendarItem } from '@k12/contracts/planning/calendar';
import { isSubject } from '@k12/ui/tone';
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { DragEvent } from 'react';
import { carry } from './carried.ts';

interface Props {
  item: CalendarItem;
  onOpen: (item: CalendarItem) => void;
  /** Of a thing that runs through the grid: whether this day is an end of its bar. */
  bar?: { begins: boolean; ends: boolean } | undefined;
}

function carryItem(event: DragEvent, { record_id, starts_on, lock_version }: CalendarItem): void {
  if (record_id === null || lock_version === null) return;
  carry(event, { kind: 'session', id: record_id, from_on: starts_on, lock_version });
}

function opens({ kind, record_id }: CalendarItem): boolean {
  return (kind === 'session' || kind === 'personal') && record_id !== null;
}

/** One thing on a day of the calendar. */
export function CalendarEntry({ item, onOpen, bar }: Props) {
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
    <span className={clsx('block', bar && !bar.begins && 'laptop:invisible')}>
      <span
        dir="auto"
        className={clsx(
          'block truncate font-medium rtl:text-right',
          bar && !bar.ends && 'laptop:relative laptop:overflow-visible',
        )}
      >
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
    </span>
  );
  const look = clsx(
    'paint block w-full min-w-0 rounded-small border-s-4 px-2 py-1 text-start text-small',
    bar && 'laptop:h-11',
    bar && !bar.begins && 'laptop:rounded-s-none laptop:border-s-0',
    bar && !bar.ends && 'laptop:rounded-e-none',
    item.kind === 'holiday' ? 'year-hatch border-line text-ink-2' : 'border-subject bg-subject-tint',
  );
  return (
    <li
      data-subject={isSubject(item.color) ? item.color : undefined}
      className={clsx(
        'min-w-0',
        // Where the days stand under each other, a long thing is said once a week.
        bar && !bar.begins && 'max-laptop:hidden laptop:-ms-2',
        bar && !bar.ends && 'laptop:-me-2',
      )}
    >
      {opens(item) ? (
        <button
          type="button"
          className={look}
          onClick={() => onOpen(item)}
          draggable={item.kind === 'session' && item.can_move && item.state === 'scheduled'}
          onDragStart={(event) => carryItem(event, item)}
        >
          {body}
        </button>
      ) : (
        <div className={look}>{body}</div>
      )}
    </li>
  );
}
