import type { AssignmentQuery } from '@k12/contracts/teaching/assignments';
import type { Database, Transaction } from '@k12/db';
import type { Updateable } from 'kysely';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';

export type AssignmentRow = NonNullable<Awaited<ReturnType<typeof selectOptionalAssignment>>>;

function assignments(tx: Transaction) {
  return tx
    .selectFrom('assignments as assignment')
    .leftJoin('grade_categories as category', 'category.id', 'assignment.category_id')
    .selectAll('assignment')
    .select('category.name as category_name');
}

export function selectOptionalAssignment(tx: Transaction, id: string) {
  return assignments(tx).where('assignment.id', '=', id).executeTakeFirst();
}

/** Several by id, in the order of their course. */
export function listAssignmentsOfIds(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return assignments(tx)
    .where('assignment.id', 'in', ids)
    .orderBy('assignment.position')
    .orderBy('assignment.id')
    .execute();
}

type Filter = Omit<AssignmentQuery, 'cursor'>;

export function listAssignments(
  tx: Transaction,
  courseId: string,
  filter: Filter,
  after: Position,
): Promise<AssignmentRow[]> {
  let rows = assignments(tx)
    .where('assignment.course_id', '=', courseId)
    .limit(filter.limit + 1);
  rows = filter.state
    ? rows.where('assignment.state', '=', filter.state)
    : rows.where('assignment.state', '<>', 'deleted');
  if (filter.category_id) rows = rows.where('assignment.category_id', '=', filter.category_id);
  if (filter.kind) rows = rows.where('assignment.kind', '=', filter.kind);
  if (filter.q) rows = rows.where('assignment.title', 'ilike', containing(filter.q));
  return inOrderAfter(rows, ['assignment.position', 'assignment.id'], after).execute();
}

export interface NewAssignment extends AssignmentFields {
  id: string;
  course_id: string;
  title: string;
  created_by: string | null;
  created_at: string;
}

export type AssignmentFields = Omit<
  Updateable<Database['assignments']>,
  'id' | 'tenant_id' | 'course_id' | 'position' | 'created_at' | 'lock_version'
>;

/** At the end of its course. */
export async function createAssignment(tx: Transaction, assignment: NewAssignment): Promise<void> {
  await tx
    .insertInto('assignments')
    .values((eb) => ({
      ...(storable(assignment) as NewAssignment),
      updated_at: assignment.created_at,
      position: eb
        .selectFrom('assignments as other')
        .select((inner) =>
          inner(inner.fn.coalesce(inner.fn.max('other.position'), inner.lit(-1)), '+', 1).as('next'),
        )
        .where('other.course_id', '=', assignment.course_id),
    }))
    .execute();
}

/** Rich text and policies travel as JSON text. */
function storable(fields: object): object {
  const json = ['instructions', 'own_late_policy'] as const;
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) =>
      json.some((name) => name === key) && value !== null && value !== undefined
        ? [key, JSON.stringify(value)]
        : [key, value],
    ),
  );
}

/** False when the version named is no longer the current one; without a version whatever it is. */
export async function updateAssignment(
  tx: Transaction,
  id: string,
  lockVersion: number | null,
  changes: AssignmentFields & { updated_at: string },
): Promise<boolean> {
  let update = tx
    .updateTable('assignments')
    .set((eb) => ({ ...(storable(changes) as typeof changes), lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id);
  if (lockVersion !== null) update = update.where('lock_version', '=', lockVersion);
  return (await update.returning('id').executeTakeFirst()) !== undefined;
}

/** Assigned, handed in, graded and waiting students of assignments, of all sections or of some (TCH-12). */
export async function countWork(
  tx: Transaction,
  assignmentIds: readonly string[],
  sectionIds: readonly string[] | null,
) {
  if (assignmentIds.length === 0) return [];
  let rows = tx
    .selectFrom('student_work')
    .select((eb) => [
      'assignment_id',
      eb.fn.countAll<number>().as('assigned'),
      eb.fn.countAll<number>().filterWhere('submitted_at', 'is not', null).as('submitted'),
      eb.fn.countAll<number>().filterWhere('grade_state', '=', 'graded').as('graded'),
      eb.fn.countAll<number>().filterWhere('has_new_work', '=', true).as('to_grade'),
    ])
    .where('assignment_id', 'in', assignmentIds)
    .where('is_assigned', '=', true)
    .groupBy('assignment_id');
  if (sectionIds) rows = rows.where('section_id', 'in', sectionIds);
  return rows.execute();
}

export interface Usage {
  students_with_work: number;
  students_with_grades: number;
  totals_affected: number;
}

export async function selectUsage(tx: Transaction, assignmentId: string): Promise<Usage> {
  const row = await tx
    .selectFrom('student_work as work')
    .innerJoin('assignments as assignment', 'assignment.id', 'work.assignment_id')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('work.attempts_count', '>', 0).as('work'),
      eb.fn.countAll<number>().filterWhere('work.grade_state', '<>', 'none').as('grades'),
      eb.fn
        .countAll<number>()
        .filterWhere((inner) =>
          inner.and([
            inner('work.effective_score', 'is not', null),
            inner('work.grade_state', '=', 'graded'),
            inner('assignment.counts_toward_total', '=', true),
          ]),
        )
        .as('totals'),
    ])
    .where('work.assignment_id', '=', assignmentId)
    .executeTakeFirstOrThrow();
  return {
    students_with_work: Number(row.work),
    students_with_grades: Number(row.grades),
    totals_affected: Number(row.totals),
  };
}

/** Assignments whose time to be published has come, oldest first; those another run works on are left to it. */
export function listDueToPublish(tx: Transaction, now: string, limit: number) {
  return tx
    .selectFrom('assignments as assignment')
    .innerJoin('courses as course', 'course.id', 'assignment.course_id')
    .select(['assignment.id', 'assignment.course_id', 'course.school_id'])
    .where('assignment.state', '=', 'scheduled')
    .where('assignment.publish_at', '<=', now)
    .orderBy('assignment.publish_at')
    .orderBy('assignment.id')
    .limit(limit)
    .forUpdate('assignment')
    .skipLocked()
    .execute();
}

/** Across tenants, for the job. */
export async function listTenantsToPublish(tx: Transaction, now: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignments')
    .select('tenant_id')
    .distinct()
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .execute();
  return rows.map(({ tenant_id }) => tenant_id);
}

export async function deleteUntouchedWork(tx: Transaction, assignmentId: string): Promise<void> {
  await tx
    .deleteFrom('student_work')
    .where('assignment_id', '=', assignmentId)
    .where('submission_id', 'is', null)
    .where('submission_state', '=', 'not_started')
    .where('grade_state', '=', 'none')
    .where('grade_version', '=', 0)
    .execute();
}

/** Whether these belong to the course: the category, the group set, the period (each if named). */
export async function listUnknownReferences(
  tx: Transaction,
  course: { id: string; school_id: string; academic_year_id: string },
  named: {
    category_id?: string | null | undefined;
    group_set_id?: string | null | undefined;
    grading_period_id?: string | null | undefined;
  },
): Promise<string[]> {
  const [category, groups, period] = await Promise.all([
    named.category_id &&
      tx
        .selectFrom('grade_categories')
        .select('id')
        .where('id', '=', named.category_id)
        .where('course_id', '=', course.id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst(),
    named.group_set_id &&
      tx
        .selectFrom('group_sets')
        .select('id')
        .where('id', '=', named.group_set_id)
        .where('course_id', '=', course.id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst(),
    named.grading_period_id &&
      tx
        .selectFrom('grading_periods')
        .select('id')
        .where('id', '=', named.grading_period_id)
        .where('school_id', '=', course.school_id)
        .where('academic_year_id', '=', course.academic_year_id)
        .executeTakeFirst(),
  ]);
  const found = { category_id: category, group_set_id: groups, grading_period_id: period };
  return (Object.keys(found) as (keyof typeof found)[]).filter((key) => named[key] && !found[key]);
}

/** The criteria of a rubric that gives points; null for one without. */
export async function selectRubricCriteria(
  tx: Transaction,
  id: string,
): Promise<{ points?: string | number | null }[] | null> {
  const rubric = await tx
    .selectFrom('rubrics')
    .select(['criteria', 'has_points'])
    .where('id', '=', id)
    .executeTakeFirst();
  return rubric?.has_points ? (rubric.criteria as { points?: string | number | null }[]) : null;
}

export async function countLearners(tx: Transaction, courseId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select((eb) => eb.fn.count<number>('member.user_id').distinct().as('count'))
    .where('section.course_id', '=', courseId)
    .where('member.role', '=', 'student')
    .where('member.state', '=', 'active')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function listSectionIds(tx: Transaction, courseId: string): Promise<string[]> {
  const rows = await tx.selectFrom('sections').select('id').where('course_id', '=', courseId).execute();
  return rows.map(({ id }) => id);
}

/** Grades of an assignment with what decides whether they may move; nobody else writes them until the transaction ends. */
export function listGradedCells(tx: Transaction, assignmentId: string) {
  return tx
    .selectFrom('student_work')
    .select(['assignment_id', 'student_id', 'due_at', 'grade_state', 'entered_score'])
    .where('assignment_id', '=', assignmentId)
    .where('grade_state', '<>', 'none')
    .orderBy('student_id')
    .forUpdate()
    .execute();
}

/** Students who have the work, for telling them. */
export async function listAssignedStudents(tx: Transaction, assignmentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('student_work')
    .select('student_id')
    .where('assignment_id', '=', assignmentId)
    .where('is_assigned', '=', true)
    .execute();
  return rows.map(({ student_id }) => student_id);
}

/** In which ways students have handed in: as text, files or links. */
export async function selectReceivedKinds(tx: Transaction, assignmentId: string) {
  const row = await tx
    .selectFrom('submission_attempts as attempt')
    .innerJoin('submissions as submission', 'submission.id', 'attempt.submission_id')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('attempt.body', 'is not', null).as('text'),
      eb.fn
        .countAll<number>()
        .filterWhere(eb.fn<number>('jsonb_array_length', ['attempt.files']), '>', 0)
        .as('file'),
      eb.fn
        .countAll<number>()
        .filterWhere(eb.fn<number>('jsonb_array_length', ['attempt.links']), '>', 0)
        .as('link'),
    ])
    .where('submission.assignment_id', '=', assignmentId)
    .where('attempt.withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { text: Number(row.text), file: Number(row.file), link: Number(row.link) };
}

export async function copyStandards(tx: Transaction, fromId: string, toId: string): Promise<void> {
  const rows = await tx
    .selectFrom('assignment_standards')
    .select('standard_id')
    .where('assignment_id', '=', fromId)
    .execute();
  if (rows.length === 0) return;
  const copies = rows.map(({ standard_id }) => ({ assignment_id: toId, standard_id }));
  await tx.insertInto('assignment_standards').values(copies).execute();
}

/** Whether anybody has begun, handed in or been graded. */
export async function hasWork(tx: Transaction, assignmentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('student_work')
    .select('student_id')
    .where('assignment_id', '=', assignmentId)
    .where((eb) =>
      eb.or([
        eb('submission_id', 'is not', null),
        eb('submission_state', '<>', 'not_started'),
        eb('grade_state', '<>', 'none'),
        eb('grade_version', '>', 0),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
