import type { FieldProblem } from '@k12/contracts';
import { daysFrom } from '@k12/plan-content/days';

export interface Dated {
  starts_on: string;
  ends_on: string;
}

export interface Named extends Dated {
  id: string;
  name: string;
}

const shortestYearDays = 30;
const longestYearDays = 550;

export function overlaps(a: Dated, b: Dated): boolean {
  return a.starts_on <= b.ends_on && b.starts_on <= a.ends_on;
}

export function isInside(inner: Dated, outer: Dated): boolean {
  return inner.starts_on >= outer.starts_on && inner.ends_on <= outer.ends_on;
}

/** Everything wrong with the dates of a year, naming what it collides with (IDN-11). */
export function yearProblems(
  year: Dated & { name: string },
  others: Named[],
  terms: Named[],
): FieldProblem[] {
  const problems = orderProblems(year);
  const days = daysFrom(year.starts_on, year.ends_on);
  if (problems.length === 0 && (days < shortestYearDays || days > longestYearDays)) {
    const detail = `A year lasts ${shortestYearDays} to ${longestYearDays} days; this one would last ${days}.`;
    problems.push({ pointer: '/ends_on', code: 'year_length', detail });
  }
  for (const other of others) {
    if (other.name === year.name) {
      problems.push({
        pointer: '/name',
        code: 'name_taken',
        detail: `There is a year named ${other.name} already.`,
      });
    }
    if (overlaps(year, other)) problems.push(collision(other));
  }
  for (const term of terms.filter((inner) => !isInside(inner, year))) {
    problems.push({
      pointer: '/ends_on',
      code: 'outside_parent',
      detail: `${term.name} would lie outside the year.`,
    });
  }
  return problems;
}

export function orderProblems(dates: Dated): FieldProblem[] {
  if (dates.ends_on > dates.starts_on) return [];
  return [{ pointer: '/ends_on', code: 'ends_before_start', detail: 'The end must come after the start.' }];
}

export function collision(other: Named): FieldProblem {
  const detail = `Overlaps ${other.name} (${other.starts_on} to ${other.ends_on}).`;
  return { pointer: '/starts_on', code: 'overlap', detail };
}
