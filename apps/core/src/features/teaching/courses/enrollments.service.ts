import type {
  Enrollment,
  EnrollmentCreate,
  EnrollmentQuery,
  EnrollmentUpdate,
} from '@k12/contracts/teaching/enrollments';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { courseReachOf, selectReadableCourse } from './course-access.service.ts';
import { authorizeManager, enrollmentManager } from './enrollment-rights.service.ts';
import * as queries from './enrollments.queries.ts';
import { followWithdrawal, withdrawnAt } from './withdrawals.service.ts';

/** Students see themselves and their teachers, guardians their children and the teachers (TCH-16). */
async function reachOf(tx: Transaction, context: Context): Promise<queries.EnrollmentReach> {
  const courses = await courseReachOf(tx, context, 'enrollments.read');
  const own = courses.member_id ? [courses.member_id] : [];
  return { courses, own_ids: [...own, ...courses.linked_ids] };
}

export async function listEnrollments(context: Context, query: EnrollmentQuery) {
  const after = decodeCursor(query.cursor, 2);
  return context.readTenant(async (tx) => {
    const rows = await queries.listEnrollments(tx, await reachOf(tx, context), query, after);
    const manages = await enrollmentManager(tx, context, rows.map(courseOf));
    return pageOf(
      rows,
      query.limit,
      (row) => present(row, manages(courseOf(row), row)),
      (row) => [row.sort_name, row.id],
    );
  });
}

/** For other features: whom of these people the caller meets on a roster. */
export async function listFellows(
  tx: Transaction,
  context: Context,
  userIds: readonly string[],
): Promise<Set<string>> {
  return new Set(await queries.listFellows(tx, await reachOf(tx, context), userIds));
}

export async function createEnrollment(context: Context, input: EnrollmentCreate): Promise<Enrollment> {
  return context.withTenant(async (tx) => {
    const section = await queries.selectOptionalSection(tx, input.section_id);
    if (!section) throw new Problem('not_found');
    const course = await selectReadableCourse(tx, context, section.course_id);
    await authorizeManager(tx, context, course, input);
    await requireOfSchool(tx, input.user_id, course.school_id, '/user_id');
    const starts_on =
      input.starts_on === undefined ? await firstDay(tx, context, course, input) : input.starts_on;
    const dates = { starts_on, ends_on: input.ends_on ?? null };
    const id = await insertEnrollment(tx, context, course, { ...input, ...dates });
    return present(await selectEnrollment(tx, context, id), true);
  });
}

export async function requireOfSchool(tx: Transaction, userId: string, schoolId: string, pointer: string) {
  const schools = await queries.listSchoolsOfPerson(tx, userId);
  if (schools.some(({ school_id }) => school_id === schoolId)) return;
  const detail = 'This person does not belong to the school of the course.';
  throw new Problem('school_mismatch', { errors: [{ pointer, code: 'other_school', detail }] });
}

type NewEnrollment = Omit<queries.NewEnrollment, 'id' | 'created_at'>;

/** The row and what is told of it. */
export async function insertEnrollment(
  tx: Transaction,
  context: Context,
  course: { school_id: string },
  input: NewEnrollment,
): Promise<string> {
  const id = newId();
  const created_at = context.platform.clock.now().toISOString();
  if (!(await queries.createEnrollment(tx, { id, ...input, created_at }))) {
    throw new Problem('conflict', { detail: 'This person is in the section already.' });
  }
  const { section_id } = input;
  await audit(tx, context, { action: 'enrollment.created', id, school_id: course.school_id });
  await publishEvent(tx, context, 'enrollment.created', { enrollment_id: id, section_id });
  return id;
}

/** Students who join while the year runs begin today: what was due before is not missing (TCH-08). */
export async function firstDay(
  tx: Transaction,
  context: Context,
  course: { academic_year_id: string },
  { role }: Pick<EnrollmentCreate, 'role'>,
): Promise<string | null> {
  if (role !== 'student') return null;
  const today = await todayOf(context);
  const year = await selectOpenYear(tx, course.academic_year_id);
  return year.starts_on < today ? today : null;
}

export async function updateEnrollment(
  context: Context,
  id: string,
  input: EnrollmentUpdate,
): Promise<Enrollment> {
  return context.withTenant(async (tx) => {
    await changeEnrollment(tx, context, id, input);
    return present(await selectEnrollment(tx, context, id), true);
  });
}

export async function changeEnrollment(
  tx: Transaction,
  context: Context,
  id: string,
  { lock_version, ...changes }: EnrollmentUpdate,
): Promise<void> {
  const before = await selectForChange(tx, context, id);
  refuseManaged(before);
  const now = context.platform.clock.now().toISOString();
  const { course_id, user_id, role, withdrawn_at, state: state_before } = before;
  const state_after = changes.state ?? state_before;
  const change = { course_id, user_id, role, state_before, state_after, withdrawn_at, now };
  const fields = { ...changes, withdrawn_at: withdrawnAt(change), updated_at: now };
  await write(tx, before, lock_version, fields);
  await followWithdrawal(tx, change);
  await recordChange(tx, context, before, changesBetween<object>(before, changes));
}

/** From now on people keep it up to date; the source leaves it alone (TCH-11). */
export async function detachEnrollment(
  context: Context,
  id: string,
  { lock_version }: { lock_version: number },
): Promise<Enrollment> {
  return context.withTenant(async (tx) => {
    const before = await selectForChange(tx, context, id);
    if (before.managed_by === null) return present(before, true);
    const updated_at = context.platform.clock.now().toISOString();
    await write(tx, before, lock_version, { managed_by: null, updated_at });
    await recordChange(tx, context, before, { managed_by: [before.managed_by, null] });
    return present(await selectEnrollment(tx, context, id), true);
  });
}

export type ManagedEnrollment = queries.EnrollmentRow;

/** An enrollment the caller sees and may change: 404 or 403 otherwise. */
export async function selectForChange(tx: Transaction, context: Context, id: string) {
  const enrollment = await selectEnrollment(tx, context, id);
  const course = await selectReadableCourse(tx, context, enrollment.course_id);
  await authorizeManager(tx, context, course, enrollment);
  return enrollment;
}

/** What a source keeps up to date would be as before after its next run. */
export function refuseManaged({ managed_by }: Pick<queries.EnrollmentRow, 'managed_by'>): void {
  if (managed_by !== null) throw new Problem('managed_by_sync', { context: { managed_by } });
}

/** Writes on the version that was seen. */
export async function write(
  tx: Transaction,
  before: queries.EnrollmentRow,
  lockVersion: number,
  changes: Parameters<typeof queries.updateEnrollment>[3],
): Promise<void> {
  if (await queries.updateEnrollment(tx, before.id, lockVersion, changes)) return;
  throw new Problem('version_conflict', { current: present(before, true) });
}

export async function recordChange(
  tx: Transaction,
  context: Context,
  before: queries.EnrollmentRow,
  changes: Record<string, unknown>,
): Promise<void> {
  const { id, school_id, section_id } = before;
  await audit(tx, context, { action: 'enrollment.updated', id, school_id, changes });
  await publishEvent(tx, context, 'enrollment.updated', { enrollment_id: id, section_id });
}

export async function selectEnrollment(tx: Transaction, context: Context, id: string) {
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

function courseOf(row: queries.EnrollmentRow) {
  return { id: row.course_id, school_id: row.school_id, state: row.course_state };
}

export function present(row: queries.EnrollmentRow, isManaged: boolean): Enrollment {
  return {
    ...row,
    role: row.role as Enrollment['role'],
    state: row.state as Enrollment['state'],
    assistant_rights: row.assistant_rights as Enrollment['assistant_rights'],
    managed_by: row.managed_by as Enrollment['managed_by'],
    user_name: displayName(row),
    can: {
      update: isManaged && row.managed_by === null,
      detach: isManaged && row.managed_by !== null,
    },
  };
}
