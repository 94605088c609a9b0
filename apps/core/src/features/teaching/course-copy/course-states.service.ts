import type { Course } from '@k12/contracts/teaching/courses';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { selectReadableCourse } from '../courses/course-access.service.ts';
import { canArchiveCourse } from '../courses/courses.policy.ts';
import { presentCourse } from '../courses/courses.service.ts';
import { binSince } from '../modules/module-bin.service.ts';
import * as queries from './course-states.queries.ts';

/** Read-only to everybody from now on (TCH-04). */
export async function archiveCourse(context: Context, id: string): Promise<Course> {
  return context.withTenant(async (tx) => {
    const course = await selectReadableCourse(tx, context, id);
    authorize(canArchiveCourse(context.actor, course), 'courses.archive');
    const now = context.platform.clock.now().toISOString();
    await queries.updateCourseState(tx, id, { state: 'archived', archived_at: now, updated_at: now });
    await note(tx, context, 'course.archived', course);
    await publishEvent(tx, context, 'course.archived', { course_id: id, school_id: course.school_id });
    return presentCourse(tx, context, id);
  });
}

/** Archived ones while the year is open; deleted ones for 30 days, whole, for nothing in them was touched (TCH-05). */
export async function restoreCourse(context: Context, id: string): Promise<Course> {
  return context.withTenant(async (tx) => {
    const course = await selectOfSchool(tx, context, id);
    if (course.state !== 'archived' && course.state !== 'deleted') throw new Problem('invalid_transition');
    await selectOpenYear(tx, course.academic_year_id);
    const now = context.platform.clock.now();
    if (course.state === 'deleted' && (course.deleted_at ?? '') < binSince(now)) throw new Problem('gone');
    const cleared = { archived_at: null, deleted_at: null };
    await queries.updateCourseState(tx, id, { state: 'active', ...cleared, updated_at: now.toISOString() });
    await note(tx, context, 'course.restored', course);
    return presentCourse(tx, context, id);
  });
}

/** With work or grades in it only by typing its name (TCH-05). */
export async function deleteCourse(context: Context, id: string, confirm: string | undefined): Promise<void> {
  await context.withTenant(async (tx) => {
    const course = await selectOfSchool(tx, context, id);
    if (course.state === 'deleted') throw new Problem('not_found');
    if (confirm?.trim() !== course.name && (await queries.hasWork(tx, id)))
      throw new Problem('course.has_work');
    const now = context.platform.clock.now().toISOString();
    await queries.updateCourseState(tx, id, { state: 'deleted', deleted_at: now, updated_at: now });
    await note(tx, context, 'course.deleted', course);
  });
}

/** A course of a school whose courses one may delete, in whatever state; 404 for all others one cannot see. */
async function selectOfSchool(tx: Transaction, context: Context, id: string) {
  const course = await queries.selectStoredCourse(tx, id);
  if (!course) throw new Problem('not_found');
  if (reachesSchool(context.actor, 'courses.delete', course.school_id)) return course;
  await selectReadableCourse(tx, context, id);
  throw new Problem('forbidden', { context: { capability: 'courses.delete' } });
}

function note(
  tx: Transaction,
  context: Context,
  action: string,
  { id, school_id }: { id: string; school_id: string },
) {
  return recordAudit(tx, context, { action, target_type: 'course', target_id: id, school_id });
}
