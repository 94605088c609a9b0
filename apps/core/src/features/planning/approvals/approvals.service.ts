import type { ApprovalQuery, ApproverQuery, WholeApprovalRequest } from '@k12/contracts/planning/approvals';
import type { PlanDiff } from '@k12/contracts/planning/versions';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { listHolders } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { readablePlans, selectReadablePlan } from '../plans/plans.access.service.ts';
import { diffVersions } from '../versions/compare.service.ts';
import { actingUser } from '../versions/cut-version.service.ts';
import * as queries from './approvals.queries.ts';
import { presentRequest, presentWhole } from './present-request.service.ts';
import { saveViewing, selectRequest } from './requests.queries.ts';

export async function listApprovals(context: Context, query: ApprovalQuery) {
  const after = decodeCursor(query.cursor, 2);
  const rows = await context.readTenant((tx) =>
    queries.listRequests(tx, query, {
      user_id: actingUser(context),
      readable: readablePlans(context.actor),
      school_id: context.school_id,
      after,
    }),
  );
  return pageOf(
    rows,
    query.limit,
    (row) => presentRequest(context.actor, row),
    (row) => queries.positionOf(row, query.sort),
  );
}

export async function getApproval(context: Context, id: string): Promise<WholeApprovalRequest> {
  return context.readTenant(async (tx) => {
    const { plan_id } = await selectRequest(tx, id);
    await selectReadablePlan(tx, context.actor, plan_id);
    return presentWhole(tx, context.actor, id);
  });
}

/** Opening the difference is noted: approving several at once asks for it (PLN-49, PLN-53). */
export async function openDiff(context: Context, id: string): Promise<PlanDiff> {
  return context.withTenant(async (tx) => {
    const request = await selectRequest(tx, id);
    const { plan } = await selectReadablePlan(tx, context.actor, request.plan_id);
    await saveViewing(tx, id, actingUser(context), context.platform.clock.now().toISOString());
    return diffVersions(tx, plan, request.compared_version_id, request.version_id);
  });
}

/** For delegating and for naming people in a route. */
export async function listApprovers(context: Context, { school_id, q }: ApproverQuery) {
  const school = school_id ?? context.school_id ?? context.actor.school_ids[0] ?? null;
  const rows = await context.readTenant(async (tx) =>
    listHolders(tx, {
      ...{ capability: 'unit_plans.approve', school_id: school, q },
      today: await todayOf(context),
    }),
  );
  return { data: rows.map((row) => ({ id: row.id, display_name: displayName(row) })) };
}
