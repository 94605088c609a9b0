import type {
  GradeCategory,
  GradeCategoryCreate,
  GradeCategoryUpdate,
} from '@k12/contracts/teaching/grade-categories';
import { newId, type Transaction } from '@k12/db';
import { weightSum } from '@k12/grading/weights';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { selectCourseForChange } from '../assignments/assignment-access.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { coursePeriods, requireOpenPeriods } from '../grading-periods/period-locks.service.ts';
import { followCourse } from '../totals/follow-grades.service.ts';
import * as queries from './grade-categories.queries.ts';

export async function listCategories(context: Context, courseId: string) {
  return context.readTenant(async (tx) => {
    const { course } = await selectTaughtCourse(tx, context, courseId, 'assignments.read', 'see_grades');
    const data = (await queries.listCategories(tx, courseId)).map(present);
    return {
      data,
      weight_sum: weightSum(
        data.map((category) => ({ weight: category.weight_percent, extra_credit: category.is_extra_credit })),
      ),
      is_weighted: courseSettings(course).calculation === 'weighted',
    };
  });
}

export async function createCategory(
  context: Context,
  courseId: string,
  input: GradeCategoryCreate,
): Promise<GradeCategory> {
  return context.withTenant(async (tx) => {
    const { course } = await selectCourseForChange(tx, context, courseId);
    const known = await queries.listCategories(tx, courseId);
    requireFreeName(known, input.name, null);
    await requireOpen(tx, context, course, input.weight_percent !== undefined);
    const id = newId();
    await queries.createCategory(tx, {
      ...input,
      position: input.position ?? known.length,
      id,
      course_id: courseId,
      created_at: context.platform.clock.now().toISOString(),
    });
    await finish(tx, context, { action: 'grade_category.created', id, course });
    return select(tx, id);
  });
}

export async function updateCategory(
  context: Context,
  id: string,
  { lock_version, ...changes }: GradeCategoryUpdate,
): Promise<GradeCategory> {
  return context.withTenant(async (tx) => {
    const { before, course } = await selectForChange(tx, context, id);
    if (changes.name) requireFreeName(await queries.listCategories(tx, course.id), changes.name, id);
    await requireOpen(tx, context, course, movesTotals(changes));
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateCategory(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', { current: before });
    }
    const entry = { action: 'grade_category.updated', id, course };
    await finish(tx, context, { ...entry, changes: changesBetween<object>(before, changes) });
    return select(tx, id);
  });
}

/** Into the bin; its assignments go to another category or stay without one. */
export async function deleteCategory(
  context: Context,
  id: string,
  moveTo: string | undefined,
): Promise<{ moved_count: number }> {
  return context.withTenant(async (tx) => {
    const { course } = await selectForChange(tx, context, id);
    const others = (await queries.listCategories(tx, course.id)).filter((category) => category.id !== id);
    if (moveTo && !others.some((category) => category.id === moveTo)) {
      throw invalid('/move_to', 'unknown', 'Must be another category of the course.');
    }
    await requireOpen(tx, context, course, true);
    const now = context.platform.clock.now().toISOString();
    const moved_count = await queries.moveAssignments(tx, id, moveTo ?? null, now);
    await queries.updateCategory(tx, id, null, { deleted_at: now, updated_at: now });
    await finish(tx, context, { action: 'grade_category.deleted', id, course });
    return { moved_count };
  });
}

function movesTotals(changes: Partial<GradeCategoryUpdate>): boolean {
  const calculated = [
    'weight_percent',
    'drop_lowest',
    'drop_highest',
    'is_extra_credit',
    'cap_percent',
  ] as const;
  return calculated.some((field) => changes[field] !== undefined);
}

/** Weights change the totals of everybody at once (TCH-121). */
async function requireOpen(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  moves: boolean,
): Promise<void> {
  if (!moves) return;
  // Whoever may edit content may name and order them; what they weigh is the teachers' to say (TCH-13).
  authorize(course.my_role !== 'assistant', 'assignments.write');
  requireOpenPeriods(await coursePeriods(tx, context, course), context.platform.clock.now());
}

function requireFreeName(known: readonly queries.CategoryRow[], name: string, ownId: string | null): void {
  const isTaken = known.some(
    (other) => other.id !== ownId && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) throw invalid('/name', 'duplicate', 'Another category has this name.');
}

async function selectForChange(tx: Transaction, context: Context, id: string) {
  const row = await queries.selectOptionalCategory(tx, id);
  if (!row) throw new Problem('not_found');
  const { course } = await selectCourseForChange(tx, context, row.course_id);
  return { before: present(row), course };
}

async function select(tx: Transaction, id: string): Promise<GradeCategory> {
  const row = await queries.selectOptionalCategory(tx, id);
  if (!row) throw new Problem('not_found');
  return present(row);
}

function present(row: queries.CategoryRow): GradeCategory {
  return { ...row, assignments_count: Number(row.assignments_count ?? 0) };
}

interface Entry {
  action: string;
  id: string;
  course: CourseRow;
  changes?: Record<string, unknown>;
}

/** The log, and the totals of the course. */
async function finish(
  tx: Transaction,
  context: Context,
  { action, id, course, changes }: Entry,
): Promise<void> {
  const { school_id } = course;
  await recordAudit(tx, context, {
    action,
    target_type: 'grade_category',
    target_id: id,
    school_id,
    ...(changes && { changes }),
  });
  await followCourse(tx, context, course.id);
}
