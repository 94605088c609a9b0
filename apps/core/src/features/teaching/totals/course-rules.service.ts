import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import type { Transaction } from '@k12/db';
import { type PreparedCourse, prepareCourse } from '@k12/grading/prepare-course';
import type { Context } from '../../../platform/context.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { type ColumnRow, listCategories, listColumns } from '../gradebook/gradebook-records.service.ts';
import { selectOptionalSchoolGrading } from '../grading-periods/grading-periods-records.service.ts';
import { type CoursePeriods, coursePeriods } from '../grading-periods/period-locks.service.ts';
import { type CourseScheme, courseScheme } from '../grading-schemes/course-scheme.service.ts';
import type { GradedCourse } from '../student-work/grade-facts.service.ts';

/** Everything that is the same for all totals of a course. */
export interface CourseRulesFound {
  prepared: PreparedCourse;
  columns: ColumnRow[];
  categories: Awaited<ReturnType<typeof listCategories>>;
  settings: CourseSettings;
  scheme: CourseScheme;
  periods: CoursePeriods;
  /** The grade of the year comes from those of its periods, by their weights (TCH-115). */
  year_by_periods: boolean;
}

export async function loadCourseRules(
  tx: Transaction,
  context: Context,
  course: GradedCourse,
): Promise<CourseRulesFound> {
  const settings = courseSettings(course);
  const [columns, categories, periods, scheme, school] = await Promise.all([
    listColumns(tx, course.id),
    listCategories(tx, course.id),
    coursePeriods(tx, context, course),
    courseScheme(tx, course, settings),
    selectOptionalSchoolGrading(tx, course.school_id),
  ]);
  const year_by_periods = school?.year_grade === 'periods' && periods.periods.length > 0;
  const prepared = prepare(settings, columns, categories);
  return { prepared, columns, categories, settings, scheme, periods, year_by_periods };
}

type Categories = CourseRulesFound['categories'];

export function prepare(
  settings: Pick<CourseSettings, 'calculation' | 'total_cap_percent'>,
  columns: readonly ColumnRow[],
  categories: Pick<
    Categories[number],
    'id' | 'weight_percent' | 'drop_lowest' | 'drop_highest' | 'is_extra_credit'
  >[],
): PreparedCourse {
  return prepareCourse({
    calculation: settings.calculation,
    category_cap: null,
    total_cap: settings.total_cap_percent === null ? null : String(settings.total_cap_percent),
    categories: categories.map(({ id, weight_percent, drop_lowest, drop_highest, is_extra_credit }) => ({
      id,
      weight: weight_percent,
      drop_lowest,
      drop_highest,
      extra_credit: is_extra_credit,
    })),
    assignments: columns.map((column) => ({
      id: column.id,
      category_id: column.category_id,
      points_possible: column.points_possible,
      grading_type: column.grading_type,
      extra_credit: column.is_extra_credit,
      counts_toward_total: column.counts_toward_total,
      never_drop: column.is_never_dropped,
    })),
  });
}
