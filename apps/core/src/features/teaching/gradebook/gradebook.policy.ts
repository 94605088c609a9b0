import type { Capability } from '@k12/contracts';
import { type Actor, reachesSchool } from '../../../platform/auth/actor.ts';
import { type CoursePlace, isOpenCourse, isTaughtBy } from '../courses/courses.policy.ts';

/** Its staff by their own course, admins by their school; being a student of it opens nothing here (TCH-107). */
function mayAsStaff(actor: Actor, capability: Capability, course: CoursePlace): boolean {
  if (reachesSchool(actor, capability, course.school_id)) return true;
  return actor.grants.get(capability)?.course === true && isTaughtBy(course);
}

export function canOpenGradebook(actor: Actor, course: CoursePlace): boolean {
  return mayAsStaff(actor, 'gradebook.read', course);
}

/** Somebody who reads it by their school alone: each opening is kept (TCH-107). */
export function opensFromOutside(actor: Actor, course: CoursePlace): boolean {
  return actor.kind === 'user' && !isTaughtBy(course);
}

export function canEditGrades(actor: Actor, course: CoursePlace): boolean {
  return isOpenCourse(course) && mayAsStaff(actor, 'submissions.grade', course);
}

/** Weights, policies, scheme and overrides belong to those who answer for the course. */
export function canSetUpGrading(actor: Actor, course: CoursePlace): boolean {
  return (
    isOpenCourse(course) && mayAsStaff(actor, 'submissions.grade', course) && course.my_role !== 'assistant'
  );
}

export function canExportGrades(actor: Actor, course: CoursePlace): boolean {
  return mayAsStaff(actor, 'gradebook.export', course);
}

/** The author of a bulk change, or an admin of the school (TCH-99). */
export function canRevert(actor: Actor, course: CoursePlace, madeBy: string): boolean {
  if (!canEditGrades(actor, course)) return false;
  return madeBy === actor.user_id || reachesSchool(actor, 'grades.reopen', course.school_id);
}
