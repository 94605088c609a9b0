import type { Transaction } from '@k12/db';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { isOpenCourse } from './courses.policy.ts';
import { type EnrollmentTarget, managesEnrollment } from './enrollment-rights.rules.ts';
import * as queries from './enrollments.queries.ts';

interface Place {
  id: string;
  school_id: string;
  state: string;
}

/** Whose enrollments in these courses the caller may change: by the school, or by what they are in the course. */
export async function enrollmentManager(
  tx: Transaction,
  context: Context,
  courses: readonly Place[],
): Promise<(course: Place, target: EnrollmentTarget) => boolean> {
  const { actor } = context;
  const isWide = (course: Place) => reachesSchool(actor, 'enrollments.manage', course.school_id);
  const own = actor.grants.get('enrollments.manage')?.course === true;
  const ids = own ? [...new Set(courses.filter((course) => !isWide(course)).map(({ id }) => id))] : [];
  const staff =
    ids.length > 0
      ? await queries.listStaffOfCourses(tx, ids, actor.user_id ?? '', await todayOf(context))
      : [];
  return (course, target) => {
    // Archived courses are for reading (TCH-04).
    if (!isOpenCourse(course)) return false;
    if (isWide(course)) return true;
    return managesEnrollment(
      staff.filter(({ course_id }) => course_id === course.id),
      target,
    );
  };
}

export async function authorizeManager(
  tx: Transaction,
  context: Context,
  course: Place,
  target: EnrollmentTarget,
): Promise<void> {
  const manages = await enrollmentManager(tx, context, [course]);
  authorize(manages(course, target), 'enrollments.manage');
}
