import type { CurriculumMap, MapQuery, MapRow } from '@k12/contracts/planning/curriculum-map';
import type { Transaction } from '@k12/db';
import { schoolDaysDrift } from '@k12/plan-content/school-dates';
import { reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectOptionalActiveYearId } from '../../identity/academic-years/academic-years.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { type CourseRow, canPlan, coursesInReach } from '../../teaching/courses/course-access.service.ts';
import { type SchoolYear, schoolYears } from '../../teaching/school-days/school-years.service.ts';
import {
  conflictsOf,
  loadPlacements,
  type PlacementRow,
  presentPlacement,
  rowFacts,
} from '../placements/placement-records.service.ts';
import * as queries from './curriculum-map.queries.ts';
import { holidayRuns } from './curriculum-map.rules.ts';

/** A year of courses with their units: every part is one statement for all rows (PLN-104). */
export async function getCurriculumMap(context: Context, query: MapQuery): Promise<CurriculumMap> {
  return context.readTenant(async (tx) => {
    const yearId = query.academic_year_id ?? (await selectOptionalActiveYearId(tx));
    if (!yearId) throw new Problem('not_found');
    const all = await coursesInReach(tx, context, 'unit_plans.read', { academic_year_id: yearId });
    const courses = await chosen(tx, context, all, query, yearId);
    const ids = courses.map(({ id }) => id);
    const schoolIds = all.map(({ school_id }) => school_id);
    const [years, rows, today] = await Promise.all([
      schoolYears(tx, schoolIds, yearId),
      loadPlacements(tx, context, { course_ids: ids }),
      todayOf(context),
    ]);
    const facts = await rowFacts(tx, courses, years, yearId);
    const [any] = years.values();
    const year = any?.year ?? (await yearOnly(tx, yearId));
    const byId = new Map(courses.map((course) => [course.id, course]));
    return {
      academic_year_id: yearId,
      year_name: year.name,
      starts_on: year.starts_on,
      ends_on: year.ends_on,
      today_on: today,
      terms: any?.terms ?? [],
      holidays: [...years.values()].flatMap((school) => holidayRuns(school)),
      rows: courses.map((course) => presentRow(context, course, facts.sections)),
      placements: rows.map((row) => presentPlacement(context, row, byId.get(row.course_id), today)),
      conflicts: conflictsOf(rows, facts),
      baseline: await baselineDrift(tx, query.baseline_id, rows, all, years),
      filters: filtersOf(all),
      can: { freeze: canFreeze(context, query.school_id) },
    };
  });
}

async function yearOnly(tx: Transaction, yearId: string) {
  const year = await queries.selectOptionalYear(tx, yearId);
  if (!year) throw new Problem('not_found');
  return year;
}

async function chosen(
  tx: Transaction,
  context: Context,
  all: readonly CourseRow[],
  query: MapQuery,
  yearId: string,
): Promise<CourseRow[]> {
  const { school_id, subject, grade_level, course_id, teacher_id, mine } = query;
  const of = mine ? context.actor.user_id : teacher_id;
  const taught = of ? new Set(await queries.listTaughtCourseIds(tx, of, yearId)) : null;
  return all
    .filter((course) => !school_id || course.school_id === school_id)
    .filter((course) => !subject || course.subject === subject)
    .filter((course) => !grade_level || course.grade_levels.includes(grade_level))
    .filter((course) => !course_id || course.id === course_id)
    .filter((course) => !taught || taught.has(course.id));
}

function presentRow(
  context: Context,
  course: CourseRow,
  sections: readonly { id: string; course_id: string; name: string }[],
): MapRow {
  return {
    course_id: course.id,
    name: course.name,
    school_id: course.school_id,
    school_name: course.school_name,
    subject: course.subject,
    grade_levels: course.grade_levels,
    color: course.color,
    sections: sections
      .filter(({ course_id }) => course_id === course.id)
      .map(({ id, name }) => ({ id, name })),
    can: { plan: canPlan(context.actor, course) },
  };
}

const gradeOrder = ['PK', 'K', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];

function filtersOf(courses: readonly CourseRow[]): CurriculumMap['filters'] {
  const schools = new Map(courses.map(({ school_id, school_name }) => [school_id, school_name]));
  const grades = new Set(courses.flatMap(({ grade_levels }) => grade_levels));
  return {
    schools: [...schools].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    subjects: [...new Set(courses.map(({ subject }) => subject))].filter((subject) => subject !== '').sort(),
    grade_levels: gradeOrder.filter((grade) => grades.has(grade)),
  };
}

/** Leads and admins freeze the plan of record of their schools. */
export function canFreeze({ actor }: Context, schoolId: string | undefined): boolean {
  if (schoolId) return reachesSchool(actor, 'unit_plans.approve', schoolId);
  const grant = actor.grants.get('unit_plans.approve');
  return reachesTenant(actor, 'unit_plans.approve') || (grant?.schools.size ?? 0) > 0;
}

/** Dates of the plan of record against those of today, in school days (PLN-109). */
async function baselineDrift(
  tx: Transaction,
  id: string | undefined,
  rows: readonly PlacementRow[],
  courses: readonly CourseRow[],
  years: ReadonlyMap<string, SchoolYear>,
): Promise<CurriculumMap['baseline']> {
  if (!id) return [];
  const school_ids = [...new Set(courses.map(({ school_id }) => school_id))];
  const [baseline] = await queries.listBaselines(tx, { school_ids, id });
  if (!baseline) throw new Problem('not_found');
  const dates = years.get(baseline.school_id)?.dates ?? [];
  const frozen = baseline.placements as unknown as queries.FrozenPlacement[];
  return frozen.flatMap(({ placement_id, starts_on, ends_on }) => {
    const now = rows.find((row) => row.id === placement_id);
    if (!now) return [];
    return [
      {
        placement_id,
        starts_on,
        ends_on,
        starts_drift: schoolDaysDrift(dates, starts_on, now.starts_on),
        ends_drift: schoolDaysDrift(dates, ends_on, now.ends_on),
      },
    ];
  });
}
