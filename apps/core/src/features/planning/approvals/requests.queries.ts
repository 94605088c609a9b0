import { newId, type Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import type { Step } from './approval-routes.queries.ts';

export type RequestRow = NonNullable<Awaited<ReturnType<typeof selectOptionalRequest>>>;

export function selectOptionalRequest(tx: Transaction, id: string) {
  return tx.selectFrom('approval_requests').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function selectRequest(tx: Transaction, id: string): Promise<RequestRow> {
  const request = await selectOptionalRequest(tx, id);
  if (!request) throw new Problem('not_found');
  return request;
}

export function selectPendingRequest(tx: Transaction, planId: string) {
  return tx
    .selectFrom('approval_requests')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('state', '=', 'pending')
    .executeTakeFirst();
}

/** The newest approval of the plan: what `approved` speaks of. */
export function selectApprovedRequest(tx: Transaction, planId: string) {
  return tx
    .selectFrom('approval_requests')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('state', '=', 'approved')
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface NewRequest {
  id: string;
  plan_id: string;
  version_id: string;
  compared_version_id: string | null;
  changed_fields_count: number;
  submitted_by: string;
  submitted_at: string;
  steps: Step[];
  due_days: number | null;
  publish_on_approval: boolean;
}

export async function createRequest(tx: Transaction, { steps, ...request }: NewRequest): Promise<RequestRow> {
  return tx
    .insertInto('approval_requests')
    .values({ ...request, steps: JSON.stringify(steps) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateStep(tx: Transaction, id: string, step_index: number, due_on: string | null) {
  await tx
    .updateTable('approval_requests')
    .set({ step_index, due_on, reminded_on: null, lead_told_at: null })
    .where('id', '=', id)
    .execute();
}

export async function closeRequest(
  tx: Transaction,
  id: string,
  state: 'approved' | 'returned' | 'withdrawn' | 'superseded',
  decided_at: string,
): Promise<void> {
  await tx.updateTable('approval_requests').set({ state, decided_at }).where('id', '=', id).execute();
}

export interface NewDecision {
  request_id: string;
  step_index: number;
  decision: 'approve' | 'return' | 'delegate' | 'withdraw';
  user_id: string;
  delegated_to?: string;
  comment: string | null;
  decided_at: string;
}

export async function createDecision(tx: Transaction, decision: NewDecision): Promise<void> {
  await tx
    .insertInto('approval_decisions')
    .values({ ...decision, id: newId() })
    .execute();
}

export function listDecisions(tx: Transaction, requestId: string) {
  return tx
    .selectFrom('approval_decisions as decision')
    .innerJoin('users as person', 'person.id', 'decision.user_id')
    .leftJoin('users as other', 'other.id', 'decision.delegated_to')
    .select([
      'decision.id',
      'decision.step_index',
      'decision.decision',
      'decision.user_id',
      'decision.delegated_to',
      'decision.comment',
      'decision.decided_at',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
      'other.given_name as other_given_name',
      'other.family_name as other_family_name',
      'other.preferred_name as other_preferred_name',
    ])
    .where('decision.request_id', '=', requestId)
    .orderBy('decision.decided_at')
    .orderBy('decision.id')
    .execute();
}

/** Who wrote in the draft after the version a request is compared with; all who ever wrote when there is none. */
export async function listEditorsSince(
  tx: Transaction,
  planId: string,
  comparedVersionId: string | null,
): Promise<string[]> {
  let rows = tx
    .selectFrom('plan_draft_edits as edit')
    .select('edit.editor_id')
    .distinct()
    .where('edit.plan_id', '=', planId);
  if (comparedVersionId)
    rows = rows.where('edit.edited_at', '>', (eb) =>
      eb
        .selectFrom('plan_versions as compared')
        .select('compared.created_at')
        .where('compared.id', '=', comparedVersionId),
    );
  return (await rows.execute()).map((row) => row.editor_id);
}

/** People besides the submitter who should hear of a decision: the owner and whoever the plan is shared with. */
export async function listConcerned(tx: Transaction, planId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('plans')
    .leftJoin('plan_collaborators as shared', 'shared.plan_id', 'plans.id')
    .select(['plans.owner_id', 'shared.user_id', 'shared.access'])
    .where('plans.id', '=', planId)
    .execute();
  const editors = rows.flatMap(({ user_id, access }) => (user_id && access !== 'view' ? user_id : []));
  return [...new Set([...rows.map((row) => row.owner_id), ...editors])];
}

export async function saveViewing(tx: Transaction, requestId: string, userId: string, opened_at: string) {
  await tx
    .insertInto('approval_viewings')
    .values({ request_id: requestId, user_id: userId, opened_at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function hasOpened(tx: Transaction, requestId: string, userId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('approval_viewings')
    .select('opened_at')
    .where('request_id', '=', requestId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}
