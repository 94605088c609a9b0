import type { Transaction } from '@k12/db';

export interface RolloverResult {
  status: 'placed' | 'misfit' | 'copied';
  unit_plan_id: string | null;
  new_placement_id: string | null;
  reason: 'no_such_term' | 'term_too_short' | 'year_too_short' | 'failed' | null;
}

export type RolloverRow = Awaited<ReturnType<typeof createRollover>>;

export interface NewRollover {
  id: string;
  from_course_id: string;
  to_course_id: string;
  copy_units: boolean;
  placement_ids: string[];
  created_by: string;
  created_at: string;
}

export function createRollover(tx: Transaction, row: NewRollover) {
  return tx.insertInto('plan_rollovers').values(row).returningAll().executeTakeFirstOrThrow();
}

export function selectOptionalRollover(tx: Transaction, id: string) {
  return tx.selectFrom('plan_rollovers').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateRollover(
  tx: Transaction,
  id: string,
  changes: { state?: 'running' | 'done'; results?: Record<string, RolloverResult>; finished_at?: string },
): Promise<void> {
  const { results, ...rest } = changes;
  await tx
    .updateTable('plan_rollovers')
    .set({ ...rest, ...(results && { results: JSON.stringify(results) }) })
    .where('id', '=', id)
    .execute();
}

/** What was noted about taught lessons of these placements, oldest first. */
export function listNotes(tx: Transaction, placementIds: readonly string[]) {
  return tx
    .selectFrom('lesson_sessions as session')
    .innerJoin('plans as lesson', 'lesson.id', 'session.lesson_plan_id')
    .select(['session.id', 'session.placement_id', 'session.meeting_on', 'session.taught_note'])
    .select(['session.not_reached', 'lesson.title'])
    .where('session.placement_id', 'in', [...placementIds])
    .where('session.state', '=', 'taught')
    .where('session.deleted_at', 'is', null)
    .where((eb) =>
      eb.or([eb('session.taught_note', 'is not', null), eb('session.not_reached', 'is not', null)]),
    )
    .orderBy('session.meeting_on')
    .orderBy('session.id')
    .execute();
}

export interface NewImprovement {
  id: string;
  plan_id: string;
  session_id: string;
  lesson_title: string;
  taught_on: string;
  note: string;
  created_at: string;
}

/** A note comes along once, however often the job runs. */
export async function createImprovements(tx: Transaction, rows: NewImprovement[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('plan_improvements')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function listImprovements(tx: Transaction, planId: string) {
  return tx
    .selectFrom('plan_improvements')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('taught_on')
    .orderBy('id')
    .limit(500)
    .execute();
}

export function selectOptionalImprovement(tx: Transaction, id: string) {
  return tx.selectFrom('plan_improvements').selectAll().where('id', '=', id).executeTakeFirst();
}

export function updateImprovement(tx: Transaction, id: string, done_at: string | null) {
  return tx
    .updateTable('plan_improvements')
    .set({ done_at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
