import { addDays, daysFrom, startOfWeek, weekdayOf } from './days.ts';
import type { Bar } from './move-placements.ts';
import { indexOnOrAfter, schoolDaysCount } from './school-dates.ts';

interface Range {
  starts_on: string;
  ends_on: string;
}

export interface YearShape {
  terms: readonly Range[];
  dates: readonly { day: string }[];
}

export interface Remapped {
  placed: Bar[];
  /** What did not fit, with the reason (PLN-149). */
  misfits: { id: string; reason: 'no_such_term' | 'term_too_short' | 'year_too_short' }[];
}

/** Brings bars to another year by week of term and weekday, keeping their length in school days; never by adding 365 days. */
export function remapToYear(bars: readonly Bar[], from: YearShape, to: YearShape): Remapped {
  const result: Remapped = { placed: [], misfits: [] };
  for (const bar of bars) {
    const place = weekOfTerm(bar.starts_on, from.terms);
    const term = place && to.terms[place.term];
    if (!place || !term) {
      result.misfits.push({ id: bar.id, reason: 'no_such_term' });
      continue;
    }
    const wanted = addDays(startOfWeek(term.starts_on), place.week * 7 + place.weekday);
    const start = Math.max(indexOnOrAfter(to.dates, wanted), indexOnOrAfter(to.dates, term.starts_on));
    const first = to.dates[start];
    if (!first || first.day > term.ends_on) {
      result.misfits.push({ id: bar.id, reason: 'term_too_short' });
      continue;
    }
    const length = Math.max(1, schoolDaysCount(from.dates, bar.starts_on, bar.ends_on));
    const last = to.dates[start + length - 1];
    if (!last) {
      result.misfits.push({ id: bar.id, reason: 'year_too_short' });
      continue;
    }
    result.placed.push({ id: bar.id, starts_on: first.day, ends_on: last.day });
  }
  return result;
}

/** Which term, which week of it and which day of that week, Monday being 0. */
function weekOfTerm(day: string, terms: readonly Range[]) {
  const term = terms.findIndex(({ starts_on, ends_on }) => day >= starts_on && day <= ends_on);
  const range = terms[term];
  if (!range) return undefined;
  const week = Math.floor(daysFrom(startOfWeek(range.starts_on), day) / 7);
  return { term, week, weekday: (weekdayOf(day) + 6) % 7 };
}
