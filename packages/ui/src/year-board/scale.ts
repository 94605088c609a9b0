const dayMilliseconds = 86_400_000;

export type YearRange = { startsOn: string; endsOn: string };

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMilliseconds).toISOString().slice(0, 10);
}

export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds);
}

/** Percent of the year before a day, and of a range both ends included. */
export function placeOf(year: YearRange, range: YearRange): { start: number; size: number } {
  const total = daysFrom(year.startsOn, year.endsOn) + 1;
  const start = Math.max(0, daysFrom(year.startsOn, range.startsOn));
  const end = Math.min(total, daysFrom(year.startsOn, range.endsOn) + 1);
  return { start: percent(start / total), size: percent(Math.max(0, end - start) / total) };
}

/** Few enough digits that server and browser write the same. */
function percent(share: number): number {
  return Math.round(share * 100_000) / 1000;
}

/** Months of the year, the first and the last as far as they belong to it. */
export function monthsOf(year: YearRange): YearRange[] {
  const months: YearRange[] = [];
  for (let day = year.startsOn; day <= year.endsOn; ) {
    const next = firstOfNextMonth(day);
    const last = addDays(next, -1);
    months.push({ startsOn: day, endsOn: earlier(last, year.endsOn) });
    day = next;
  }
  return months;
}

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** Bars that would cover each other go into lanes below each other; lane numbers by key. */
export function lanesOf(bars: readonly (YearRange & { key: string })[]): {
  lanes: Map<string, number>;
  count: number;
} {
  const ends: string[] = [];
  const lanes = new Map<string, number>();
  for (const bar of [...bars].sort(
    (a, b) => a.startsOn.localeCompare(b.startsOn) || a.key.localeCompare(b.key),
  )) {
    const free = ends.findIndex((end) => end < bar.startsOn);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = bar.endsOn;
    lanes.set(bar.key, lane);
  }
  return { lanes, count: Math.max(1, ends.length) };
}

export type BarChange = { part: 'move' | 'end'; days: number };

/** A bar after a change; it never gets shorter than a day. */
export function changed(bar: YearRange, { part, days }: BarChange): YearRange {
  const endsOn = addDays(bar.endsOn, days);
  if (part === 'move') return { startsOn: addDays(bar.startsOn, days), endsOn };
  return { startsOn: bar.startsOn, endsOn: later(endsOn, bar.startsOn) };
}

function earlier(a: string, b: string): string {
  return a.localeCompare(b) < 0 ? a : b;
}

function later(a: string, b: string): string {
  return a.localeCompare(b) < 0 ? b : a;
}
