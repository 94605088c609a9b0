import type { Database, Transaction } from '@k12/db';
import { type Insertable, sql } from 'kysely';

export function listCategories(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('grade_categories')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('deleted_at', 'is', null)
    .execute();
}

export function listPages(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('course_pages')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('deleted_at', 'is', null)
    .execute();
}

export function listRubrics(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('rubrics')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('scope', '=', 'course')
    .where('deleted_at', 'is', null)
    .execute();
}

export function listAssignments(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('assignments')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('state', '<>', 'deleted')
    .orderBy('position')
    .execute();
}

export function listDates(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('assignment_dates as line')
    .innerJoin('assignments as assignment', 'assignment.id', 'line.assignment_id')
    .selectAll('line')
    .where('assignment.course_id', '=', courseId)
    .execute();
}

export function listStandards(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('assignment_standards as link')
    .innerJoin('assignments as assignment', 'assignment.id', 'link.assignment_id')
    .select(['link.assignment_id', 'link.standard_id'])
    .where('assignment.course_id', '=', courseId)
    .execute();
}

export function listModules(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('modules')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('deleted_at', 'is', null)
    .where('state', '<>', 'archived')
    .orderBy('position')
    .execute();
}

export function listItems(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('module_items')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute();
}

export function listPrerequisites(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('module_prerequisites as needed')
    .innerJoin('modules as module', 'module.id', 'needed.module_id')
    .select(['needed.module_id', 'needed.required_module_id'])
    .where('module.course_id', '=', courseId)
    .execute();
}

type Copied =
  | 'grade_categories'
  | 'rubrics'
  | 'assignments'
  | 'assignment_dates'
  | 'assignment_standards'
  | 'course_pages'
  | 'modules'
  | 'module_items'
  | 'module_prerequisites';

export async function insertAll<T extends Copied>(
  tx: Transaction,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 200) {
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + 200) as never)
      .execute();
  }
}

/** What a course decided about grades, late work and the like. */
export async function copySettings(
  tx: Transaction,
  tenantId: string,
  from: string,
  to: string,
): Promise<void> {
  await sql`update courses set settings = source.settings from courses source
    where courses.tenant_id = ${tenantId} and courses.id = ${to}
      and source.tenant_id = ${tenantId} and source.id = ${from}`.execute(tx);
}

export async function createCopiedCourse(
  tx: Transaction,
  from: string,
  course: {
    id: string;
    academic_year_id: string;
    name: string;
    created_by: string | null;
    created_at: string;
  },
): Promise<void> {
  const source = await tx
    .selectFrom('courses')
    .select(['school_id', 'code', 'subject', 'grade_levels', 'description', 'color', 'credits'])
    .where('id', '=', from)
    .executeTakeFirstOrThrow();
  const description = source.description === null ? null : JSON.stringify(source.description);
  await tx
    .insertInto('courses')
    .values({
      ...source,
      ...course,
      description,
      state: 'draft',
      copied_from_course_id: from,
      updated_at: course.created_at,
    })
    .execute();
}

export type CopyRow = NonNullable<Awaited<ReturnType<typeof selectOptionalCopy>>>;

export function selectOptionalCopy(tx: Transaction, id: string) {
  return tx.selectFrom('course_copies').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function createCopy(
  tx: Transaction,
  copy: Insertable<Database['course_copies']>,
): Promise<void> {
  await tx.insertInto('course_copies').values(copy).execute();
}

export async function updateCopy(
  tx: Transaction,
  id: string,
  changes: {
    state?: CopyRow['state'];
    done_count?: number;
    total_count?: number;
    skipped?: string;
    finished_at?: string;
  },
): Promise<void> {
  await tx.updateTable('course_copies').set(changes).where('id', '=', id).execute();
}

export function selectPlace(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('courses')
    .select(['school_id', 'academic_year_id'])
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow();
}
