import { formatFixed, unitsOf } from './decimal.ts';
import { addLocalDays, instantOf } from './local-time.ts';
import { keepPercent, nothing, plus, type Ratio, ratio, shareOf, times } from './ratio.ts';
import type { Decimal, GradingPeriod, Instant } from './types.ts';

/** A period between two instants of the school; the end no longer belongs to it. */
export interface PeriodSpan {
  id: string;
  from: number;
  to: number;
}

/** Periods as instants: once for a course, then asked for every cell. */
export function periodSpans(periods: readonly GradingPeriod[], timeZone: string): PeriodSpan[] {
  return periods.map(({ id, starts_on, ends_on }) => {
    const lastDay = instantOf(timeZone, ends_on, '00:00');
    return {
      id,
      from: Date.parse(instantOf(timeZone, starts_on, '00:00')),
      to: Date.parse(addLocalDays(timeZone, lastDay, 1)),
    };
  });
}

export interface PeriodFacts {
  /** Set on the assignment; goes before every date. */
  assigned_period_id: string | null;
  /** The student's own due time. */
  due_at: Instant | null;
  published_at: Instant | null;
}

/** The period that a student's item belongs to; null when no period holds its date (TCH-115). */
export function periodOf(facts: PeriodFacts, spans: readonly PeriodSpan[]): string | null {
  if (facts.assigned_period_id !== null) return facts.assigned_period_id;
  const decides = facts.due_at ?? facts.published_at;
  if (decides === null) return null;
  const at = Date.parse(decides);
  return spans.find(({ from, to }) => at >= from && at < to)?.id ?? null;
}

export interface PeriodValue {
  period_id: string;
  weight: Decimal;
  /** The period's grade as kept or overridden; null when it has none. */
  percent: Decimal | null;
}

export interface YearGrade {
  percent: Decimal | null;
  periods: (PeriodValue & { rescaled_weight: Decimal | null; contribution: Decimal | null })[];
}

/** The year from its periods, each by its weight, rescaled over those with a value (TCH-115). */
export function yearGrade(values: readonly PeriodValue[]): YearGrade {
  let weights = 0;
  for (const { percent, weight } of values) if (percent !== null) weights += unitsOf(weight);
  let total: Ratio = nothing;
  const periods = values.map((value) => {
    const { percent, weight } = value;
    if (percent === null || weights === 0) return { ...value, rescaled_weight: null, contribution: null };
    const rescaled = ratio(unitsOf(weight), weights);
    const part = times(rescaled, shareOf(unitsOf(percent)));
    total = plus(total, part);
    return {
      ...value,
      rescaled_weight: formatFixed(keepPercent(rescaled)),
      contribution: formatFixed(keepPercent(part)),
    };
  });
  return { percent: weights === 0 ? null : formatFixed(keepPercent(total)), periods };
}
