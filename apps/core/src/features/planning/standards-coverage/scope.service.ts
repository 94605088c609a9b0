import type { CoverageScope } from '@k12/contracts/planning/coverage';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as policy from './coverage.policy.ts';
import * as queries from './coverage.queries.ts';
import type { FactScope } from './facts.queries.ts';

export interface ResolvedScope {
  facts: FactScope;
  /** Courses that may be named to the caller; null is all of them. Others count in totals alone (PLN-95). */
  named_course_ids: string[] | null;
}

/** Who asks for what, checked: the facts that count, and which courses may appear by name. */
export async function resolveScope(
  tx: Transaction,
  context: Context,
  query: CoverageScope,
  framework_id: string,
): Promise<ResolvedScope> {
  const { actor } = context;
  const course = await selectCourse(tx, query);
  const reach = policy.coursesInReach(actor);
  const own = reach.own_of ? await queries.listOwnCourseIds(tx, reach.own_of) : [];
  const managed = (schoolId: string) => reach.schools === 'all' || reach.schools.includes(schoolId);
  if (course) {
    if (!policy.canReadTotals(actor, course.school_id)) throw new Problem('not_found');
    authorize(managed(course.school_id) || own.includes(course.id), 'unit_plans.update');
  }
  const school_id = query.school_id ?? context.school_id ?? null;
  const school_ids = school_id ? [school_id] : schoolsOf(context);
  if (school_id && !policy.canReadTotals(actor, school_id)) throw new Problem('not_found');
  const managesAll = reach.schools === 'all' || (school_ids?.every(managed) ?? false);
  if (query.teacher_id) authorize(managesAll || query.teacher_id === actor.user_id, 'unit_plans.update');
  const { from_on, to_on } = await periodOf(tx, query, course?.academic_year_id);
  const ids = course ? [course.id] : null;
  const schools = course ? null : school_ids;
  const taught =
    query.taught_grades && !query.grade_level
      ? await queries.listTaughtGrades(tx, { ids, schools, from_on, to_on })
      : [];
  return {
    facts: {
      framework_id,
      branch: query.branch ?? null,
      grade_level: query.grade_level ?? null,
      // Where nothing is taught yet there is no grade to narrow to.
      taught_grades: taught.length > 0 ? taught : null,
      from_on,
      to_on,
      course_ids: ids,
      school_ids: schools,
      section_id: query.section_id ?? null,
      teacher_id: query.teacher_id ?? null,
      include_drafts: query.include_drafts,
      include_children: query.include_children,
      include_equivalents: query.include_equivalents,
    },
    named_course_ids: course || managesAll ? null : own,
  };
}

/** Without a school named: the whole district for those who reach it, the own schools for everybody else. */
function schoolsOf({ actor }: Context): string[] | null {
  return policy.canReadTotals(actor, null) ? null : actor.school_ids;
}

async function selectCourse(tx: Transaction, { course_id, section_id }: CoverageScope) {
  if (!course_id && !section_id) return null;
  const course = course_id
    ? await queries.selectCourse(tx, course_id)
    : await queries.selectCourseOfSection(tx, section_id ?? '');
  if (!course) throw new Problem('not_found');
  return course;
}

async function periodOf(
  tx: Transaction,
  query: CoverageScope,
  yearOfCourse: string | undefined,
): Promise<{ from_on: string; to_on: string }> {
  if (query.from_on && query.to_on) return { from_on: query.from_on, to_on: query.to_on };
  const found = query.term_id
    ? await queries.selectTerm(tx, query.term_id)
    : await queries.selectYear(tx, query.academic_year_id ?? yearOfCourse);
  if (!found) {
    // A tenant without an active year has planned nothing yet; its report is empty rather than an error.
    if (query.term_id || query.academic_year_id) throw new Problem('not_found');
    return { from_on: query.from_on ?? '1970-01-01', to_on: query.to_on ?? '1970-01-01' };
  }
  return { from_on: query.from_on ?? found.starts_on, to_on: query.to_on ?? found.ends_on };
}
