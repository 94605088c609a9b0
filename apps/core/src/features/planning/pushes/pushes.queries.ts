import type { PushRule } from '@k12/contracts/planning/pushes';
import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';

export type PushRow = NonNullable<Awaited<ReturnType<typeof selectPush>>>;
export type TargetRow = Awaited<ReturnType<typeof listTargets>>[number];

function pushesWithNames(tx: Transaction) {
  return tx
    .selectFrom('curriculum_pushes as push')
    .innerJoin('users as creator', 'creator.id', 'push.created_by')
    .selectAll('push')
    .select(['creator.given_name', 'creator.family_name', 'creator.preferred_name']);
}

export function selectPush(tx: Transaction, id: string) {
  return pushesWithNames(tx).where('push.id', '=', id).executeTakeFirst();
}

export function listPushes(tx: Transaction, page: { limit: number; before?: string | undefined }) {
  let rows = pushesWithNames(tx)
    .orderBy('push.id', 'desc')
    .limit(page.limit + 1);
  if (page.before) rows = rows.where('push.id', '<', page.before);
  return rows.execute();
}

export interface NewPush {
  id: string;
  kind: 'template' | 'unit' | 'pack';
  title: string;
  plan_id: string | null;
  plan_version_id: string | null;
  pack_key: string | null;
  pack_version: number | null;
  school_ids: string[];
  grade_levels: string[];
  rules: PushRule[];
  state: 'scheduled' | 'running';
  run_at: string;
  created_by: string;
  created_at: string;
}

export async function createPush(tx: Transaction, push: NewPush, targets: readonly Target[]): Promise<void> {
  await tx
    .insertInto('curriculum_pushes')
    .values({ ...push, rules: JSON.stringify(push.rules) })
    .execute();
  const rows = targets.map(({ school_id, plan_id, effect }) => ({
    id: newId(),
    push_id: push.id,
    school_id,
    plan_id,
    effect,
  }));
  for (let at = 0; at < rows.length; at += 500) {
    await tx
      .insertInto('curriculum_push_targets')
      .values(rows.slice(at, at + 500))
      .execute();
  }
}

export interface Target {
  school_id: string;
  plan_id: string | null;
  effect: 'deliver' | 'lock' | 'offer' | 'none' | 'assign';
}

export function listSchools(tx: Transaction, ids: readonly string[]) {
  return tx
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('state', '=', 'active')
    .execute();
}

/** Copies that earlier pushes of this plan made and that are still in use. */
export async function listDeliveredCopies(tx: Transaction, planId: string) {
  return tx
    .selectFrom('curriculum_push_targets as target')
    .innerJoin('curriculum_pushes as push', 'push.id', 'target.push_id')
    .innerJoin('plans', 'plans.id', 'target.plan_id')
    .select(['target.school_id', 'plans.id'])
    .distinct()
    .where('push.plan_id', '=', planId)
    .where('target.effect', '=', 'deliver')
    .where('target.state', 'in', ['done', 'kept'])
    .where('plans.deleted_at', 'is', null)
    .where('plans.state', '<>', 'archived')
    .execute();
}

/** Plans of these schools that were made from any of these origins, or are one of their copies. */
export function listDerived(
  tx: Transaction,
  origins: readonly string[],
  schools: readonly string[],
  grades: readonly string[],
) {
  let rows = tx
    .selectFrom('plans')
    .select(['id', 'school_id', 'title'])
    .where('deleted_at', 'is', null)
    .where('state', '<>', 'archived')
    .where('kind', 'in', ['unit', 'template'])
    .where('school_id', 'in', [...schools])
    .where((eb) =>
      eb.or([
        eb('source_plan_id', 'in', [...origins]),
        eb(
          'template_version_id',
          'in',
          eb
            .selectFrom('plan_versions as offered')
            .select('offered.id')
            .where('offered.plan_id', 'in', [...origins]),
        ),
      ]),
    )
    .where('id', 'not in', [...origins.slice(0, 1)])
    .orderBy('id')
    .limit(20_000);
  if (grades.length > 0) rows = rows.where(sql<boolean>`plans.grade_levels && ${[...grades]}::text[]`);
  return rows.execute();
}

export function listTargets(tx: Transaction, pushId: string, limit = 1_000) {
  return tx
    .selectFrom('curriculum_push_targets as target')
    .innerJoin('schools', 'schools.id', 'target.school_id')
    .leftJoin('plans', 'plans.id', 'target.plan_id')
    .selectAll('target')
    .select(['schools.name as school_name', 'plans.title as plan_title'])
    .where('target.push_id', '=', pushId)
    .orderBy('target.id')
    .limit(limit)
    .execute();
}

export async function countTargets(tx: Transaction, pushIds: readonly string[]) {
  if (pushIds.length === 0) return [];
  const rows = await tx
    .selectFrom('curriculum_push_targets')
    .select((eb) => ['push_id', 'effect', 'state', eb.fn.countAll<number>().as('count')])
    .where('push_id', 'in', [...pushIds])
    .groupBy(['push_id', 'effect', 'state'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export async function listWaiting(tx: Transaction, pushId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('curriculum_push_targets')
    .select('id')
    .where('push_id', '=', pushId)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Undefined when somebody else has done it: a repeated run does nothing twice. */
export function lockWaiting(tx: Transaction, targetId: string) {
  return tx
    .selectFrom('curriculum_push_targets')
    .selectAll()
    .where('id', '=', targetId)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
}

export async function updateTarget(
  tx: Transaction,
  id: string,
  change: {
    state: 'done' | 'failed' | 'recalled' | 'kept';
    plan_id?: string;
    delivered_revision?: number;
    error_code?: string;
    done_at?: string;
  },
): Promise<void> {
  await tx.updateTable('curriculum_push_targets').set(change).where('id', '=', id).execute();
}

export async function updatePushState(
  tx: Transaction,
  id: string,
  change:
    | { state: 'running' }
    | { state: 'finished'; finished_at: string }
    | { state: 'recalled'; recalled_at: string; recalled_by: string | null },
): Promise<void> {
  await tx.updateTable('curriculum_pushes').set(change).where('id', '=', id).execute();
}
