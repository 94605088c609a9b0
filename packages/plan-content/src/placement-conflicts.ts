import { addDays, weekdayOf } from './days.ts';
import { type CalendarRules, indexOnOrAfter } from './school-dates.ts';

export const conflictCodes = [
  'outside_year',
  'outside_term',
  'in_break',
  'spans_break',
  'overlap',
  'too_many_minutes',
  'placed_twice',
  'pack_mismatch',
] as const;
export type ConflictCode = (typeof conflictCodes)[number];

export interface PlacedUnit {
  id: string;
  course_id: string;
  unit_plan_id: string;
  starts_on: string;
  ends_on: string;
  /** Null: all sections of the course. */
  section_ids: readonly string[] | null;
  /** Sum of the lessons; null when no lesson says how long it is. */
  planned_minutes: number | null;
  /** Meetings between its days, of the section with the fewest. */
  available_minutes: number | null;
  /** Pinned to another pack or version than the one frozen for the year. */
  is_other_pack: boolean;
}

export interface ConflictFacts {
  year: { starts_on: string; ends_on: string };
  /** The terms that parts of the year are cut into; a unit should lie in one. */
  terms: readonly { starts_on: string; ends_on: string }[];
  breaks: readonly { starts_on: string; ends_on: string }[];
}

export interface Conflict {
  placement_id: string;
  code: ConflictCode;
  /** Only this one stops a change (PLN-107). */
  blocks: boolean;
  /** The other placement, where there is one. */
  other_id: string | null;
}

/** Everything that looks wrong with the placements of a course (PLN-107). */
export function placementConflicts(row: readonly PlacedUnit[], facts: ConflictFacts): Conflict[] {
  return row.flatMap((unit) => [...ownConflicts(unit, facts), ...mutualConflicts(unit, row)]);
}

function ownConflicts(unit: PlacedUnit, facts: ConflictFacts): Conflict[] {
  const found: ConflictCode[] = [];
  if (!isWithin(unit, facts.year)) found.push('outside_year');
  else if (facts.terms.length > 0 && !facts.terms.some((term) => isWithin(unit, term)))
    found.push('outside_term');
  if (facts.breaks.some((gap) => isIn(unit.starts_on, gap) || isIn(unit.ends_on, gap)))
    found.push('in_break');
  else if (facts.breaks.some((gap) => unit.starts_on < gap.starts_on && unit.ends_on > gap.ends_on))
    found.push('spans_break');
  const { planned_minutes: planned, available_minutes: available } = unit;
  if (planned !== null && available !== null && planned > available) found.push('too_many_minutes');
  if (unit.is_other_pack) found.push('pack_mismatch');
  return found.map((code) => ({
    placement_id: unit.id,
    code,
    blocks: code === 'outside_year',
    other_id: null,
  }));
}

function mutualConflicts(unit: PlacedUnit, row: readonly PlacedUnit[]): Conflict[] {
  return row.flatMap((other): Conflict[] => {
    if (other.id === unit.id || other.course_id !== unit.course_id || !sharesSection(unit, other)) return [];
    const base = { placement_id: unit.id, blocks: false, other_id: other.id };
    const overlaps = unit.starts_on <= other.ends_on && other.starts_on <= unit.ends_on;
    return [
      ...(overlaps ? [{ ...base, code: 'overlap' as const }] : []),
      ...(unit.unit_plan_id === other.unit_plan_id ? [{ ...base, code: 'placed_twice' as const }] : []),
    ];
  });
}

function sharesSection(a: PlacedUnit, b: PlacedUnit): boolean {
  if (a.section_ids === null || b.section_ids === null) return true;
  return a.section_ids.some((id) => b.section_ids?.includes(id));
}

function isIn(day: string, range: { starts_on: string; ends_on: string }): boolean {
  return day >= range.starts_on && day <= range.ends_on;
}

function isWithin(
  inner: { starts_on: string; ends_on: string },
  outer: { starts_on: string; ends_on: string },
) {
  return inner.starts_on >= outer.starts_on && inner.ends_on <= outer.ends_on;
}

/** From this many days of the week without school on it is a break, not a long weekend. */
const breakDays = 3;

/** Runs of days without school, weekends at their ends left out. */
export function breaksOf(
  rules: Pick<CalendarRules, 'weekdays'>,
  dates: readonly { day: string }[],
  year: { starts_on: string; ends_on: string },
): { starts_on: string; ends_on: string }[] {
  const breaks: { starts_on: string; ends_on: string }[] = [];
  let run: string[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.length >= breakDays) breaks.push({ starts_on: first, ends_on: last });
    run = [];
  };
  for (let day = year.starts_on; day <= year.ends_on; day = addDays(day, 1)) {
    if (dates[indexOnOrAfter(dates, day)]?.day === day) close();
    else if (rules.weekdays.includes(weekdayOf(day))) run.push(day);
  }
  close();
  return breaks;
}
