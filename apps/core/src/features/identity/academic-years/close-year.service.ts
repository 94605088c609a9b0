import type { AcademicYear, WaiverCreate, YearClosing } from '@k12/contracts/identity/academic-years';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { displayName } from '../users/users.rules.ts';
import * as policy from './academic-years.policy.ts';
import { selectAcademicYear } from './academic-years.queries.ts';
import { changeState } from './academic-years.service.ts';
import * as queries from './close-year.queries.ts';
import { holdsYearOpen } from './close-year.rules.ts';

export async function getClosing(context: Context, id: string): Promise<YearClosing> {
  return context.readTenant(async (tx) => {
    await selectClosable(tx, context, id);
    return loadClosing(tx, id);
  });
}

/** What stays open is said with a reason, course by course; it can be said again with another one. */
export async function waive(
  context: Context,
  id: string,
  { items, reason }: WaiverCreate,
): Promise<YearClosing> {
  return context.withTenant(async (tx) => {
    await selectClosable(tx, context, id);
    const ids = items.map(({ course_id }) => course_id);
    const known = await queries.listCoursesOfYear(tx, id, ids);
    const errors = items.flatMap(({ course_id }, at) =>
      known.has(course_id)
        ? []
        : [{ pointer: `/items/${at}/course_id`, code: 'unknown', detail: 'Is no course of this year.' }],
    );
    if (errors.length > 0) throw new Problem('request.invalid', { errors });
    const waived_at = context.platform.clock.now().toISOString();
    const waived_by = context.actor.user_id ?? '';
    const unique = new Map(items.map((item) => [`${item.course_id} ${item.kind}`, item]));
    const waivers = [...unique.values()].map((item) => ({
      ...item,
      ...{ academic_year_id: id, reason, waived_by, waived_at },
    }));
    await queries.createWaivers(tx, waivers);
    await recordAudit(tx, context, {
      action: 'academic_year.waived',
      target_type: 'academic_year',
      target_id: id,
      reason,
      changes: { items: [...unique.values()] },
    });
    return loadClosing(tx, id);
  });
}

/** One act: refused with the list while something is open, else grades, courses and enrollments follow (IDN-14). */
export async function closeAcademicYear(context: Context, id: string, reason: string): Promise<AcademicYear> {
  return changeState(context, id, {
    may: policy.canCloseYear,
    state: 'closed',
    action: 'academic_year.closed',
    reason,
    also: async (tx, year) => {
      const closing = await loadClosing(tx, id);
      if (!closing.is_ready) {
        const courses = closing.courses.filter(holdsYearOpen);
        throw new Problem('year_not_ready', { context: { courses } });
      }
      const now = context.platform.clock.now().toISOString();
      const staff = await queries.listStaffOfYear(tx, id);
      const periods_locked = await queries.lockPeriods(tx, id, now);
      const enrollments_completed = await queries.completeEnrollments(tx, id, now);
      const courses_archived = await queries.archiveCourses(tx, id, now);
      await notify(tx, context, {
        user_ids: staff,
        kind: 'academic_year.closed',
        subject: { type: 'academic_year', id },
        details: { title: year.name },
      });
      return { periods_locked, enrollments_completed, courses_archived };
    },
  });
}

async function selectClosable(tx: Transaction, context: Context, id: string) {
  const year = await selectAcademicYear(tx, id);
  authorize(policy.canSeeClosing(context.actor), 'years.close');
  if (!policy.canCloseYear(context.actor, year)) {
    throw new Problem('conflict', { detail: `The year is ${year.state}.` });
  }
  return year;
}

async function loadClosing(tx: Transaction, id: string): Promise<YearClosing> {
  const waivers = await queries.listWaivers(tx, id);
  const courses = (await queries.listOpenCourses(tx, id)).map((course) => ({
    ...course,
    waived: waivers
      .filter(({ course_id }) => course_id === course.course_id)
      .map(({ kind, reason, waived_at, ...person }) => ({
        ...{ kind, reason, waived_at },
        waived_by: displayName(person),
      })),
  }));
  return { academic_year_id: id, courses, is_ready: !courses.some(holdsYearOpen) };
}
