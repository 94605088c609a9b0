import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';

interface PlanNamed {
  id: string;
  kind: string;
  title: string;
}

/** Links lead to the page; whether by mail, at once or in a digest is for each person's settings (PLN-54). */
export function tellApprovers(
  tx: Transaction,
  context: Context,
  plan: PlanNamed,
  requestId: string,
  user_ids: readonly string[],
  kind: 'approval.requested' | 'approval.due' | 'approval.overdue' = 'approval.requested',
): Promise<void> {
  return notify(tx, context, {
    user_ids,
    kind,
    subject: { type: 'approval_request', id: requestId },
    details: { title: plan.title },
    link: `/plan/approvals?open=${requestId}`,
  });
}

export function tellDecision(
  tx: Transaction,
  context: Context,
  plan: PlanNamed,
  requestId: string,
  user_ids: readonly string[],
  decision: 'approved' | 'returned',
): Promise<void> {
  const { actor } = context;
  return notify(tx, context, {
    user_ids: user_ids.filter((id) => id !== actor.user_id),
    kind: `approval.${decision}`,
    subject: { type: 'approval_request', id: requestId },
    details: { title: plan.title, name: actor.display_name },
    link: plan.kind === 'unit' ? `/plan/units/${plan.id}/preview` : `/plan/approvals?open=${requestId}`,
  });
}
