import { formatFixed, formatPlain, type Units, unitsOf, whole } from './decimal.ts';
import { type MasteryMethod, meanOf, methodValue } from './mastery-methods.ts';
import { percentOf } from './ratio.ts';
import type { Decimal, Instant, TotalView } from './types.ts';

/** How a course, school or tenant judges mastery of a standard (TCH-125). */
export interface MasteryRules {
  /** Values of the levels, lowest first. */
  levels: readonly Decimal[];
  method: MasteryMethod;
  /** Value from which a standard is mastered. */
  mastery_at: Decimal;
}

/** Where nothing was set: mean of the latest three, mastered at 80 % of the top level (TCH-125). */
export function defaultMasteryRules(levels: readonly Decimal[]): MasteryRules {
  const top = unitsOf(levels.at(-1) ?? '0');
  return {
    levels,
    method: { kind: 'mean', of_latest: 3 },
    mastery_at: formatPlain(percentOf(unitsOf('80'), top)),
  };
}

export interface Evidence {
  value: Decimal;
  at: Instant;
  is_posted: boolean;
}

/** A level set by a teacher; marked as such, and may end when newer evidence arrives (TCH-126). */
export interface Judgement {
  value: Decimal;
  judged_at: Instant;
  ends_with_newer_evidence: boolean;
}

/** Nothing of this is set while a standard is not assessed: that is no level, least of all the lowest (TCH-128). */
export interface MasteryResult {
  value: Decimal | null;
  /** Place among the levels. */
  level: number | null;
  is_mastered: boolean | null;
  source: 'evidence' | 'judgement' | null;
  /** By the evidence alone; differs from `value` under a judgement. */
  calculated: Decimal | null;
  evidence_count: number;
  last_evidence_at: Instant | null;
  /** What the newest piece did to the calculated value. */
  trend: 'up' | 'down' | 'steady' | null;
}

/** A student's result for one standard; families see posted evidence only (TCH-124). */
export function masteryOf(
  evidence: readonly Evidence[],
  judgement: Judgement | null,
  rules: MasteryRules,
  view: TotalView,
): MasteryResult {
  const pieces = evidence
    .filter(({ is_posted }) => view === 'staff' || is_posted)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const values = pieces.map(({ value }) => unitsOf(value));
  const last = pieces.at(-1)?.at ?? null;
  const calculated = methodValue(rules.method, values);
  const before = methodValue(rules.method, values.slice(0, -1));
  const judged = judgement !== null && holds(judgement, last) ? unitsOf(judgement.value) : null;
  const value = judged ?? calculated;
  return {
    ...placed(value, rules),
    source: judged !== null ? 'judgement' : calculated !== null ? 'evidence' : null,
    calculated: calculated === null ? null : formatFixed(calculated),
    evidence_count: pieces.length,
    last_evidence_at: last,
    trend: before === null || calculated === null ? null : trendOf(before, calculated),
  };
}

function holds({ judged_at, ends_with_newer_evidence }: Judgement, last: Instant | null): boolean {
  return !ends_with_newer_evidence || last === null || Date.parse(last) <= Date.parse(judged_at);
}

function trendOf(before: Units, after: Units): 'up' | 'down' | 'steady' {
  if (after === before) return 'steady';
  return after > before ? 'up' : 'down';
}

function placed(value: Units | null, { levels, mastery_at }: MasteryRules) {
  if (value === null) return { value: null, level: null, is_mastered: null };
  const level = levels.findLastIndex((each) => unitsOf(each) <= value);
  return {
    value: formatFixed(value),
    level: Math.max(0, level),
    is_mastered: value >= unitsOf(mastery_at),
  };
}

/**
 * A parent standard from its children: their mean, once at least this percent of them is assessed. Children that are
 * not assessed count in the share and not in the mean (TCH-128).
 */
export function parentMastery(
  children: readonly Pick<MasteryResult, 'value'>[],
  least_assessed: Decimal,
  rules: MasteryRules,
): Pick<MasteryResult, 'value' | 'level' | 'is_mastered'> & { assessed: number } {
  const values = children.flatMap(({ value }) => (value === null ? [] : unitsOf(value)));
  const isEnough = values.length > 0 && values.length * whole >= unitsOf(least_assessed) * children.length;
  return { ...placed(isEnough ? meanOf(values) : null, rules), assessed: values.length };
}
