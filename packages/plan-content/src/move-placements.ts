import { addDays, weekdayOf } from './days.ts';
import { indexOnOrAfter, schoolDaysCount } from './school-dates.ts';

/** A unit on the map, from a day to a day. */
export interface Bar {
  id: string;
  starts_on: string;
  ends_on: string;
}

export type MoveMode = 'only' | 'ripple' | 'fill';

type Dates = readonly { day: string }[];

/**
 * What a move of one bar does to its row (PLN-106): `only` moves it alone; `ripple` moves every later bar by as many
 * school days as the end moved; `fill` lets the later bars follow it without gaps. Lengths in school days stay.
 */
export function moveInRow(row: readonly Bar[], moved: Bar, mode: MoveMode, dates: Dates): Bar[] {
  const before = row.find(({ id }) => id === moved.id);
  if (!before) return [];
  const own = before.starts_on === moved.starts_on && before.ends_on === moved.ends_on ? [] : [moved];
  if (mode === 'only') return own;
  const later = row
    .filter(({ id, starts_on }) => id !== moved.id && starts_on > before.starts_on)
    .sort((a, b) => a.starts_on.localeCompare(b.starts_on) || a.id.localeCompare(b.id));
  return [
    ...own,
    ...(mode === 'ripple' ? rippled(before, moved, later, dates) : followed(moved, later, dates)),
  ];
}

function rippled(before: Bar, moved: Bar, later: readonly Bar[], dates: Dates): Bar[] {
  const by = position(dates, moved.ends_on) - position(dates, before.ends_on);
  if (by === 0) return [];
  return later.map((bar) => placedAt(bar, position(dates, bar.starts_on) + by, dates));
}

function followed(moved: Bar, later: readonly Bar[], dates: Dates): Bar[] {
  let next = position(dates, addDays(moved.ends_on, 1));
  return later.flatMap((bar) => {
    const to = placedAt(bar, next, dates);
    next = position(dates, addDays(to.ends_on, 1));
    return to.starts_on === bar.starts_on && to.ends_on === bar.ends_on ? [] : [to];
  });
}

function placedAt(bar: Bar, start: number, dates: Dates): Bar {
  const length = Math.max(1, schoolDaysCount(dates, bar.starts_on, bar.ends_on));
  return { id: bar.id, starts_on: dayAt(dates, start), ends_on: dayAt(dates, start + length - 1) };
}

/** Beyond either end of the year weekdays count on, so that the move shows as outside instead of being lost. */
function position(dates: Dates, day: string): number {
  const first = dates[0]?.day;
  const last = dates.at(-1)?.day;
  if (first && day < first) return -weekdaysFrom(day, first);
  if (last && day > last) return dates.length - 1 + weekdaysFrom(last, day);
  return indexOnOrAfter(dates, day);
}

function dayAt(dates: Dates, index: number): string {
  if (index < 0) return addWeekdays(dates[0]?.day ?? '', index);
  const inside = dates[index]?.day;
  return inside ?? addWeekdays(dates.at(-1)?.day ?? '', index - dates.length + 1);
}

function isWeekend(day: string): boolean {
  return weekdayOf(day) % 6 === 0;
}

function addWeekdays(day: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0; ) {
    current = addDays(current, step);
    if (!isWeekend(current)) left -= 1;
  }
  return current;
}

function weekdaysFrom(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!isWeekend(day)) count += 1;
  return count;
}
