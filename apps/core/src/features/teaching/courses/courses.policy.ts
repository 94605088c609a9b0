import type { Capability } from '@k12/contracts';
import { type Actor, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';

/** Which courses a capability reaches for one person: by school, as a member, or through linked students. */
export interface CourseReach {
  everyone: boolean;
  school_ids: string[];
  /** Whose own courses count; null when the capability has no personal reach. */
  member_id: string | null;
  linked_ids: string[];
  /** Whether courses that the person learns in count, beside those they teach. */
  as_student: boolean;
  /** Archived since then is open to who learned in it; null: only for the rest of its year (IDN-16). */
  archived_since: string | null;
  /** Enrollments count by the day it is at the school at this instant (TCH-07). */
  now: string;
  /** The one school of the request, if one was chosen. */
  only_school_id: string | null;
}

export interface CoursePlace {
  school_id: string;
  state: string;
  my_role: string | null;
}

export const teachingRoles: readonly string[] = ['teacher', 'co_teacher', 'assistant'];

export function courseReach(
  actor: Actor,
  capability: Capability,
  facts: Pick<CourseReach, 'linked_ids' | 'now' | 'only_school_id' | 'archived_since'>,
): CourseReach {
  const grant = actor.grants.get(capability);
  return {
    ...facts,
    everyone: reachesTenant(actor, capability),
    school_ids: [...(grant?.schools ?? [])],
    member_id: grant?.course || grant?.own ? actor.user_id : null,
    linked_ids: grant?.linked ? facts.linked_ids : [],
    as_student: true,
  };
}

/** Of a reach what it covers as staff: being somebody's guardian or classmate adds nothing to it (IDN-49). */
export function staffReach(reach: CourseReach): CourseReach {
  return { ...reach, linked_ids: [], as_student: false };
}

/** A school-wide right, or the own course where the right reaches own courses. */
function mayIn(actor: Actor, capability: Capability, course: CoursePlace): boolean {
  if (reachesSchool(actor, capability, course.school_id)) return true;
  const grant = actor.grants.get(capability);
  return (grant?.course || grant?.own) === true && isTaughtBy(course);
}

export function isTaughtBy({ my_role }: Pick<CoursePlace, 'my_role'>): boolean {
  return my_role !== null && teachingRoles.includes(my_role);
}

/** Archived courses are read-only to everyone (TCH-04). */
export function isOpenCourse({ state }: Pick<CoursePlace, 'state'>): boolean {
  return state === 'draft' || state === 'active';
}

export function canCreateCourse(actor: Actor, schoolId: string): boolean {
  return reachesSchool(actor, 'courses.create', schoolId);
}

export function canUpdateCourse(actor: Actor, course: CoursePlace): boolean {
  return isOpenCourse(course) && mayIn(actor, 'courses.update', course);
}

/** Its teacher or the school; not those who help in it. */
export function canArchiveCourse(actor: Actor, course: CoursePlace): boolean {
  const isOwn = course.my_role === 'teacher' || reachesSchool(actor, 'courses.archive', course.school_id);
  return isOpenCourse(course) && isOwn && mayIn(actor, 'courses.archive', course);
}

/** Whoever copies teaches the copy: more than an assistant may become by it (TCH-13). Archived ones can be copied too. */
export function canCopyCourse(actor: Actor, course: CoursePlace): boolean {
  const teaches = isTaughtBy(course) && course.my_role !== 'assistant';
  return actor.user_id !== null && (reachesSchool(actor, 'courses.update', course.school_id) || teaches);
}

export function canDeleteCourse(actor: Actor, { school_id }: Pick<CoursePlace, 'school_id'>): boolean {
  return reachesSchool(actor, 'courses.delete', school_id);
}

/** Takes up again what was put away (TCH-04). */
export function canRestoreCourse(actor: Actor, course: CoursePlace): boolean {
  return course.state === 'archived' && canDeleteCourse(actor, course);
}

/** Places units and schedules lessons: its teachers, and whoever edits the plans of the school. */
export function canPlanCourse(actor: Actor, course: CoursePlace): boolean {
  return isOpenCourse(course) && mayIn(actor, 'unit_plans.update', course);
}

export function canManageSections(actor: Actor, course: CoursePlace): boolean {
  return isOpenCourse(course) && mayIn(actor, 'sections.manage', course);
}

/** Whether there is anybody in it whom they manage; `enrollment-rights` says of each. */
export function canManageEnrollments(actor: Actor, course: CoursePlace): boolean {
  return isOpenCourse(course) && course.my_role !== 'assistant' && mayIn(actor, 'enrollments.manage', course);
}
