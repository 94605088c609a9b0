import type { RubricCriterion, RubricQuery } from '@k12/contracts/teaching/rubrics';
import type { Changes, Database, Transaction } from '@k12/db';
import { expressionBuilder } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';

export type RubricRow = NonNullable<Awaited<ReturnType<typeof selectOptionalRubric>>>;

/** Whose rubrics somebody may use. `all` in place of ids: every one of the tenant. */
export interface RubricReach {
  user_id: string;
  course_ids: 'all' | string[];
  school_ids: 'all' | string[];
}

const eb = expressionBuilder<Database & { rubric: Database['rubrics'] }, 'rubric'>();

function inRubricReach(reach: RubricReach) {
  const among = (column: 'rubric.course_id' | 'rubric.school_id', ids: 'all' | string[]) =>
    ids === 'all' ? [eb(column, 'is not', null)] : ids.length > 0 ? [eb(column, 'in', ids)] : [];
  const shared = (scope: 'course' | 'school', ways: ReturnType<typeof among>) =>
    ways.map((way) => eb.and([eb('rubric.scope', '=', scope), way]));
  return eb.or([
    eb('rubric.owner_id', '=', reach.user_id),
    eb('rubric.scope', '=', 'tenant'),
    ...shared('course', among('rubric.course_id', reach.course_ids)),
    ...shared('school', among('rubric.school_id', reach.school_ids)),
  ]);
}

function rubricsWithPlace(tx: Transaction) {
  return tx
    .selectFrom('rubrics as rubric')
    .leftJoin('courses as course', 'course.id', 'rubric.course_id')
    .selectAll('rubric')
    .select((eb) => [
      'course.school_id as course_school_id',
      eb
        .not(
          eb.exists(
            eb
              .selectFrom('rubrics as newer')
              .select('newer.id')
              .whereRef('newer.rubric_key', '=', 'rubric.rubric_key')
              .whereRef('newer.version', '>', 'rubric.version')
              .where('newer.deleted_at', 'is', null),
          ),
        )
        .as('is_newest'),
    ])
    .where('rubric.deleted_at', 'is', null);
}

export function listRubrics(
  tx: Transaction,
  reach: RubricReach,
  query: RubricQuery,
  after: Position,
): Promise<RubricRow[]> {
  let rows = rubricsWithPlace(tx)
    .where(inRubricReach(reach))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('rubrics as later')
            .select('later.id')
            .whereRef('later.rubric_key', '=', 'rubric.rubric_key')
            .whereRef('later.version', '>', 'rubric.version')
            .where('later.deleted_at', 'is', null),
        ),
      ),
    )
    .limit(query.limit + 1);
  if (query.q) rows = rows.where('rubric.title', 'ilike', containing(query.q));
  if (query.scope) rows = rows.where('rubric.scope', '=', query.scope);
  if (query.state) rows = rows.where('rubric.state', '=', query.state);
  const { course_id } = query;
  if (course_id)
    rows = rows.where((eb) =>
      eb.or([eb('rubric.scope', '<>', 'course'), eb('rubric.course_id', '=', course_id)]),
    );
  return inOrderAfter(rows, ['rubric.title', 'rubric.id'], after).execute();
}

export function selectOptionalRubric(tx: Transaction, id: string, reach?: RubricReach) {
  let rows = rubricsWithPlace(tx).where('rubric.id', '=', id);
  if (reach) rows = rows.where(inRubricReach(reach));
  return rows.executeTakeFirst();
}

export async function selectRubric(tx: Transaction, id: string, reach?: RubricReach): Promise<RubricRow> {
  const rubric = await selectOptionalRubric(tx, id, reach);
  if (!rubric) throw new Problem('not_found');
  return rubric;
}

export interface NewRubric {
  id: string;
  title: string;
  scope: 'mine' | 'course' | 'school' | 'tenant';
  owner_id: string;
  course_id: string | null;
  school_id: string | null;
  has_points: boolean;
  state: 'draft' | 'published';
  rubric_key: string;
  version: number;
  criteria: RubricCriterion[];
  created_at: string;
}

export async function createRubric(tx: Transaction, { criteria, ...rubric }: NewRubric): Promise<void> {
  await tx
    .insertInto('rubrics')
    .values({ ...rubric, criteria: JSON.stringify(criteria), updated_at: rubric.created_at })
    .execute();
}

type RubricChanges = Changes<{
  title: string;
  has_points: boolean;
  state: 'draft' | 'published' | 'archived';
  criteria: string;
  deleted_at: string;
}> & { updated_at: string };

/** False when the version named is no longer the current one, or somebody used it in between. */
export async function updateRubric(tx: Transaction, id: string, lockVersion: number, changes: RubricChanges) {
  const updated = await tx
    .updateTable('rubrics')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** From its first use on its criteria stay as they are (TCH-85). */
export async function markUsed(tx: Transaction, id: string, used_at: string): Promise<void> {
  await tx
    .updateTable('rubrics')
    .set((eb) => ({ used_at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .execute();
}

export async function isUsed(tx: Transaction, rubricKey: string): Promise<boolean> {
  const row = await tx
    .selectFrom('rubrics as rubric')
    .select('rubric.id')
    .where('rubric.rubric_key', '=', rubricKey)
    .where((eb) =>
      eb.or([
        eb('rubric.used_at', 'is not', null),
        eb.exists(
          eb
            .selectFrom('assignments as assignment')
            .select('assignment.id')
            .whereRef('assignment.rubric_id', '=', 'rubric.id')
            .where('assignment.state', '<>', 'deleted'),
        ),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

export async function countStandards(tx: Transaction, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const row = await tx
    .selectFrom('standards')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', 'in', [...ids])
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The version that is offered now. */
export async function newestVersionOf(tx: Transaction, rubricKey: string): Promise<string | null> {
  const row = await tx
    .selectFrom('rubrics')
    .select('id')
    .where('rubric_key', '=', rubricKey)
    .where('state', '<>', 'draft')
    .where('deleted_at', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
