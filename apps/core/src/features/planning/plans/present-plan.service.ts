import type { LockedPath } from '@k12/contracts/planning/plan-records';
import type { CurriculumDocument, LessonPlan, UnitPlan } from '@k12/contracts/planning/plans';
import type { Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import { tenantSettings } from '../../identity/tenant-settings/tenant-settings.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { routeFor } from '../approvals/approval-routes.rules.ts';
import { listRoutes } from '../approvals/approval-routes-records.service.ts';
import type { PlanRow } from './plans.access.queries.ts';
import { listUnitFigures } from './plans.list.queries.ts';
import { may, type PlanAccess, planAccess } from './plans.policy.ts';

const day = 86_400_000;

/** What every kind of plan shows of itself. */
function presentCommon(actor: Actor, plan: PlanRow, keptDays: number) {
  const access = planAccess(actor, plan);
  const { deleted_at } = plan;
  return {
    ...plan,
    owner: {
      id: plan.owner_id,
      display_name: displayName({
        given_name: plan.owner_given_name,
        family_name: plan.owner_family_name,
        preferred_name: plan.owner_preferred_name,
      }),
    },
    locked_paths: plan.locked_paths as unknown as LockedPath[],
    draft_ahead: plan.draft_revision > plan.version_revision,
    purge_at: deleted_at && new Date(Date.parse(deleted_at) + keptDays * day).toISOString(),
    can: abilitiesOf(actor, plan, access),
  };
}

function abilitiesOf(actor: Actor, plan: PlanRow, access: PlanAccess) {
  const open = plan.deleted_at === null;
  const removable = access.manage && may(actor, plan.kind, 'delete');
  return {
    comment: open && access.comment,
    update: open && access.edit && plan.state !== 'archived',
    delete: open && removable,
    restore: !open && removable,
    share: open && access.manage,
    publish: open && access.publish,
    approve: open && access.approve,
  };
}

export async function presentUnits(tx: Transaction, actor: Actor, plans: PlanRow[]): Promise<UnitPlan[]> {
  const keptDays = await daysInBin(tx, plans);
  const figures = await listUnitFigures(
    tx,
    plans.map((plan) => plan.id),
  );
  const routes = plans.length > 0 ? await listRoutes(tx) : [];
  const figureOf = new Map(figures.map((figure) => [figure.unit_plan_id, figure]));
  return plans.map((plan) => ({
    ...presentCommon(actor, plan, keptDays),
    lessons_count: figureOf.get(plan.id)?.lessons_count ?? 0,
    planned_minutes: figureOf.get(plan.id)?.planned_minutes ?? 0,
    available_minutes: null,
    needs_approval: routeFor(routes, plan) !== undefined && !planAccess(actor, plan).approve,
  }));
}

export async function presentLessons(tx: Transaction, actor: Actor, plans: PlanRow[]): Promise<LessonPlan[]> {
  const keptDays = await daysInBin(tx, plans);
  return plans.map((plan) => presentCommon(actor, plan, keptDays));
}

export async function presentDocuments(
  tx: Transaction,
  actor: Actor,
  plans: PlanRow[],
): Promise<CurriculumDocument[]> {
  const keptDays = await daysInBin(tx, plans);
  return plans.map((plan) => ({
    ...presentCommon(actor, plan, keptDays),
    document_type: plan.document_type ?? '',
  }));
}

/** Asked for only when something shown is in the bin. */
async function daysInBin(tx: Transaction, plans: PlanRow[]): Promise<number> {
  if (plans.every((plan) => plan.deleted_at === null)) return 0;
  return (await tenantSettings(tx, plans[0]?.tenant_id ?? '')).plan_bin_days;
}
