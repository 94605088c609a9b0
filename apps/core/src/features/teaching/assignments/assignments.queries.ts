import type { AssignmentQuery } from '@k12/contracts/teaching/assignments';
import type { Database, Transaction } from '@k12/db';
import type { Updateable } from 'kysely';
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
  after: (string | number | null)[] | undefined,
): Promise<AssignmentRow[]> {
  let rows = assignments(tx)
    .where('assignment.course_id', '=', courseId)
    .orderBy('assignment.position')
    .orderBy('assignment.id')
    .limit(filter.limit + 1);
  rows = filter.state
    ? rows.where('assignment.state', '=', filter.state)
    : rows.where('assignment.state', '<>', 'deleted');
  if (filter.category_id) rows = rows.where('assignment.category_id', '=', filter.category_id);
  if (filter.kind) rows = rows.where('assignment.kind', '=', filter.kind);
  if (filter.q) rows = rows.where('assignment.title', 'ilike', containing(filter.q));
  if (after) {
    const [position, id] = after as [number, string];
    rows = rows.where((eb) =>
      eb.or([
        eb('assignment.position', '>', position),
        eb.and([eb('assignment.position', '=', position), eb('assignment.id', '>', id)]),
      ]),
    );
  }
  return rows.execute();
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

/** Assignments whose time to be published has come, oldest first. */
export function listDueToPublish(tx: Transaction, now: string) {
  return tx
    .selectFrom('assignments')
    .select(['id', 'course_id', 'publish_at'])
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .orderBy('id')
    .limit(500)
    .forUpdate()
    .execute();
}

export async function deleteUntouchedWork(tx: Transaction, assignmentId: string): Promise<void> {
  await tx.deleteFrom('student_work').where('assignment_id', '=', assignmentId).execute();
}

/** Whether these belong to the course: the category, the group set, the rubric, the period (each if named). */
export async function listUnknownReferences(
  tx: Transaction,
  course: { id: string; school_id: string; academic_year_id: string },
  named: {
    category_id?: string | null | undefined;
    group_set_id?: string | null | undefined;
    grading_period_id?: string | null | undefined;
    rubric_id?: string | null | undefined;
  },
): Promise<string[]> {
  const [category, groups, period, rubric] = await Promise.all([
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
    named.rubric_id &&
      tx
        .selectFrom('rubrics')
        .select('id')
        .where('id', '=', named.rubric_id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst(),
  ]);
  const found = { category_id: category, group_set_id: groups, grading_period_id: period, rubric_id: rubric };
  return (Object.keys(found) as (keyof typeof found)[]).filter((key) => named[key] && !found[key]);
}
