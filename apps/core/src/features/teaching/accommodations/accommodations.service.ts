import type {
  Accommodation,
  AccommodationCreate,
  AccommodationUpdate,
} from '@k12/contracts/teaching/accommodations';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { tellOfDates } from '../assignment-dates/assignment-dates.service.ts';
import { selectCourseForChange } from '../assignments/assignment-access.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { selectTaughtCourse, type TeachingScope } from '../courses/teaching-scope.service.ts';
import { refreshWork } from '../student-work/work-dates.service.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import * as queries from './accommodations.queries.ts';

export async function listAccommodations(
  context: Context,
  courseId: string,
): Promise<{ data: Accommodation[] }> {
  return context.readTenant(async (tx) => {
    const { scope } = await selectTaughtCourse(tx, context, courseId, 'assignments.write', 'edit_content');
    const rows = await queries.listAccommodations(tx, courseId);
    if (scope.section_ids === null) return { data: rows.map(present) };
    const seen = await queries.listStudentsOfSections(tx, scope.section_ids);
    return { data: rows.filter(({ student_id }) => seen.has(student_id)).map(present) };
  });
}

export async function createAccommodation(
  context: Context,
  courseId: string,
  input: AccommodationCreate,
): Promise<Accommodation> {
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectCourseForChange(tx, context, courseId, { keeps_to_scope: true });
    const { student_id, extra_days = 0, has_late_penalty = true, reduced_work = '' } = input;
    if (!(await isInScope(tx, courseId, student_id, scope))) {
      throw invalid('/student_id', 'unknown_student', 'Is not in this course.');
    }
    const id = newId();
    const isNew = await queries.createAccommodation(tx, {
      id,
      course_id: courseId,
      student_id,
      extra_days,
      has_late_penalty,
      reduced_work,
      created_by: context.actor.user_id ?? '',
      created_at: context.platform.clock.now().toISOString(),
    });
    if (!isNew) throw new Problem('conflict', { detail: 'This student has an accommodation in the course.' });
    await follow(tx, context, course, student_id);
    await audit(tx, context, 'accommodation.created', id, course);
    return select(tx, id);
  });
}

export async function updateAccommodation(
  context: Context,
  id: string,
  { lock_version, ...changes }: AccommodationUpdate,
): Promise<Accommodation> {
  return context.withTenant(async (tx) => {
    const { before, course } = await selectForChange(tx, context, id);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateAccommodation(tx, id, lock_version, { ...changes, updated_at } as never))) {
      throw new Problem('version_conflict', { current: before });
    }
    await follow(tx, context, course, before.student_id);
    await audit(tx, context, 'accommodation.updated', id, course);
    return select(tx, id);
  });
}

export async function deleteAccommodation(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const { before, course } = await selectForChange(tx, context, id);
    await queries.deleteAccommodation(tx, id);
    await follow(tx, context, course, before.student_id);
    await audit(tx, context, 'accommodation.deleted', id, course);
  });
}

async function selectForChange(tx: Transaction, context: Context, id: string) {
  const row = await queries.selectOptionalAccommodation(tx, id);
  if (!row) throw new Problem('not_found');
  const { course, scope } = await selectCourseForChange(tx, context, row.course_id, { keeps_to_scope: true });
  if (!(await isInScope(tx, course.id, row.student_id, scope))) throw new Problem('not_found');
  return { before: present(row), course };
}

/** Due times of the student, and what late work costs: where only the latter changed, the grades are weighed again. */
async function follow(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  studentId: string,
): Promise<void> {
  const changed = await refreshWork(tx, context, { course_id: course.id, student_ids: [studentId] });
  await tellOfDates(tx, context, course.id, changed);
  const graded = await queries.listGradedCells(tx, course.id, studentId);
  const cells = graded.map((cell) => ({ ...cell, grade_version: null }));
  await writeGrades(tx, context, { course, source: 'policy', cells });
}

async function isInScope(
  tx: Transaction,
  courseId: string,
  studentId: string,
  { section_ids }: TeachingScope,
): Promise<boolean> {
  const own = await queries.listSectionsOfStudent(tx, courseId, studentId);
  return own.some((id) => section_ids === null || section_ids.includes(id));
}

async function select(tx: Transaction, id: string): Promise<Accommodation> {
  const row = await queries.selectOptionalAccommodation(tx, id);
  if (!row) throw new Problem('not_found');
  return present(row);
}

function present(row: queries.AccommodationRow): Accommodation {
  return { ...row, student_name: displayName(row) };
}

/** What a student needs is not written into the log, only that it changed. */
function audit(tx: Transaction, context: Context, action: string, id: string, { school_id }: CourseRow) {
  return recordAudit(tx, context, { action, target_type: 'accommodation', target_id: id, school_id });
}
