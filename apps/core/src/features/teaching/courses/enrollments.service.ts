import type {
  Enrollment,
  EnrollmentCreate,
  EnrollmentQuery,
  EnrollmentUpdate,
} from '@k12/contracts/teaching/enrollments';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { courseReachOf, localToday, selectReadableCourse } from './course-access.service.ts';
import * as policy from './courses.policy.ts';
import * as queries from './enrollments.queries.ts';

/** Students see themselves and their teachers, guardians their children and the teachers (TCH-16). */
async function reachOf(tx: Transaction, context: Context): Promise<queries.EnrollmentReach> {
  const courses = await courseReachOf(tx, context, 'enrollments.read');
  const own = courses.member_id ? [courses.member_id] : [];
  return { courses, own_ids: [...own, ...courses.linked_ids] };
}

export async function listEnrollments(context: Context, query: EnrollmentQuery) {
  const after = decodeCursor(query.cursor, 2);
  const rows = await context.readTenant(async (tx) =>
    queries.listEnrollments(tx, await reachOf(tx, context), query, after),
  );
  return pageOf(
    rows,
    query.limit,
    (row) => present(context.actor, row),
    (row) => [row.family_name, row.id],
  );
}

export async function createEnrollment(context: Context, input: EnrollmentCreate): Promise<Enrollment> {
  return context.withTenant(async (tx) => {
    const section = await queries.selectOptionalSection(tx, input.section_id);
    if (!section) throw new Problem('not_found');
    const course = await selectReadableCourse(tx, context, section.course_id);
    authorize(policy.canManageEnrollments(context.actor, course), 'enrollments.manage');
    const schools = await queries.listSchoolsOfPerson(tx, input.user_id);
    if (!schools.some(({ school_id }) => school_id === course.school_id)) {
      const detail = 'This person does not belong to the school of the course.';
      const errors = [{ pointer: '/user_id', code: 'other_school', detail }];
      throw new Problem('school_mismatch', { errors });
    }
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    const starts_on =
      input.starts_on === undefined ? await firstDay(tx, context, course, input) : input.starts_on;
    const dates = { starts_on, ends_on: input.ends_on ?? null };
    if (!(await queries.createEnrollment(tx, { id, ...input, ...dates, created_at }))) {
      throw new Problem('conflict', { detail: 'This person is in the section already.' });
    }
    await audit(tx, context, { action: 'enrollment.created', id, school_id: course.school_id });
    await publishEvent(tx, context, 'enrollment.created', { enrollment_id: id, section_id: section.id });
    return present(context.actor, await selectEnrollment(tx, context, id));
  });
}

/** Students who join while the year runs begin today: what was due before is not missing (TCH-08). */
async function firstDay(
  tx: Transaction,
  context: Context,
  course: { academic_year_id: string },
  { role }: EnrollmentCreate,
): Promise<string | null> {
  if (role !== 'student') return null;
  const today = await localToday(context);
  const year = await selectOpenYear(tx, course.academic_year_id);
  return year.starts_on < today ? today : null;
}

export async function updateEnrollment(
  context: Context,
  id: string,
  input: EnrollmentUpdate,
): Promise<Enrollment> {
  const { lock_version, ...changes } = input;
  return context.withTenant(async (tx) => {
    const before = await selectEnrollment(tx, context, id);
    const course = await selectReadableCourse(tx, context, before.course_id);
    authorize(policy.canManageEnrollments(context.actor, course), 'enrollments.manage');
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateEnrollment(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', { current: present(context.actor, before) });
    }
    await audit(tx, context, {
      action: 'enrollment.updated',
      id,
      school_id: before.school_id,
      changes: changesBetween<object>(before, changes),
    });
    await publishEvent(tx, context, 'enrollment.updated', {
      enrollment_id: id,
      section_id: before.section_id,
    });
    return present(context.actor, await selectEnrollment(tx, context, id));
  });
}

async function selectEnrollment(tx: Transaction, context: Context, id: string) {
  const row = await queries.selectOptionalEnrollment(tx, id, await reachOf(tx, context));
  if (!row) throw new Problem('not_found');
  return row;
}

interface Entry {
  action: string;
  id: string;
  school_id: string;
  changes?: Record<string, unknown>;
}

function audit(tx: Transaction, context: Context, { id, ...entry }: Entry) {
  return recordAudit(tx, context, { ...entry, target_type: 'enrollment', target_id: id });
}

function present(actor: Actor, row: queries.EnrollmentRow): Enrollment {
  const place = { school_id: row.school_id, state: row.course_state, my_role: null };
  return {
    ...row,
    role: row.role as Enrollment['role'],
    state: row.state as Enrollment['state'],
    assistant_rights: row.assistant_rights as Enrollment['assistant_rights'],
    user_name: `${row.preferred_name ?? row.given_name} ${row.family_name}`,
    can: { update: policy.canManageEnrollments(actor, place) },
  };
}
