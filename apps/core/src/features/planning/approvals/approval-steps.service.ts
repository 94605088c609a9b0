import type { Transaction } from '@k12/db';
import { addDays } from '@k12/plan-content/days';
import type { Context } from '../../../platform/context.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { listHoldersAs } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { namesOf } from '../../identity/users/names.service.ts';
import { approveCapability } from '../plans/plans.policy.ts';
import type { LockedPlan } from '../versions/plan-lock.service.ts';
import { type Step, stepsOf } from './approval-routes.queries.ts';
import { createApprovers } from './approvers.queries.ts';
import { tellApprovers } from './notices.service.ts';
import * as queries from './requests.queries.ts';

/**
 * Begins a step: who may decide is written down and told. A step whose only approvers are the submitter or the
 * sole author is passed over to the next; after the last one admins stand in, and are told (PLN-50).
 */
export async function beginStep(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  request: queries.RequestRow,
  index: number,
): Promise<void> {
  const today = await todayOf(context);
  const barred = await barredFrom(tx, request);
  const steps = stepsOf(request);
  for (const [at, step] of steps.entries()) {
    if (at < index) continue;
    const able = (await approversOfStep(tx, step, plan, today)).filter((id) => !barred.has(id));
    if (able.length > 0) return start(tx, context, plan, request, at, able, step.role ? 'role' : 'named');
    await tellAdmins(tx, context, plan, request, await adminsOf(tx, plan, today, barred));
  }
  const admins = await adminsOf(tx, plan, today, barred);
  await start(tx, context, plan, request, steps.length - 1, admins, 'stand_in');
}

async function start(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  request: queries.RequestRow,
  index: number,
  approvers: readonly string[],
  source: 'role' | 'named' | 'stand_in',
): Promise<void> {
  const due = request.due_days === null ? null : addDays(await todayOf(context), request.due_days);
  await queries.updateStep(tx, request.id, index, due);
  await createApprovers(tx, request.id, index, approvers, source);
  await tellApprovers(tx, context, plan, request.id, approvers);
}

type Approved = Pick<LockedPlan, 'kind' | 'school_id'>;

/** Who may approve a plan of this kind at its school. */
export function mayApprove({ kind, school_id }: Approved, today: string) {
  return { capability: approveCapability(kind), school_id, today };
}

export function approversOfStep(
  tx: Transaction,
  step: Step,
  plan: Approved,
  today: string,
): Promise<string[]> {
  if (step.role) return listHoldersAs(tx, step.role, mayApprove(plan, today));
  return Promise.resolve(step.user_ids);
}

/** Whom handing in would ask first: never the caller, who would be the one to hand in (PLN-50). */
export async function firstApprovers(
  tx: Transaction,
  context: Context,
  plan: Approved,
  route: { steps: unknown },
) {
  const today = await todayOf(context);
  for (const step of stepsOf(route)) {
    const able = await approversOfStep(tx, step, plan, today);
    const others = able.filter((id) => id !== context.actor.user_id);
    if (others.length > 0)
      return [...(await namesOf(tx, others))].map(([id, display_name]) => ({ id, display_name }));
  }
  return [];
}

/** Nobody decides on what they handed in, or on what they alone wrote (PLN-50). */
export async function barredFrom(
  tx: Transaction,
  request: Pick<queries.RequestRow, 'plan_id' | 'compared_version_id' | 'submitted_by'>,
): Promise<Set<string>> {
  const editors = await queries.listEditorsSince(tx, request.plan_id, request.compared_version_id);
  return new Set([request.submitted_by, ...(editors.length === 1 ? editors : [])]);
}

/** Admins of the school and of the district, those of the school first where there are any. */
async function adminsOf(
  tx: Transaction,
  plan: Approved,
  today: string,
  barred: ReadonlySet<string>,
): Promise<string[]> {
  const ofSchool = await listHoldersAs(tx, 'admin', mayApprove(plan, today));
  const able = ofSchool.filter((id) => !barred.has(id));
  if (able.length > 0) return able;
  const ofDistrict = await listHoldersAs(
    tx,
    'district_admin',
    mayApprove({ ...plan, school_id: null }, today),
  );
  return ofDistrict.filter((id) => !barred.has(id));
}

function tellAdmins(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  request: queries.RequestRow,
  user_ids: readonly string[],
): Promise<void> {
  return notify(tx, context, {
    user_ids,
    kind: 'approval.step_passed_over',
    subject: { type: 'approval_request', id: request.id },
    details: { title: plan.title },
    link: `/plan/approvals?open=${request.id}`,
  });
}
