import type { Capability } from '@k12/contracts';
import type { CourseQuery } from '@k12/contracts/teaching/courses';
import type { Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { archivedSince } from '../../identity/archived-access/archived-access.rules.ts';
import { linkedStudentIds } from '../../identity/guardian-links/linked-students.service.ts';
import { selectTenant } from '../../identity/tenants/tenants.service.ts';
import * as policy from './courses.policy.ts';
import * as queries from './courses.queries.ts';

/** Which courses a capability reaches for the caller, at every reach including own courses and linked students. */
export async function courseReachOf(
  tx: Transaction,
  context: Context,
  capability: Capability = 'courses.read',
): Promise<policy.CourseReach> {
  const { archived_access } = await selectTenant(context.platform, context.actor.tenant_id);
  const now = context.platform.clock.now();
  const linked = context.actor.grants.get(capability)?.linked === true;
  return policy.courseReach(context.actor, capability, {
    linked_ids: linked ? await linkedStudentIds(tx, context) : [],
    now: now.toISOString(),
    archived_since: archivedSince(archived_access, capability, now),
    only_school_id: context.school_id,
  });
}

/** For other features: ids of the courses a capability reaches, of one year if named. */
export async function coursesOfActor(
  tx: Transaction,
  context: Context,
  capability: Capability,
  academicYearId?: string,
): Promise<string[]> {
  return queries.listCourseIds(tx, await courseReachOf(tx, context, capability), academicYearId);
}

/** For other features: ids of the courses a capability reaches by their school alone, not by being a member's kin (IDN-49). */
export async function coursesLed(
  tx: Transaction,
  context: Context,
  capability: Capability,
): Promise<Set<string>> {
  const reach = policy.staffReach(await courseReachOf(tx, context, capability));
  return new Set(await queries.listCourseIds(tx, { ...reach, member_id: null }));
}

/** For other features: a course the caller may read, with `my_role`; 404 otherwise. */
export async function selectReadableCourse(
  tx: Transaction,
  context: Context,
  id: string,
  capability: Capability = 'courses.read',
): Promise<queries.CourseRow> {
  const reach = await courseReachOf(tx, context, capability);
  return queries.selectCourse(tx, id, reach, context.actor.user_id);
}

export type { CourseRow } from './courses.queries.ts';

export interface CourseFilter {
  academic_year_id?: string | undefined;
  school_id?: string | undefined;
  subject?: string | undefined;
  grade_level?: CourseQuery['grade_level'];
  mine?: boolean | undefined;
}

/** More rows than this no board shows at once. */
const mostCourses = 500;

/** For other features: courses a capability reaches, by name, each with `my_role`. */
export async function coursesInReach(
  tx: Transaction,
  context: Context,
  capability: Capability,
  filter: CourseFilter = {},
): Promise<queries.CourseRow[]> {
  const reach = await courseReachOf(tx, context, capability);
  const rows = { ...filter, limit: mostCourses - 1 };
  return queries.listCourses(tx, reach, context.actor.user_id, rows, undefined);
}

/** For other features: the courses of a year that the caller teaches, as far as they are under way. */
export async function coursesTaught(
  tx: Transaction,
  context: Context,
  academicYearId: string,
): Promise<queries.CourseRow[]> {
  const filter = { mine: true, academic_year_id: academicYearId };
  const courses = await coursesInReach(tx, context, 'courses.read', filter);
  return courses.filter((course) => policy.isTaughtBy(course) && course.state === 'active');
}

/** For other features: names by id of those of the courses that the caller reads. */
export async function namesOfCourses(
  tx: Transaction,
  context: Context,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await queries.listCourseNames(tx, await courseReachOf(tx, context), ids);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** For other features: may this person place units and lessons on the course? */
export function canPlan(actor: Actor, course: policy.CoursePlace): boolean {
  return policy.canPlanCourse(actor, course);
}

/** For other features: does the course still take changes? */
export function isOpenCourse(course: Pick<policy.CoursePlace, 'state'>): boolean {
  return policy.isOpenCourse(course);
}
