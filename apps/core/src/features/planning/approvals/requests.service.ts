import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { diffVersions } from '../versions/compare.service.ts';
import { actingUser } from '../versions/cut-version.service.ts';
import { type LockedPlan, selectVersionById, type WholeVersion } from '../versions/plan-lock.service.ts';
import { stepsOf } from './approval-routes.queries.ts';
import { routeOfPlan } from './approval-routes.service.ts';
import { beginStep } from './approval-steps.service.ts';
import * as queries from './requests.queries.ts';

/** Binds a request to exactly this version; an open one of an older version gives way to it (PLN-46, PLN-47). */
export async function openRequest(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  version: WholeVersion,
): Promise<void> {
  const route = await routeOfPlan(tx, plan);
  if (!route) throw new Problem('invalid_transition');
  const now = context.platform.clock.now().toISOString();
  const open = await queries.selectPendingRequest(tx, plan.id);
  if (open) await queries.closeRequest(tx, open.id, 'superseded', now);
  const compared_version_id = await versionToCompareWith(tx, plan);
  const diff = await diffVersions(tx, plan, compared_version_id, version.id);
  const changes = diff.changes.length + diff.lessons.flatMap((lesson) => lesson.changes).length;
  const request = await queries.createRequest(tx, {
    id: newId(),
    plan_id: plan.id,
    version_id: version.id,
    compared_version_id,
    changed_fields_count: changes,
    submitted_by: actingUser(context),
    submitted_at: now,
    steps: stepsOf(route),
    due_days: route.due_days,
    publish_on_approval: route.publish_on_approval,
  });
  await beginStep(tx, context, plan, request, 0);
  const facts = { target_type: plan.kind, target_id: plan.id, school_id: plan.school_id };
  await recordAudit(tx, context, {
    action: 'approval.requested',
    ...facts,
    changes: { version: version.version_number },
  });
  await publishEvent(tx, context, 'approval.requested', {
    approval_request_id: request.id,
    plan_id: plan.id,
    version_number: version.version_number,
  });
}

/** The last approved or the last published version, whichever is newer (PLN-49). */
async function versionToCompareWith(tx: Transaction, plan: LockedPlan): Promise<string | null> {
  const approved = await queries.selectApprovedRequest(tx, plan.id);
  const ids = [approved?.version_id, plan.published_version_id].filter((id) => typeof id === 'string');
  const versions = await Promise.all(ids.map((id) => selectVersionById(tx, id)));
  const known = versions.filter((version) => version !== undefined);
  return known.sort((left, right) => right.version_number - left.version_number)[0]?.id ?? null;
}

interface Withdrawal {
  reason: string | null;
  is_approver: boolean;
}

/** Before a decision only by who handed it in; an approval is taken back with a reason, by either side. */
export async function withdrawRequest(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  { reason, is_approver }: Withdrawal,
): Promise<void> {
  const isApproved = plan.state === 'approved';
  const request = isApproved
    ? await queries.selectApprovedRequest(tx, plan.id)
    : await queries.selectPendingRequest(tx, plan.id);
  if (!request) throw new Problem('invalid_transition', { context: { state: plan.state } });
  const isSubmitter = request.submitted_by === context.actor.user_id;
  authorize(isSubmitter || (isApproved && is_approver), 'unit_plans.update');
  if (isApproved && !reason) throw invalid('/reason', 'required', 'Say why the approval is taken back.');
  const decided_at = context.platform.clock.now().toISOString();
  await queries.createDecision(tx, {
    request_id: request.id,
    step_index: request.step_index,
    decision: 'withdraw',
    user_id: actingUser(context),
    comment: reason,
    decided_at,
  });
  await queries.closeRequest(tx, request.id, 'withdrawn', decided_at);
  await recordAudit(tx, context, {
    action: 'approval.withdrawn',
    target_type: plan.kind,
    target_id: plan.id,
    school_id: plan.school_id,
    ...(reason ? { reason } : {}),
  });
}
