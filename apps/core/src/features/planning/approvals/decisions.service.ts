import type {
  ApproveRequest,
  BulkApprove,
  BulkApproveReply,
  DelegateRequest,
  ReturnRequest,
  WholeApprovalRequest,
} from '@k12/contracts/planning/approvals';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { listHolders } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { approveCapability } from '../plans/plans.policy.ts';
import { actingUser } from '../versions/cut-version.service.ts';
import { type LockedPlan, lockPlan, selectVersionById } from '../versions/plan-lock.service.ts';
import { stepsOf } from './approval-routes.queries.ts';
import { barredFrom, beginStep, mayApprove } from './approval-steps.service.ts';
import { createApprovers, listApprovers, markDelegated } from './approvers.queries.ts';
import { tellApprovers, tellDecision } from './notices.service.ts';
import { presentWhole } from './present-request.service.ts';
import { publishVersion } from './publish-version.service.ts';
import { updateState } from './publishing.queries.ts';
import * as queries from './requests.queries.ts';

interface Turn {
  tx: Transaction;
  context: Context;
  plan: LockedPlan;
  request: queries.RequestRow;
  user_id: string;
  at: string;
}

/**
 * One decision at a time: the plan is locked first, so that of two approvers at the same instant the second finds
 * the request decided and is told how (PLN-55).
 */
async function decide(
  context: Context,
  id: string,
  decision: (turn: Turn) => Promise<void>,
): Promise<WholeApprovalRequest> {
  return context.withTenant(async (tx) => {
    const { plan_id } = await queries.selectRequest(tx, id);
    const { access } = await selectReadablePlan(tx, context.actor, plan_id);
    const plan = await lockPlan(tx, plan_id);
    const request = await queries.selectRequest(tx, id);
    const user_id = actingUser(context);
    if (request.state !== 'pending') throw await alreadyDecided(tx, context, request);
    authorize(access.approve, approveCapability(plan.kind));
    await requireTurn(tx, context, { plan, request, user_id });
    await decision({ tx, context, plan, request, user_id, at: context.platform.clock.now().toISOString() });
    return presentWhole(tx, context.actor, id);
  });
}

async function alreadyDecided(tx: Transaction, context: Context, request: queries.RequestRow) {
  const current = await presentWhole(tx, context.actor, request.id);
  return new Problem('already_decided', { current });
}

/** Among the approvers of the present step, not barred, and not yet decided. */
async function requireTurn(
  tx: Transaction,
  context: Context,
  { plan, request, user_id: userId }: Pick<Turn, 'plan' | 'request' | 'user_id'>,
): Promise<void> {
  const own = (await listApprovers(tx, request.id)).filter((approver) => approver.user_id === userId);
  const decisions = await queries.listDecisions(tx, request.id);
  const hasApproved = decisions.some(
    (one) => one.user_id === userId && one.step_index === request.step_index && one.decision === 'approve',
  );
  const isPast = own.some((approver) => approver.step_index < request.step_index);
  const now = own.find((approver) => approver.step_index === request.step_index);
  if (hasApproved || (!now && isPast)) throw await alreadyDecided(tx, context, request);
  const barred = await barredFrom(tx, request);
  authorize(now !== undefined && !now.delegated && !barred.has(userId), approveCapability(plan.kind));
}

export function approve(context: Context, id: string, { comment }: ApproveRequest) {
  return decide(context, id, async (turn) => {
    await note(turn, 'approve', comment || null);
    await audit(turn, 'approval.approved', null);
    if (await isStepOpen(turn)) return;
    const { tx, context, plan, request } = turn;
    if (request.step_index + 1 < stepsOf(request).length)
      return beginStep(tx, context, plan, request, request.step_index + 1);
    return finishApproval(turn);
  });
}

/** With `all`, everybody of the step who did not hand the decision on must have approved. */
async function isStepOpen({ tx, request }: Turn): Promise<boolean> {
  if (stepsOf(request)[request.step_index]?.mode !== 'all') return false;
  const approvers = await listApprovers(tx, request.id);
  const decisions = await queries.listDecisions(tx, request.id);
  return approvers
    .filter((approver) => approver.step_index === request.step_index && !approver.delegated)
    .some(
      ({ user_id }) =>
        !decisions.some(
          (one) =>
            one.user_id === user_id && one.step_index === request.step_index && one.decision === 'approve',
        ),
    );
}

async function finishApproval({ tx, context, plan, request, user_id, at }: Turn): Promise<void> {
  await queries.closeRequest(tx, request.id, 'approved', at);
  await updateState(tx, plan.id, { state: 'approved', updated_at: at });
  const version = await selectVersionById(tx, request.version_id);
  await publishEvent(tx, context, 'approval.approved', {
    approval_request_id: request.id,
    plan_id: plan.id,
    version_number: version?.version_number ?? null,
  });
  if (request.publish_on_approval && version)
    await publishVersion(tx, context, { ...plan, state: 'approved' }, version, user_id);
  await tell({ tx, context, plan, request }, 'approved');
}

export function returnToAuthor(context: Context, id: string, { comment }: ReturnRequest) {
  return decide(context, id, async (turn) => {
    const { tx, context, plan, request, at } = turn;
    await note(turn, 'return', comment);
    await queries.closeRequest(tx, id, 'returned', at);
    await updateState(tx, plan.id, { state: 'returned', updated_at: at });
    await audit(turn, 'approval.returned', null);
    await publishEvent(tx, context, 'approval.rejected', { approval_request_id: id, plan_id: plan.id });
    await tell({ tx, context, plan, request }, 'returned');
  });
}

/** In the place of the caller, for this step only. */
export function delegate(context: Context, id: string, { user_id: to, comment }: DelegateRequest) {
  return decide(context, id, async (turn) => {
    const { tx, context, plan, request, user_id } = turn;
    const today = await todayOf(context);
    const able = await listHolders(tx, { ...mayApprove(plan, today), among: [to] });
    const barred = await barredFrom(tx, request);
    if (to === user_id || barred.has(to) || !able.some((person) => person.id === to))
      throw invalid('/user_id', 'cannot_approve', 'This person may not decide on this request.');
    await createApprovers(tx, id, request.step_index, [to], 'delegate');
    await markDelegated(tx, id, request.step_index, user_id);
    await note(turn, 'delegate', comment || null, to);
    await audit(turn, 'approval.delegated', to);
    await tellApprovers(tx, context, plan, id, [to]);
  });
}

/** Each for itself: what cannot be approved is refused alone, and only after its difference was opened (PLN-53). */
export async function bulkApprove(
  context: Context,
  { ids, comment }: BulkApprove,
): Promise<BulkApproveReply> {
  const user_id = actingUser(context);
  const data: BulkApproveReply['data'] = [];
  for (const id of new Set(ids)) {
    const code = await approveOpened(context, id, user_id, comment);
    data.push({ id, status: code === null ? 'approved' : 'refused', code });
  }
  return { data };
}

async function approveOpened(
  context: Context,
  id: string,
  userId: string,
  comment: string | null | undefined,
): Promise<string | null> {
  const opened = await context.withTenant((tx) => queries.hasOpened(tx, id, userId));
  try {
    if (!opened) {
      await context.withTenant(async (tx) => {
        const { plan_id } = await queries.selectRequest(tx, id);
        await selectReadablePlan(tx, context.actor, plan_id);
      });
      return 'diff_not_opened';
    }
    await approve(context, id, { comment });
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

async function note(
  { tx, request, user_id, at }: Turn,
  decision: 'approve' | 'return' | 'delegate',
  comment: string | null,
  delegated_to?: string,
): Promise<void> {
  await queries.createDecision(tx, {
    request_id: request.id,
    step_index: request.step_index,
    decision,
    user_id,
    comment,
    decided_at: at,
    ...(delegated_to ? { delegated_to } : {}),
  });
}

async function audit(
  { tx, context, plan, request }: Turn,
  action: string,
  delegated_to: string | null,
): Promise<void> {
  await recordAudit(tx, context, {
    action,
    target_type: plan.kind,
    target_id: plan.id,
    school_id: plan.school_id,
    changes: { step: request.step_index + 1, ...(delegated_to ? { delegated_to } : {}) },
  });
}

async function tell(
  { tx, context, plan, request }: Pick<Turn, 'tx' | 'context' | 'plan' | 'request'>,
  decision: 'approved' | 'returned',
): Promise<void> {
  const concerned = await queries.listConcerned(tx, plan.id);
  await tellDecision(tx, context, plan, request.id, [request.submitted_by, ...concerned], decision);
}
