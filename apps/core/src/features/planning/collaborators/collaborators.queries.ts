import { newId, type Transaction } from '@k12/db';

type Access = 'view' | 'comment' | 'edit' | 'manage';

export interface Given {
  user_id: string | null;
  planning_context_id: string | null;
  access: Access;
}

/** Whom a plan is shared with, people by name and then teams. */
export function listCollaborators(tx: Transaction, planId: string) {
  return tx
    .selectFrom('plan_collaborators as given')
    .leftJoin('users as person', 'person.id', 'given.user_id')
    .leftJoin('planning_contexts as team', 'team.id', 'given.planning_context_id')
    .select([
      'given.user_id',
      'given.planning_context_id',
      'given.access',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
      'person.state as person_state',
      'team.name as team_name',
    ])
    .where('given.plan_id', '=', planId)
    .orderBy('person.sort_name')
    .orderBy('team.name')
    .execute();
}

export async function replaceCollaborators(
  tx: Transaction,
  planId: string,
  given: readonly Given[],
  by: { created_by: string; created_at: string },
): Promise<void> {
  await tx.deleteFrom('plan_collaborators').where('plan_id', '=', planId).execute();
  if (given.length === 0) return;
  await tx
    .insertInto('plan_collaborators')
    .values(given.map((one) => ({ id: newId(), plan_id: planId, ...one, ...by })))
    .execute();
}

/** False when somebody else has changed the plan meanwhile. */
export async function updateOwner(
  tx: Transaction,
  planId: string,
  lockVersion: number,
  changes: { owner_id: string; updated_at: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('plans')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', planId)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await tx
    .updateTable('plans')
    .set({ owner_id: changes.owner_id })
    .where('unit_plan_id', '=', planId)
    .execute();
  return true;
}

export function listPeople(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('users')
    .select(['id', 'state'])
    .where('id', 'in', [...ids])
    .where('kind', '=', 'person')
    .execute();
}

/** Teams with how many active members they have. */
export function listTeams(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('planning_contexts as team')
    .select((eb) => [
      'team.id',
      eb
        .selectFrom('planning_context_members as member')
        .innerJoin('users as person', 'person.id', 'member.user_id')
        .select((m) => m.fn.countAll<string>().as('count'))
        .whereRef('member.planning_context_id', '=', 'team.id')
        .where('person.state', '=', 'active')
        .as('active_members'),
    ])
    .where('team.id', 'in', [...ids])
    .where('team.archived_at', 'is', null)
    .execute();
}

export function listPlansOwnedBy(tx: Transaction, userId: string) {
  return tx
    .selectFrom('plans')
    .select(['id', 'kind', 'title', 'school_id', 'unit_plan_id'])
    .where('owner_id', '=', userId)
    .execute();
}

/** For each plan the first active person who may manage it, by when it was shared with them. */
export function listManagers(tx: Transaction, planIds: readonly string[]) {
  if (planIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('plan_collaborators as given')
    .innerJoin('users as person', 'person.id', 'given.user_id')
    .select(['given.plan_id', 'given.user_id'])
    .where('given.plan_id', 'in', [...planIds])
    .where('given.access', '=', 'manage')
    .where('person.state', '=', 'active')
    .orderBy('given.created_at')
    .orderBy('given.id')
    .execute();
}

export async function handOver(tx: Transaction, planIds: readonly string[], owner_id: string): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({ owner_id, lock_version: eb('lock_version', '+', 1) }))
    .where('id', 'in', [...planIds])
    .execute();
  // What the new owner was given before is part of owning it now.
  await tx
    .deleteFrom('plan_collaborators')
    .where('plan_id', 'in', [...planIds])
    .where('user_id', '=', owner_id)
    .execute();
}
