import type { CoverageComparisonQuery, CoverageScope, Covered } from '@k12/contracts/planning/coverage';
import { gradeLevels } from '@k12/contracts/planning/plan-records';

const dayMs = 86_400_000;
const maxWeeks = 60;

/** Weeks from Monday that touch the period, named by their Monday. */
export function weeksOf(
  from_on: string,
  to_on: string,
): { key: string; label: string; from_on: string; to_on: string }[] {
  const first = Date.parse(`${from_on}T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs;
  const last = Date.parse(`${to_on}T00:00:00Z`);
  const weeks = [];
  for (let at = monday; at <= last && weeks.length < maxWeeks; at += 7 * dayMs) {
    const key = dateOf(at);
    weeks.push({ key, label: key, from_on: key, to_on: dateOf(at + 6 * dayMs) });
  }
  return weeks;
}

function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

interface Use {
  id: string;
  parent_id: string | null;
  unit_ids: string[];
}

/** More units than the threshold, or more than twice the median of the branch (PLN-98). */
export function overTaught<T extends Use>(
  uses: readonly T[],
  moreThan: number,
): (T & { branch_median: number })[] {
  const byBranch = Map.groupBy(uses, ({ parent_id }) => parent_id);
  return uses.flatMap((use) => {
    const others = (byBranch.get(use.parent_id) ?? [])
      .map(({ unit_ids }) => unit_ids.length)
      .filter((count) => count > 0);
    const branch_median = median(others);
    const count = use.unit_ids.length;
    const isMuch = count > moreThan || (others.length > 2 && count > 2 * branch_median);
    return isMuch ? [{ ...use, branch_median }] : [];
  });
}

type Emphasis = 'introduced' | 'developed' | 'mastered' | 'reviewed';
type Flag = 'mastered_before_introduced' | 'never_introduced' | 'never_mastered';

export function gradeOrder(grade: string): number {
  const at = (gradeLevels as readonly string[]).indexOf(grade);
  return at < 0 ? gradeLevels.length : at;
}

/** Introduced, developed, mastered: a sequence over the grades, flagged where a step is missing or too early (PLN-103). */
export function sequenceFlags(
  grades: readonly { grade_level: string; emphases: readonly Emphasis[] }[],
): Flag[] {
  const first = (emphasis: Emphasis) => {
    const found = grades
      .filter(({ emphases }) => emphases.includes(emphasis))
      .map(({ grade_level }) => gradeOrder(grade_level));
    return found.length > 0 ? Math.min(...found) : null;
  };
  const [introduced, developed, mastered, reviewed] = [
    first('introduced'),
    first('developed'),
    first('mastered'),
    first('reviewed'),
  ];
  const flags: Flag[] = [];
  if (introduced !== null && mastered !== null && mastered < introduced)
    flags.push('mastered_before_introduced');
  if (introduced === null && (developed ?? mastered ?? reviewed) !== null) flags.push('never_introduced');
  if (mastered === null && (introduced ?? developed) !== null) flags.push('never_mastered');
  return flags;
}

/** What each side of a comparison asks: the same, but for the course, the year or the school (PLN-100). */
export function sidesOf(query: CoverageComparisonQuery): { left: CoverageScope; right: CoverageScope } {
  const { with_course_id, with_academic_year_id, with_school_id, ...left } = query;
  // A course has a year of its own, and sections and dates of one year say nothing of another.
  if (with_course_id)
    return {
      left,
      right: { ...left, course_id: with_course_id, section_id: undefined, academic_year_id: undefined },
    };
  if (with_school_id) return { left, right: { ...left, school_id: with_school_id } };
  const year = { ...left, course_id: undefined, section_id: undefined };
  const whole = { ...year, term_id: undefined, from_on: undefined, to_on: undefined };
  return { left: whole, right: { ...whole, academic_year_id: with_academic_year_id } };
}

interface CoveredStandard extends Omit<Covered, 'units_count'> {
  id: string;
  unit_ids: readonly string[];
}

/** The standards that one side plans, teaches or assesses and the other does not, in the order of the left. */
export function differencesOf(left: readonly CoveredStandard[], right: readonly CoveredStandard[]) {
  const others = new Map(right.map((use) => [use.id, use]));
  return left.flatMap((use) => {
    const other = others.get(use.id);
    const isSame =
      other &&
      use.planned === other.planned &&
      use.taught === other.taught &&
      use.assessed === other.assessed;
    return !other || isSame ? [] : [{ id: use.id, left: coveredOf(use), right: coveredOf(other) }];
  });
}

function coveredOf({ planned, taught, assessed, unit_ids }: CoveredStandard): Covered {
  return { planned, taught, assessed, units_count: unit_ids.length };
}
