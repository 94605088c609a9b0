import type { PlanState as PlanStates } from '@k12/contracts/planning/plan-records';
import type { PlanAction } from '@k12/contracts/planning/transitions';
import type { z } from 'zod';

export type PlanState = z.infer<typeof PlanStates>;

/** The arrows of the state table: from which states an action leads where; every other move is refused (PLN-56). */
const moves: Record<PlanAction, { from: readonly PlanState[]; to: PlanState }> = {
  // From `submitted` too: handing in again takes the place of the open request (PLN-47).
  submit: { from: ['draft', 'returned', 'submitted'], to: 'submitted' },
  withdraw: { from: ['submitted', 'approved'], to: 'draft' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted'], to: 'returned' },
  publish: { from: ['draft', 'approved'], to: 'published' },
  unpublish: { from: ['published'], to: 'draft' },
  archive: { from: ['published', 'draft', 'returned'], to: 'archived' },
  unarchive: { from: ['archived'], to: 'draft' },
};

export interface PlanFacts {
  kind: string;
  state: PlanState;
  unit_plan_id: string | null;
  published_version_id: string | null;
}

export interface Circumstances {
  /** Plans of this school, subject and pack need approval. */
  approval_required: boolean;
  /** Whoever publishes may approve plans here, so no other approval is needed. */
  is_approver: boolean;
}

export type Refusal = 'state' | 'with_unit' | 'approval_required' | 'approval_not_required';

/** Why the action is not possible now, or nothing when it is. */
export function refusalOf(
  action: PlanAction,
  plan: PlanFacts,
  circumstances: Circumstances,
): Refusal | undefined {
  // A lesson of a unit is reviewed and published with it.
  const isOfUnit = plan.kind === 'lesson' && plan.unit_plan_id !== null;
  if (isOfUnit && !['archive', 'unarchive'].includes(action)) return 'with_unit';
  if (action === 'unpublish' && isLiveBehindDraft(plan)) return undefined;
  if (!moves[action].from.includes(plan.state)) return 'state';
  if (action === 'submit' && !circumstances.approval_required) return 'approval_not_required';
  const isUnapproved = action === 'publish' && plan.state === 'draft';
  if (isUnapproved && circumstances.approval_required && !circumstances.is_approver)
    return 'approval_required';
  return undefined;
}

/** The next round has begun while the former version is still live: that one can be taken down. */
function isLiveBehindDraft(plan: PlanFacts): boolean {
  return plan.published_version_id !== null && plan.state !== 'archived';
}

export function stateAfter(action: PlanAction, plan: Pick<PlanFacts, 'state'>): PlanState {
  if (action === 'unpublish' && plan.state !== 'published') return plan.state;
  return moves[action].to;
}
