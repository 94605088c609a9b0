import type { ContextQuery, PlanningContext } from '@k12/contracts/planning/contexts';
import type { Changes, Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';

export type ContextRow = Awaited<ReturnType<typeof selectContext>>;

function contextsFor(tx: Transaction, userId: string | null) {
  return tx
    .selectFrom('planning_contexts as context')
    .innerJoin('academic_years as year', 'year.id', 'context.academic_year_id')
    .selectAll('context')
    .select((eb) => [
      'year.name as academic_year_name',
      sql<boolean>`${eb.exists(
        eb
          .selectFrom('planning_context_members as own')
          .select('own.user_id')
          .whereRef('own.planning_context_id', '=', 'context.id')
          .where('own.user_id', '=', userId),
      )}`.as('is_member'),
      eb
        .selectFrom('plans as plan')
        .select((p) => sql<number>`${p.fn.countAll()}::int`.as('count'))
        .whereRef('plan.planning_context_id', '=', 'context.id')
        .where('plan.home', '=', 'team')
        .where('plan.kind', 'in', ['unit', 'document'])
        .where('plan.deleted_at', 'is', null)
        .as('plans_count'),
    ]);
}

export async function selectContext(tx: Transaction, userId: string | null, id: string) {
  const row = await contextsFor(tx, userId).where('context.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export function listContexts(
  tx: Transaction,
  userId: string | null,
  query: ContextQuery,
  reach: { schools: 'all' | string[]; after: Position },
) {
  const { schools, after } = reach;
  let rows = contextsFor(tx, userId)
    .where('context.archived_at', query.archived ? 'is not' : 'is', null)
    .limit(query.limit + 1);
  if (schools !== 'all') {
    rows = rows.where((eb) => (schools.length > 0 ? eb('context.school_id', 'in', schools) : eb.lit(false)));
  }
  if (query.academic_year_id) rows = rows.where('context.academic_year_id', '=', query.academic_year_id);
  if (query.kind) rows = rows.where('context.kind', '=', query.kind);
  if (query.q) rows = rows.where('context.name', 'ilike', containing(query.q));
  if (query.mine) {
    rows = rows.where('context.id', 'in', (eb) =>
      eb
        .selectFrom('planning_context_members as mine')
        .select('mine.planning_context_id')
        .where('mine.user_id', '=', userId),
    );
  }
  return inOrderAfter(rows, ['context.name', 'context.id'], after).execute();
}

export function listMembers(tx: Transaction, contextIds: readonly string[]) {
  if (contextIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('planning_context_members as member')
    .innerJoin('users as person', 'person.id', 'member.user_id')
    .select([
      'member.planning_context_id',
      'person.id',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
    ])
    .where('member.planning_context_id', 'in', [...contextIds])
    .orderBy('person.sort_name')
    .execute();
}

export function listCourses(tx: Transaction, contextIds: readonly string[]) {
  if (contextIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('planning_context_courses as link')
    .innerJoin('courses as course', 'course.id', 'link.course_id')
    .select(['link.planning_context_id', 'course.id', 'course.name', 'course.subject'])
    .where('link.planning_context_id', 'in', [...contextIds])
    .where('course.deleted_at', 'is', null)
    .orderBy('course.name')
    .execute();
}

export interface NewContext {
  id: string;
  school_id: string;
  academic_year_id: string;
  kind: PlanningContext['kind'];
  name: string;
  created_by: string;
  created_at: string;
}

export async function createContext(tx: Transaction, row: NewContext): Promise<void> {
  await tx
    .insertInto('planning_contexts')
    .values({ ...row, updated_at: row.created_at })
    .execute();
}

/** False when somebody was faster. */
export async function updateContext(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Changes<{ name: string; kind: PlanningContext['kind']; archived_at: string | null }> & {
    updated_at: string;
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('planning_contexts')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function replaceMembers(tx: Transaction, id: string, userIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('planning_context_members').where('planning_context_id', '=', id).execute();
  if (userIds.length === 0) return;
  await tx
    .insertInto('planning_context_members')
    .values(userIds.map((user_id) => ({ planning_context_id: id, user_id })))
    .execute();
}

export async function replaceCourses(
  tx: Transaction,
  id: string,
  courseIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('planning_context_courses').where('planning_context_id', '=', id).execute();
  if (courseIds.length === 0) return;
  await tx
    .insertInto('planning_context_courses')
    .values(courseIds.map((course_id) => ({ planning_context_id: id, course_id })))
    .execute();
}

/** Of the courses named those of the school and the year. */
export async function listCoursesOf(
  tx: Transaction,
  place: { school_id: string; academic_year_id: string },
  courseIds: readonly string[],
): Promise<Set<string>> {
  if (courseIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('courses')
    .select('id')
    .where('id', 'in', [...courseIds])
    .where('school_id', '=', place.school_id)
    .where('academic_year_id', '=', place.academic_year_id)
    .where('deleted_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Plans in it, in the bin too, and whatever is shared with it or kept for it. */
export async function isUsed(tx: Transaction, id: string): Promise<boolean> {
  for (const table of ['plans', 'plan_collaborators', 'resources', 'resource_folders'] as const) {
    const row = await tx
      .selectFrom(table)
      .select('id')
      .where('planning_context_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}

export async function deleteContext(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('planning_contexts').where('id', '=', id).execute();
}
