import type { Transaction } from '@k12/db';

export interface OfferTarget {
  user_id: string | null;
  planning_context_id: string | null;
  school_id: string | null;
}

function offersWithNames(tx: Transaction) {
  return tx
    .selectFrom('plan_offers as offer')
    .innerJoin('plans', 'plans.id', 'offer.plan_id')
    .innerJoin('users as giver', 'giver.id', 'offer.offered_by')
    .leftJoin('users as person', 'person.id', 'offer.user_id')
    .leftJoin('planning_contexts as team', 'team.id', 'offer.planning_context_id')
    .leftJoin('schools as school', 'school.id', 'offer.school_id')
    .select([
      'offer.id',
      'offer.plan_id',
      'offer.note',
      'offer.created_at',
      'offer.offered_by',
      'offer.user_id',
      'offer.planning_context_id',
      'offer.school_id',
      'plans.title',
      'giver.given_name as giver_given_name',
      'giver.family_name as giver_family_name',
      'giver.preferred_name as giver_preferred_name',
      'person.given_name as person_given_name',
      'person.family_name as person_family_name',
      'person.preferred_name as person_preferred_name',
      'team.name as team_name',
      'school.name as school_name',
    ])
    .where('offer.revoked_at', 'is', null)
    .where('plans.deleted_at', 'is', null);
}

export type OfferRow = Awaited<ReturnType<ReturnType<typeof offersWithNames>['executeTakeFirstOrThrow']>>;

export function listOffersOfPlan(tx: Transaction, planId: string): Promise<OfferRow[]> {
  return offersWithNames(tx).where('offer.plan_id', '=', planId).orderBy('offer.id').limit(500).execute();
}

/** To the person, a team of theirs, or a school they work in; not what they offer themselves. */
export function listOffersTo(
  tx: Transaction,
  person: { user_id: string; school_ids: readonly string[] },
  page: { limit: number; before?: string | undefined; id?: string | undefined },
): Promise<OfferRow[]> {
  let rows = offersWithNames(tx)
    .where('offer.offered_by', '<>', person.user_id)
    .where((eb) =>
      eb.or([
        eb('offer.user_id', '=', person.user_id),
        ...(person.school_ids.length > 0 ? [eb('offer.school_id', 'in', [...person.school_ids])] : []),
        eb(
          'offer.planning_context_id',
          'in',
          eb
            .selectFrom('planning_context_members as member')
            .select('member.planning_context_id')
            .where('member.user_id', '=', person.user_id),
        ),
      ]),
    )
    .orderBy('offer.id', 'desc')
    .limit(page.limit + 1);
  if (page.before) rows = rows.where('offer.id', '<', page.before);
  if (page.id) rows = rows.where('offer.id', '=', page.id);
  return rows.execute();
}

export function selectOpenOffer(tx: Transaction, id: string) {
  return tx
    .selectFrom('plan_offers')
    .selectAll()
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

export async function createOffer(
  tx: Transaction,
  offer: OfferTarget & {
    id: string;
    plan_id: string;
    note: string | null;
    offered_by: string;
    created_at: string;
  },
): Promise<void> {
  await tx.insertInto('plan_offers').values(offer).execute();
}

export async function revokeOffer(tx: Transaction, id: string, revoked_at: string): Promise<void> {
  await tx.updateTable('plan_offers').set({ revoked_at }).where('id', '=', id).execute();
}

export async function userExists(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.selectFrom('users').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export function selectTeam(tx: Transaction, id: string) {
  return tx.selectFrom('planning_contexts').select('school_id').where('id', '=', id).executeTakeFirst();
}

export async function schoolExists(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.selectFrom('schools').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function listTeamMembers(tx: Transaction, teamId: string): Promise<string[]> {
  const members = await tx
    .selectFrom('planning_context_members')
    .select('user_id')
    .where('planning_context_id', '=', teamId)
    .execute();
  return members.map(({ user_id }) => user_id);
}
