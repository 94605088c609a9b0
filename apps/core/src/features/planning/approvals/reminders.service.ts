import type { Transaction } from '@k12/db';
import { daysFrom } from '@k12/plan-content/days';
import type { Context } from '../../../platform/context.ts';
import { listHoldersAs } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { stepsOf } from './approval-routes.queries.ts';
import { approversOfStep, barredFrom, mayApprove } from './approval-steps.service.ts';
import { listOverdue, markReminded } from './approvals.queries.ts';
import { createApprovers, listApprovers } from './approvers.queries.ts';
import { tellApprovers } from './notices.service.ts';
import { listDecisions } from './requests.queries.ts';

const daysUntilLead = 3;

/** Once a day for each request past its day; after three days the lead hears of it too, once (PLN-54). */
export async function remindApprovers(context: Context): Promise<void> {
  await context.withTenant(async (tx) => {
    const today = await todayOf(context);
    for (const request of await listOverdue(tx, today)) await remind(tx, context, request, today);
  });
}

type Overdue = Awaited<ReturnType<typeof listOverdue>>[number];

async function remind(tx: Transaction, context: Context, request: Overdue, today: string): Promise<void> {
  const plan = { id: request.plan_id, kind: request.kind, title: request.title };
  await addNewHolders(tx, request, today);
  await tellApprovers(tx, context, plan, request.id, await waitingFor(tx, request), 'approval.due');
  const isLate = request.due_on !== null && daysFrom(request.due_on, today) >= daysUntilLead;
  const tellsLead = isLate && request.lead_told_at === null;
  if (tellsLead) {
    const leads = await listHoldersAs(tx, 'curriculum_lead', mayApprove(request, today));
    await tellApprovers(tx, context, plan, request.id, leads, 'approval.overdue');
  }
  await markReminded(tx, request.id, {
    reminded_on: today,
    ...(tellsLead ? { lead_told_at: context.platform.clock.now().toISOString() } : {}),
  });
}

/** Whoever got the role since the step began may decide too. */
async function addNewHolders(tx: Transaction, request: Overdue, today: string): Promise<void> {
  const step = stepsOf(request)[request.step_index];
  if (!step?.role) return;
  const barred = await barredFrom(tx, request);
  const holders = await approversOfStep(tx, step, request, today);
  const able = holders.filter((id) => !barred.has(id));
  await createApprovers(tx, request.id, request.step_index, able, 'role');
}

async function waitingFor(tx: Transaction, request: Overdue): Promise<string[]> {
  const [approvers, decisions] = await Promise.all([
    listApprovers(tx, request.id),
    listDecisions(tx, request.id),
  ]);
  const decided = new Set(
    decisions.filter((one) => one.step_index === request.step_index).map((one) => one.user_id),
  );
  return approvers
    .filter((approver) => approver.step_index === request.step_index && !approver.delegated)
    .map((approver) => approver.user_id)
    .filter((id) => !decided.has(id));
}
