import type { Capability } from '@k12/contracts';
import type { AssistantRight } from '@k12/contracts/teaching/enrollments';
import type { Transaction } from '@k12/db';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { type CourseRow, selectReadableCourse } from './course-access.service.ts';
import { isTaughtBy } from './courses.policy.ts';
import * as queries from './enrollments.queries.ts';
import { scopeOf, type TeachingScope } from './teaching-scope.rules.ts';

export type { TeachingScope } from './teaching-scope.rules.ts';

const wholeCourse: TeachingScope = { section_ids: null };

/** What a capability and a right of assistants give somebody in a course they read; null for nothing. */
export async function scopeIn(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  capability: Capability,
  right: AssistantRight,
): Promise<TeachingScope | null> {
  const { actor } = context;
  if (reachesSchool(actor, capability, course.school_id)) return wholeCourse;
  if (actor.grants.get(capability)?.course !== true || !isTaughtBy(course)) return null;
  const today = await todayOf(context);
  return scopeOf(await queries.listStaffEnrollments(tx, course.id, actor.user_id ?? '', today), right);
}

/** What counts for everybody in a course is for those who have all of it (TCH-12). */
export function requireWholeCourse({ section_ids }: TeachingScope, capability: Capability): void {
  authorize(section_ids === null, capability);
}

/**
 * For every staff read and write below a course: 404 to who has no relation to it, 403 to its students and guardians
 * and to assistants without the right; then the course and which of its students count.
 */
export async function selectTaughtCourse(
  tx: Transaction,
  context: Context,
  id: string,
  capability: Capability,
  right: AssistantRight,
): Promise<{ course: CourseRow; scope: TeachingScope }> {
  const course = await selectReadableCourse(tx, context, id);
  const scope = await scopeIn(tx, context, course, capability, right);
  authorize(scope !== null, capability);
  return { course, scope };
}
