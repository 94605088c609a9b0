import type { DeletedCourse } from '@k12/contracts/teaching/course-copy';
import type { Course } from '@k12/contracts/teaching/courses';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { binSince, binUntil, isGone } from '../bin/bin.rules.ts';
import { selectReadableCourse } from '../courses/course-access.service.ts';
import { canArchiveCourse, canDeleteCourse } from '../courses/courses.policy.ts';
import { presentCourse } from '../courses/courses.service.ts';
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

/**
 * Archived ones while the year is open; deleted ones for 30 days, as they were and whole, for nothing in them was
 * touched (TCH-04, TCH-05).
 */
export async function restoreCourse(context: Context, id: string): Promise<Course> {
  return context.withTenant(async (tx) => {
    const course = await selectOfSchool(tx, context, id);
    if (course.state !== 'archived' && course.state !== 'deleted') throw new Problem('invalid_transition');
    const now = context.platform.clock.now();
    if (course.state === 'deleted' && isGone(course.deleted_at, now)) throw new Problem('gone');
    const state = course.state === 'archived' ? 'active' : (course.state_before_deletion ?? 'active');
    if (state !== 'archived') await selectOpenYear(tx, course.academic_year_id);
    await queries.updateCourseState(tx, id, {
      ...{ state, state_before_deletion: null, deleted_at: null, updated_at: now.toISOString() },
      archived_at: state === 'archived' ? course.archived_at : null,
    });
    await note(tx, context, 'course.restored', course);
    return presentCourse(tx, context, id);
  });
}

/** What can still come back, of the schools whose courses one may delete. */
export async function listDeletedCourses(context: Context): Promise<{ data: DeletedCourse[] }> {
  const { actor, school_id } = context;
  const reached = reachesTenant(actor, 'courses.delete')
    ? null
    : [...(actor.grants.get('courses.delete')?.schools ?? [])];
  const schools = school_id ? (reached ?? [school_id]).filter((id) => id === school_id) : reached;
  if (schools?.length === 0) return { data: [] };
  return context.readTenant(async (tx) => {
    const rows = await queries.listDeleted(tx, schools, binSince(context.platform.clock.now()));
    const data = rows.map((row) => {
      const deleted_at = new Date(row.deleted_at ?? 0);
      return { ...row, deleted_at: deleted_at.toISOString(), restorable_until: binUntil(deleted_at) };
    });
    return { data };
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
    const state_before_deletion = course.state;
    const deleted = { state: 'deleted' as const, state_before_deletion, deleted_at: now, updated_at: now };
    await queries.updateCourseState(tx, id, deleted);
    await note(tx, context, 'course.deleted', course);
  });
}

/** A course of a school whose courses one may delete, in whatever state; 404 for all others one cannot see. */
async function selectOfSchool(tx: Transaction, context: Context, id: string) {
  const course = await queries.selectStoredCourse(tx, id);
  if (!course) throw new Problem('not_found');
  if (canDeleteCourse(context.actor, course)) return course;
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
