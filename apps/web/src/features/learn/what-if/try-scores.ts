import type { WhatIfCourse, WhatIfItem } from '@k12/contracts/teaching/what-if';
import { parseDecimal } from '@k12/grading/decimal';
import { parseEntry } from '@k12/grading/entry';
import { bandOf } from '@k12/grading/scheme';
import { type TrialCourse, trialCourse, trialTotal } from '@k12/grading/trial-total';
import type { Trial } from '@k12/grading/what-if';
import type { Tried } from './use-trial.ts';

type Mark = '.' | ',';

/** The score that somebody typed means: points, a percentage or a letter of the course; null: none of these. */
export function scoreOf(
  typed: string,
  points_possible: string,
  scheme: WhatIfCourse['scheme'],
  decimal_mark: Mark,
) {
  const entry = parseEntry(typed, {
    points_possible,
    grading_type: 'points',
    scheme,
    decimal_mark,
    confirmed: true,
  });
  return entry.kind === 'score' ? entry.score : null;
}

/** Points of imagined work; null where it is no number above nothing. */
export function pointsOf(typed: string): string | null {
  const text = typed.trim().replace(',', '.');
  const units = parseDecimal(text);
  return units === null || units <= 0 ? null : text;
}

/** What is tried, as the calculation reads it; what cannot be read changes nothing. */
export function trialOf(course: WhatIfCourse, tried: Tried, mark: Mark): Trial {
  const scores = new Map<string, string>();
  for (const { id, points_possible } of course.items) {
    const typed = tried.entries[id];
    const score = typed === undefined ? null : scoreOf(typed, points_possible, course.scheme, mark);
    if (score !== null) scores.set(id, score);
  }
  const imaginary = tried.imagined.flatMap(({ id, category_id, points, entry }) => {
    const points_possible = pointsOf(points);
    const entered_score = points_possible && scoreOf(entry, points_possible, course.scheme, mark);
    if (!points_possible || !entered_score) return [];
    return [{ id, category_id, points_possible, entered_score, extra_credit: false, period_id: null }];
  });
  return { scores, imaginary };
}

export function asTrialCourse(course: WhatIfCourse): TrialCourse {
  const { calculation, category_cap, total_cap, categories, items, kind, periods } = course;
  return trialCourse({ calculation, category_cap, total_cap, categories }, items, { kind, periods });
}

export const untouched: Trial = { scores: new Map(), imaginary: [] };

/** A total with its label, as the course shows it. */
export function shownTotal(course: WhatIfCourse, trial: Trial) {
  const total = trialTotal(asTrialCourse(course), trial);
  const band = total.percent === null ? null : bandOf(course.scheme, total.percent);
  return { ...total, label: band?.label ?? null };
}

export const canCount = ({ counts_toward_total, grading_type }: WhatIfItem) =>
  counts_toward_total && grading_type !== 'ungraded' && grading_type !== 'mastery';

/** Nothing was posted for it yet. */
export const isOpen = ({ state, is_posted }: WhatIfItem) => !is_posted || state === 'none';
