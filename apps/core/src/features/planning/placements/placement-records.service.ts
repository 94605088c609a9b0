import type { Placement, PlacementConflict } from '@k12/contracts/planning/placements';
import type { Transaction } from '@k12/db';
import { type PlacedUnit, placementConflicts } from '@k12/plan-content/placement-conflicts';
import { indexOnOrAfter } from '@k12/plan-content/school-dates';
import type { SectionMeeting } from '@k12/plan-content/section-meetings';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import {
  type CourseRow,
  canPlan,
  selectReadableCourse,
} from '../../teaching/courses/course-access.service.ts';
import { meetingsOfSections } from '../../teaching/courses/section-meetings.service.ts';
import { loadSections } from '../../teaching/courses/section-records.service.ts';
import type { SchoolYear } from '../../teaching/school-days/school-years.service.ts';
import { readablePlans } from '../plans/plans.access.service.ts';
import * as queries from './placements.queries.ts';
import { shownVersion, stateOn } from './placements.rules.ts';

export type { PlacementRow } from './placements.queries.ts';

/** For other features: placements of readable units on courses, by date. */
export async function loadPlacements(
  tx: Transaction,
  context: Context,
  filter: queries.PlacementFilter,
): Promise<queries.PlacementRow[]> {
  if (filter.course_ids?.length === 0 || filter.ids?.length === 0) return [];
  const readable = readablePlans(context.actor, 'unit');
  return queries.listPlacements(tx, readable, filter, await todayOf(context));
}

/** A placement with its course, if the caller may read both the plan and the course; 404 otherwise. */
export async function selectPlacement(tx: Transaction, context: Context, id: string) {
  const [placement] = await loadPlacements(tx, context, { ids: [id] });
  if (!placement) throw new Problem('not_found');
  const course = await selectReadableCourse(tx, context, placement.course_id, 'unit_plans.read');
  return { placement, course };
}

export function presentPlacement(
  context: Context,
  row: queries.PlacementRow,
  course: CourseRow | undefined,
  today: string,
): Placement {
  const shown = shownVersion({
    follow_latest: row.follow_latest,
    pinned: { id: row.pinned_version_id, number: row.pinned_version_number },
    published: { id: row.published_version_id, number: row.published_version_number },
    record: row.record_version_id ? { id: row.record_version_id, number: row.record_version_number } : null,
  });
  return {
    ...row,
    section_ids: row.section_ids ?? [],
    state: stateOn(row, today),
    shown_version_id: shown?.id ?? null,
    shown_version_number: shown?.number ?? null,
    has_update:
      !row.follow_latest && today <= row.ends_on && row.published_version_id !== row.pinned_version_id,
    lessons_count: Number(row.lessons_count ?? 0),
    planned_minutes: row.planned_minutes === null ? null : Number(row.planned_minutes),
    can: { update: course !== undefined && canPlan(context.actor, course) },
  };
}

export interface RowFacts {
  courses: readonly CourseRow[];
  years: ReadonlyMap<string, SchoolYear>;
  sections: readonly { id: string; course_id: string; name: string }[];
  meetings: ReadonlyMap<string, SectionMeeting[]>;
  freeze: { pack_key: string; pack_version: number } | undefined;
}

/** What conflicts are judged by, for any number of courses of one year. */
export async function rowFacts(
  tx: Transaction,
  courses: readonly CourseRow[],
  years: ReadonlyMap<string, SchoolYear>,
  yearId: string,
): Promise<RowFacts> {
  const schoolOf = new Map(courses.map((course) => [course.id, course.school_id]));
  const [sections, freeze] = await Promise.all([
    loadSections(tx, { course_ids: [...schoolOf.keys()] }),
    queries.selectOptionalFreeze(tx, yearId),
  ]);
  const placed = sections.map(({ id, course_id, name }) => ({
    id,
    course_id,
    name,
    school_id: schoolOf.get(course_id) ?? '',
  }));
  return { courses, years, sections: placed, meetings: await meetingsOfSections(tx, placed, years), freeze };
}

/** Everything that looks wrong with placements as they are, or as they would be (PLN-107). */
export function conflictsOf(rows: readonly queries.PlacementRow[], facts: RowFacts): PlacementConflict[] {
  const titles = new Map(rows.map((row) => [row.id, row.title]));
  return facts.courses.flatMap((course) => {
    const year = facts.years.get(course.school_id);
    const own = rows.filter(({ course_id, state }) => course_id === course.id && state !== 'skipped');
    if (!year) return [];
    const found = placementConflicts(
      own.map((row) => placedUnit(row, facts)),
      { year: year.year, terms: year.terms, breaks: year.breaks },
    );
    return found.map((conflict) => ({
      ...conflict,
      title: titles.get(conflict.placement_id) ?? '',
      course_id: course.id,
      course_name: course.name,
      other_title: conflict.other_id ? (titles.get(conflict.other_id) ?? null) : null,
    }));
  });
}

function placedUnit(row: queries.PlacementRow, { sections, meetings, freeze }: RowFacts): PlacedUnit {
  const ids = row.all_sections
    ? sections.filter(({ course_id }) => course_id === row.course_id).map(({ id }) => id)
    : (row.section_ids ?? []);
  const minutes = ids.map((id) => minutesBetween(meetings.get(id) ?? [], row.starts_on, row.ends_on));
  return {
    id: row.id,
    course_id: row.course_id,
    unit_plan_id: row.unit_plan_id,
    starts_on: row.starts_on,
    ends_on: row.ends_on,
    section_ids: row.all_sections ? null : (row.section_ids ?? []),
    planned_minutes: row.planned_minutes === null ? null : Number(row.planned_minutes),
    available_minutes: minutes.length > 0 ? Math.min(...minutes) : null,
    is_other_pack:
      freeze !== undefined && (row.pack_key !== freeze.pack_key || row.pack_version !== freeze.pack_version),
  };
}

function minutesBetween(meetings: readonly SectionMeeting[], from: string, to: string): number {
  let sum = 0;
  for (let at = indexOnOrAfter(meetings, from); at < meetings.length; at++) {
    const meeting = meetings[at];
    if (!meeting || meeting.day > to) break;
    sum += meeting.minutes;
  }
  return sum;
}
