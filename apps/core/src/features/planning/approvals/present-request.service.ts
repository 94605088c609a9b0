import type { ApprovalRequest, WholeApprovalRequest } from '@k12/contracts/planning/approvals';
import type { Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { selectDraft } from '../versions/plan-lock.service.ts';
import { stepsOf } from './approval-routes.queries.ts';
import { type ApprovalRow, requestsFor } from './approvals.queries.ts';
import { listApprovers } from './approvers.queries.ts';
import { listDecisions } from './requests.queries.ts';

export function presentRequest(actor: Actor, row: ApprovalRow): ApprovalRequest {
  const steps = stepsOf(row);
  const isOpen = row.state === 'pending';
  const isOwn = row.submitted_by === actor.user_id;
  const decides = isOpen && row.is_approver === true && row.has_approved !== true && !isOwn;
  const { id, state, version_id, version_number, change_note, compared_number } = row;
  return {
    id,
    state,
    plan: {
      id: row.plan_id,
      kind: row.plan_kind,
      title: row.plan_title,
      subjects: row.subjects,
      grade_levels: row.grade_levels,
      school_id: row.school_id,
      school_name: row.school_name,
    },
    version_id,
    version_number,
    change_note,
    compared_number,
    changed_fields_count: row.changed_fields_count,
    submitted_by: { id: row.submitted_by, display_name: displayName(row) },
    submitted_at: row.submitted_at,
    step: row.step_index + 1,
    steps_count: steps.length,
    step_mode: steps[row.step_index]?.mode ?? 'any',
    due_on: row.due_on,
    decided_at: row.decided_at,
    opened: row.opened === true,
    can: { decide: decides, delegate: decides, withdraw: isOpen && isOwn && row.plan_state === 'submitted' },
  };
}

export async function selectApproval(tx: Transaction, actor: Actor, id: string): Promise<ApprovalRow> {
  const row = await requestsFor(tx, actor.user_id).where('request.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export async function presentWhole(tx: Transaction, actor: Actor, id: string): Promise<WholeApprovalRequest> {
  const row = await selectApproval(tx, actor, id);
  const [decisions, approvers, draft] = await Promise.all([
    listDecisions(tx, id),
    listApprovers(tx, id),
    selectDraft(tx, row.plan_id),
  ]);
  const isAhead = draft !== undefined && draft.revision > draft.version_revision;
  return {
    ...presentRequest(actor, row),
    decisions: decisions.map((decision) => ({
      id: decision.id,
      step: decision.step_index + 1,
      decision: decision.decision,
      person: { id: decision.user_id, display_name: displayName(decision) },
      delegated_to: delegatedTo(decision),
      comment: decision.comment,
      decided_at: decision.decided_at,
    })),
    approvers: approvers
      .filter((approver) => approver.step_index === row.step_index && !approver.delegated)
      .map((approver) => ({
        id: approver.user_id,
        display_name: displayName(approver),
        decided: decisions.some(
          (one) => one.user_id === approver.user_id && one.step_index === row.step_index,
        ),
      })),
    draft_differs: isAhead || row.current_version_id !== row.version_id,
  };
}

function delegatedTo(decision: Awaited<ReturnType<typeof listDecisions>>[number]) {
  const { delegated_to, other_given_name, other_family_name, other_preferred_name } = decision;
  if (!delegated_to || other_given_name === null || other_family_name === null) return null;
  const name = {
    given_name: other_given_name,
    family_name: other_family_name,
    preferred_name: other_preferred_name,
  };
  return { id: delegated_to, display_name: displayName(name) };
}
