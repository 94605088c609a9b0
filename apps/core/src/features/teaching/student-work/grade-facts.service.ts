import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import type { Transaction } from '@k12/db';
import type { SchoolTime } from '@k12/grading/due';
import { instantOf } from '@k12/grading/local-time';
import type { Context } from '../../../platform/context.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { meetingsOfSections } from '../courses/section-meetings.service.ts';
import { type CoursePeriods, coursePeriods } from '../grading-periods/period-locks.service.ts';
import { type CourseScheme, courseScheme } from '../grading-schemes/course-scheme.service.ts';
import { schoolYear } from '../school-days/school-years.service.ts';
import { latePolicyOf, type WithLatePolicy } from './late-policy.rules.ts';
import * as queries from './work-grades.queries.ts';

export type GradedCourse = Pick<CourseRow, 'id' | 'school_id' | 'academic_year_id' | 'settings'>;

/** What a grade depends on beside its own cell. */
export interface GradeFacts {
  settings: CourseSettings;
  scheme: CourseScheme;
  periods: CoursePeriods;
  /** Students whose late work costs nothing (TCH-36). */
  spared: ReadonlySet<string>;
  /** What lateness of a section is counted by. */
  school(sectionId: string | null): SchoolTime;
}

export async function loadGradeFacts(
  tx: Transaction,
  context: Context,
  course: GradedCourse,
  assignments: readonly WithLatePolicy[],
): Promise<GradeFacts> {
  const settings = courseSettings(course);
  const [scheme, periods, accommodations] = await Promise.all([
    courseScheme(tx, course, settings),
    coursePeriods(tx, context, course),
    queries.listSparedStudents(tx, course.id),
  ]);
  const intervals = assignments.map((assignment) => latePolicyOf(assignment, settings)?.deduction_per);
  const byCalendar = intervals.some((interval) => interval === 'school_day' || interval === 'class_meeting');
  const { time_zone } = periods;
  const calendar = byCalendar ? await loadCalendar(tx, course, time_zone) : new Map<string, SchoolTime>();
  return {
    settings,
    scheme,
    periods,
    spared: new Set(accommodations.map(({ student_id }) => student_id)),
    school: (id) => calendar.get(id ?? '') ?? { time_zone, school_days: [], meetings: [] },
  };
}

async function loadCalendar(
  tx: Transaction,
  course: GradedCourse,
  time_zone: string,
): Promise<Map<string, SchoolTime>> {
  const [year, sections] = await Promise.all([
    schoolYear(tx, course.school_id, course.academic_year_id),
    queries.listSectionIds(tx, course.id),
  ]);
  const places = sections.map(({ id }) => ({ id, school_id: course.school_id }));
  const meetings = await meetingsOfSections(tx, places, new Map([[course.school_id, year]]));
  const school_days = year.dates.map(({ day, closes_at }) => ({ day, closes_at }));
  return new Map(
    sections.map(({ id }) => [
      id,
      {
        time_zone,
        school_days,
        meetings: (meetings.get(id) ?? []).map(({ day, starts_at, ends_at }) => ({
          day,
          starts_at: instantOf(time_zone, day, starts_at),
          ends_at: instantOf(time_zone, day, ends_at),
        })),
      },
    ]),
  );
}
