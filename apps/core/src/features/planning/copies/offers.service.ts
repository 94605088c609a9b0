import type { OfferCreate, PlanOffer } from '@k12/contracts/planning/copies';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { newId, type Transaction } from '@k12/db';
import { authorize, holds } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { listHolders } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { auditPlan } from '../plans/plans.service.ts';
import { versionToCopy } from './copy-plan.service.ts';
import { copyUnit, placeOfCopy } from './duplicate.service.ts';
import * as queries from './offers.queries.ts';

export async function offerCopy(context: Context, planId: string, input: OfferCreate): Promise<PlanOffer> {
  return context.withTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, planId, 'unit');
    authorize(access.manage, 'unit_plans.update');
    const target = await targetOf(tx, input);
    const id = newId();
    const offered_by = requireUser(context);
    const created_at = context.platform.clock.now().toISOString();
    await queries.createOffer(tx, {
      id,
      plan_id: planId,
      ...target,
      note: input.note,
      offered_by,
      created_at,
    });
    const told = (await recipientsOf(tx, context, target)).filter((userId) => userId !== offered_by);
    await notify(tx, context, {
      user_ids: told,
      kind: 'plan.copy_offered',
      subject: { type: 'unit_plan', id: planId },
      details: { title: plan.title, by: context.actor.display_name },
    });
    await auditPlan(tx, context, 'plan.copy_offered', plan, { to: [null, input.to.kind] });
    const made = (await queries.listOffersOfPlan(tx, planId)).find((row) => row.id === id);
    if (!made) throw new Problem('not_found');
    return present(made);
  });
}

export async function listOffersOfUnit(context: Context, planId: string): Promise<{ data: PlanOffer[] }> {
  return context.readTenant(async (tx) => {
    const { access } = await selectReadablePlan(tx, context.actor, planId, 'unit');
    authorize(access.manage, 'unit_plans.update');
    return { data: (await queries.listOffersOfPlan(tx, planId)).map(present) };
  });
}

export async function listOffers(context: Context, query: { limit: number; cursor?: string | undefined }) {
  const [before] = (decodeCursor(query.cursor, 1) ?? []) as [string?];
  const rows = await context.readTenant((tx) =>
    queries.listOffersTo(tx, recipient(context), { limit: query.limit, before }),
  );
  return pageOf(rows, query.limit, present, (row) => [row.id]);
}

/** A copy of the unit as it is now, also for people who may not open the unit itself (PLN-142). */
export async function acceptOffer(context: Context, id: string): Promise<UnitPlan> {
  return context.withTenant(async (tx) => {
    const [offer] = await queries.listOffersTo(tx, recipient(context), { limit: 1, id });
    if (!offer) throw new Problem('not_found');
    authorize(holds(context.actor, 'unit_plans.create'), 'unit_plans.create');
    const place = await placeOfCopy(tx, context, {});
    const version = await versionToCopy(tx, context, offer.plan_id);
    return copyUnit(tx, context, version, { ...place, title: offer.title });
  });
}

export async function revokeOffer(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const offer = await queries.selectOpenOffer(tx, id);
    if (!offer) throw new Problem('not_found');
    const { plan, access } = await selectReadablePlan(tx, context.actor, offer.plan_id, 'unit');
    authorize(access.manage, 'unit_plans.update');
    await queries.revokeOffer(tx, id, context.platform.clock.now().toISOString());
    await auditPlan(tx, context, 'plan.offer_revoked', plan);
  });
}

/** Whom an offer reaches, to tell them: of a school those who plan there, not those of the whole district. */
async function recipientsOf(
  tx: Transaction,
  context: Context,
  target: queries.OfferTarget,
): Promise<string[]> {
  const { user_id, planning_context_id, school_id } = target;
  if (user_id) return [user_id];
  if (planning_context_id) return queries.listTeamMembers(tx, planning_context_id);
  const place = { school_id, today: await todayOf(context) };
  const staff = await listHolders(tx, { capability: 'unit_plans.create', ...place });
  return staff.filter(({ is_of_school }) => is_of_school).map(({ id }) => id);
}

async function targetOf(tx: Transaction, { to }: OfferCreate): Promise<queries.OfferTarget> {
  const none = { user_id: null, planning_context_id: null, school_id: null };
  const unknown = () => invalid('/to/id', 'unknown', 'There is no such person, team or school here.');
  if (to.kind === 'person') {
    if (!(await queries.userExists(tx, to.id))) throw unknown();
    return { ...none, user_id: to.id };
  }
  if (to.kind === 'team') {
    if (!(await queries.selectTeam(tx, to.id))) throw unknown();
    return { ...none, planning_context_id: to.id };
  }
  if (!(await queries.schoolExists(tx, to.id))) throw unknown();
  return { ...none, school_id: to.id };
}

function recipient(context: Context) {
  return { user_id: requireUser(context), school_ids: context.actor.school_ids };
}

function requireUser({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}

function present(row: queries.OfferRow): PlanOffer {
  const { id, plan_id, title, note, created_at } = row;
  return {
    id,
    plan_id,
    title,
    note,
    created_at,
    user: row.user_id && {
      id: row.user_id,
      display_name: displayName({
        given_name: row.person_given_name ?? '',
        family_name: row.person_family_name ?? '',
        preferred_name: row.person_preferred_name,
      }),
    },
    team: row.planning_context_id && { id: row.planning_context_id, name: row.team_name ?? '' },
    school: row.school_id && { id: row.school_id, name: row.school_name ?? '' },
    offered_by: {
      id: row.offered_by,
      display_name: displayName({
        given_name: row.giver_given_name,
        family_name: row.giver_family_name,
        preferred_name: row.giver_preferred_name,
      }),
    },
  } as PlanOffer;
}
