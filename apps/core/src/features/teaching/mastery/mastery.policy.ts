import { type Actor, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';
import { type CoursePlace, isOpenCourse } from '../courses/courses.policy.ts';

/** The way of judging belongs to those who answer for the course. */
export function canSetCourseScale(actor: Actor, course: CoursePlace, mayGrade: boolean): boolean {
  if (!isOpenCourse(course)) return false;
  return (
    reachesSchool(actor, 'schools.update', course.school_id) || (mayGrade && course.my_role !== 'assistant')
  );
}

/** From points to levels only by a table of the school: never by one course alone (TCH-127). */
export function canDefineConversion(actor: Actor, schoolId: string | null): boolean {
  return schoolId === null
    ? reachesTenant(actor, 'schools.update')
    : reachesSchool(actor, 'schools.update', schoolId);
}
