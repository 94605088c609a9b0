import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';

export async function updateLocks(tx: Transaction, planId: string, locks: object[], updated_at: string) {
  await tx
    .updateTable('plans')
    .set((eb) => ({
      locked_paths: JSON.stringify(locks),
      updated_at,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', planId)
    .execute();
}

/** What a school received is offered there at once, without another approval. */
export async function publish(
  tx: Transaction,
  plan: { id: string; version_id: string },
  by: { user_id: string; now: string },
): Promise<void> {
  await tx
    .updateTable('plan_publications')
    .set({ ended_at: by.now, ended_by: by.user_id })
    .where('plan_id', '=', plan.id)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .insertInto('plan_publications')
    .values({
      id: newId(),
      plan_id: plan.id,
      version_id: plan.version_id,
      published_by: by.user_id,
      published_at: by.now,
    })
    .execute();
  await tx
    .updateTable('plans')
    .set((eb) => ({
      published_version_id: plan.version_id,
      state: 'published' as const,
      updated_at: by.now,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', plan.id)
    .execute();
}

export async function archive(tx: Transaction, planId: string, updated_at: string): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({ state: 'archived' as const, updated_at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', planId)
    .execute();
}

/** Edited, placed on a calendar, or the origin of other plans. */
export async function isTouched(
  tx: Transaction,
  planId: string,
  deliveredRevision: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom('plans')
    .innerJoin('plan_drafts as draft', 'draft.plan_id', 'plans.id')
    .select((eb) => [
      eb('draft.revision', '<>', deliveredRevision).as('edited'),
      eb
        .exists(eb.selectFrom('unit_placements').select('id').where('unit_plan_id', '=', planId))
        .as('placed'),
      eb
        .exists(eb.selectFrom('plans as copy').select('copy.id').where('copy.source_plan_id', '=', planId))
        .as('copied'),
      eb
        .exists(
          eb
            .selectFrom('plans as made')
            .innerJoin('plan_versions as version', 'version.id', 'made.template_version_id')
            .select('made.id')
            .where('version.plan_id', '=', planId),
        )
        .as('used'),
    ])
    .where('plans.id', '=', planId)
    .executeTakeFirst();
  return !row || Boolean(row.edited || row.placed || row.copied || row.used);
}

/** By school: who opened what was delivered, what was made from it, and how much of that is published (PLN-148). */
export function listAdoption(tx: Transaction, pushId: string) {
  return tx
    .selectFrom('curriculum_push_targets as target')
    .innerJoin('schools', 'schools.id', 'target.school_id')
    .leftJoin('plan_drafts as draft', 'draft.plan_id', 'target.plan_id')
    .select((eb) => [
      'target.school_id',
      'schools.name as school_name',
      sql<boolean>`bool_or(target.effect in ('deliver', 'assign') and target.state = 'done')`.as('delivered'),
      sql<boolean>`bool_or(coalesce(draft.revision > target.delivered_revision, false))`.as('changed'),
      eb.fn
        .sum<number>(
          eb
            .selectFrom('plan_visits as visit')
            .select((v) => v.fn.countAll<number>().as('count'))
            .where('visit.plan_id', '=', eb.ref('target.plan_id')),
        )
        .as('opened_count'),
      eb.fn
        .sum<number>(
          eb
            .selectFrom('plans as made')
            .innerJoin('plan_versions as version', 'version.id', 'made.template_version_id')
            .select((v) => v.fn.countAll<number>().as('count'))
            .where('version.plan_id', '=', eb.ref('target.plan_id'))
            .where('made.deleted_at', 'is', null),
        )
        .as('in_use_count'),
      eb.fn
        .sum<number>(
          eb
            .selectFrom('plans as made')
            .innerJoin('plan_versions as version', 'version.id', 'made.template_version_id')
            .select((v) => v.fn.countAll<number>().as('count'))
            .where('version.plan_id', '=', eb.ref('target.plan_id'))
            .where('made.published_version_id', 'is not', null),
        )
        .as('published_count'),
    ])
    .where('target.push_id', '=', pushId)
    .groupBy(['target.school_id', 'schools.name'])
    .orderBy('schools.name')
    .execute();
}
