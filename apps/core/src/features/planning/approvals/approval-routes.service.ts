import type {
  ApprovalRoute,
  ApprovalRouteCreate,
  ApprovalRouteUpdate,
} from '@k12/contracts/planning/approvals';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { listHolders } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { namesOf } from '../../identity/users/names.service.ts';
import { actingUser } from '../versions/cut-version.service.ts';
import * as queries from './approval-routes.queries.ts';
import { type PlanPlace, routeFor } from './approval-routes.rules.ts';

/** The route that a plan takes to approval, undefined where none is asked for. */
export async function routeOfPlan(tx: Transaction, plan: PlanPlace): Promise<queries.RouteRow | undefined> {
  return routeFor(await queries.listRoutes(tx), plan);
}

export async function listRoutes(context: Context): Promise<{ data: ApprovalRoute[] }> {
  return context.readTenant(async (tx) => {
    const rows = await queries.listRoutes(tx);
    const visible = rows.filter(({ school_id }) => canSee(context.actor, school_id));
    return { data: await present(tx, context.actor, visible) };
  });
}

export async function createRoute(context: Context, input: ApprovalRouteCreate): Promise<ApprovalRoute> {
  authorize(canSettle(context.actor, input.school_id), 'approvals.update');
  return context.withTenant(async (tx) => {
    await requireKnown(tx, context, input.school_id, input.steps);
    const made = await queries.createRoute(tx, {
      ...input,
      id: newId(),
      created_by: actingUser(context),
      created_at: context.platform.clock.now().toISOString(),
    });
    if (!made) throw new Problem('approval_route.exists');
    return finish(tx, context, made.id, 'approval_route.created');
  });
}

export async function updateRoute(
  context: Context,
  id: string,
  { lock_version, ...changes }: ApprovalRouteUpdate,
): Promise<ApprovalRoute> {
  return context.withTenant(async (tx) => {
    const before = await selectRoute(tx, context.actor, id);
    authorize(canSettle(context.actor, before.school_id), 'approvals.update');
    if (changes.steps) await requireKnown(tx, context, before.school_id, changes.steps);
    const updated_at = context.platform.clock.now().toISOString();
    const updated = await queries.updateRoute(tx, id, lock_version, { ...changes, updated_at });
    if (!updated) {
      const [current] = await present(tx, context.actor, [before]);
      throw new Problem('version_conflict', { current });
    }
    return finish(tx, context, id, 'approval_route.updated');
  });
}

export async function deleteRoute(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const { school_id } = await selectRoute(tx, context.actor, id);
    authorize(canSettle(context.actor, school_id), 'approvals.update');
    await queries.deleteRoute(tx, id);
    const target = { target_type: 'approval_route', target_id: id, school_id };
    await recordAudit(tx, context, { action: 'approval_route.deleted', ...target });
  });
}

async function finish(tx: Transaction, context: Context, id: string, action: string): Promise<ApprovalRoute> {
  const route = await selectRoute(tx, context.actor, id);
  const { school_id, enabled, due_days, publish_on_approval } = route;
  await recordAudit(tx, context, {
    action,
    target_type: 'approval_route',
    target_id: id,
    school_id,
    changes: { enabled, due_days, publish_on_approval, steps: queries.stepsOf(route).length },
  });
  const [shown] = await present(tx, context.actor, [route]);
  if (!shown) throw new Problem('not_found');
  return shown;
}

/** Routes of the whole organisation concern everybody who plans, those of a school its staff. */
async function selectRoute(tx: Transaction, actor: Actor, id: string) {
  const route = await queries.selectOptionalRoute(tx, id);
  if (!route || !canSee(actor, route.school_id)) throw new Problem('not_found');
  return route;
}

function canSee(actor: Actor, schoolId: string | null): boolean {
  return (
    schoolId === null ||
    actor.school_ids.includes(schoolId) ||
    reachesSchool(actor, 'approvals.read', schoolId)
  );
}

function canSettle(actor: Actor, schoolId: string | null): boolean {
  return schoolId === null
    ? reachesTenant(actor, 'approvals.update')
    : reachesSchool(actor, 'approvals.update', schoolId);
}

/** Named people must be able to approve there, or the step could never be taken. */
async function requireKnown(
  tx: Transaction,
  context: Context,
  schoolId: string | null,
  steps: readonly queries.Step[],
): Promise<void> {
  if (schoolId && !(await queries.isSchool(tx, schoolId)))
    throw invalid('/school_id', 'not_found', 'There is no such school.');
  const today = await todayOf(context);
  const among = steps.flatMap(({ user_ids }) => user_ids);
  const place = { school_id: schoolId, today };
  const approvers = await listHolders(tx, { capability: 'unit_plans.approve', ...place, among });
  const able = new Set(approvers.map(({ id }) => id));
  const errors = steps.flatMap(({ user_ids }, step) =>
    user_ids.flatMap((id, at) =>
      able.has(id)
        ? []
        : {
            pointer: `/steps/${step}/user_ids/${at}`,
            code: 'cannot_approve',
            detail: 'This person may not approve plans of this school.',
          },
    ),
  );
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

type Shown = Omit<queries.RouteRow, 'tenant_id'>;

async function present(tx: Transaction, actor: Actor, rows: readonly Shown[]): Promise<ApprovalRoute[]> {
  const ids = rows.flatMap((row) => queries.stepsOf(row).flatMap(({ user_ids }) => user_ids));
  const names = await namesOf(tx, ids);
  return rows.map((row) => {
    const settles = canSettle(actor, row.school_id);
    return {
      ...row,
      steps: queries.stepsOf(row).map(({ mode, role, user_ids }) => ({
        mode,
        role,
        people: user_ids.flatMap((id) => {
          const display_name = names.get(id);
          return display_name === undefined ? [] : { id, display_name };
        }),
      })),
      can: { update: settles, delete: settles },
    };
  });
}
