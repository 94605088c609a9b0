import type { ApprovalQuery } from '@k12/contracts/planning/approvals';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import type { PlanCondition } from '../plans/plans.access.queries.ts';

/** A request with what a queue shows of it; `userId` is whose turn and viewing is asked about. */
export function requestsFor(tx: Transaction, userId: string | null) {
  return tx
    .selectFrom('approval_requests as request')
    .innerJoin('plans', 'plans.id', 'request.plan_id')
    .innerJoin('plan_versions as version', 'version.id', 'request.version_id')
    .innerJoin('users as author', 'author.id', 'request.submitted_by')
    .leftJoin('plan_versions as compared', 'compared.id', 'request.compared_version_id')
    .leftJoin('schools as school', 'school.id', 'plans.school_id')
    .selectAll('request')
    .select((eb) => [
      'plans.kind as plan_kind',
      'plans.title as plan_title',
      'plans.subjects',
      'plans.grade_levels',
      'plans.school_id',
      'plans.state as plan_state',
      'plans.current_version_id',
      'school.name as school_name',
      'version.version_number',
      'version.change_note',
      'compared.version_number as compared_number',
      'author.given_name',
      'author.family_name',
      'author.preferred_name',
      eb
        .exists(
          eb
            .selectFrom('approval_viewings as viewing')
            .select('viewing.user_id')
            .whereRef('viewing.request_id', '=', 'request.id')
            .where('viewing.user_id', '=', userId),
        )
        .as('opened'),
      eb
        .exists(
          eb
            .selectFrom('approval_approvers as approver')
            .select('approver.user_id')
            .whereRef('approver.request_id', '=', 'request.id')
            .whereRef('approver.step_index', '=', 'request.step_index')
            .where('approver.user_id', '=', userId)
            .where('approver.delegated', '=', false),
        )
        .as('is_approver'),
      eb
        .exists(
          eb
            .selectFrom('approval_decisions as decision')
            .select('decision.user_id')
            .whereRef('decision.request_id', '=', 'request.id')
            .whereRef('decision.step_index', '=', 'request.step_index')
            .where('decision.user_id', '=', userId)
            .where('decision.decision', '=', 'approve'),
        )
        .as('has_approved'),
    ]);
}

export type ApprovalRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof requestsFor>['executeTakeFirst']>>
>;

interface Asked {
  user_id: string;
  /** Which plans the person may read. */
  readable: PlanCondition;
  school_id: string | null;
  after: Position;
}

export function listRequests(tx: Transaction, query: ApprovalQuery, asked: Asked): Promise<ApprovalRow[]> {
  let rows = requestsFor(tx, asked.user_id)
    .where(asked.readable)
    .limit(query.limit + 1);
  if (query.of === 'mine') rows = rows.where('request.submitted_by', '=', asked.user_id);
  if (query.of === 'to_decide') {
    rows = rows
      .where('request.state', '=', 'pending')
      .where('request.submitted_by', '<>', asked.user_id)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('approval_approvers as turn')
            .select('turn.user_id')
            .whereRef('turn.request_id', '=', 'request.id')
            .whereRef('turn.step_index', '=', 'request.step_index')
            .where('turn.user_id', '=', asked.user_id)
            .where('turn.delegated', '=', false),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('approval_decisions as done')
              .select('done.user_id')
              .whereRef('done.request_id', '=', 'request.id')
              .whereRef('done.step_index', '=', 'request.step_index')
              .where('done.user_id', '=', asked.user_id)
              .where('done.decision', '=', 'approve'),
          ),
        ),
      );
  }
  if (asked.school_id) rows = rows.where('plans.school_id', '=', asked.school_id);
  if (query.state) rows = rows.where('request.state', '=', query.state);
  if (query.subject) rows = rows.where(sql<boolean>`${query.subject} = any(${sql.ref('plans.subjects')})`);
  if (query.grade_level)
    rows = rows.where(sql<boolean>`${query.grade_level} = any(${sql.ref('plans.grade_levels')})`);
  if (query.author_id) rows = rows.where('request.submitted_by', '=', query.author_id);
  if (query.plan_id) rows = rows.where('request.plan_id', '=', query.plan_id);
  if (query.step) rows = rows.where('request.step_index', '=', query.step - 1);
  if (query.due_before) rows = rows.where('request.due_on', '<=', query.due_before);
  if (query.min_changes !== undefined)
    rows = rows.where('request.changed_fields_count', '>=', query.min_changes);
  return sorted(rows, query.sort, asked.after).execute();
}

type Rows = ReturnType<typeof requestsFor>;
const never = '9999-12-31';

/** Requests without a due date come last. */
function sorted(rows: Rows, sort: ApprovalQuery['sort'], after: Position): Rows {
  const due = sql<string>`coalesce(${sql.ref('request.due_on')}, ${never}::date)`;
  const key = sort === 'due_on' ? due : 'request.submitted_at';
  return inOrderAfter(rows, [key, 'request.id'], after, sort === '-submitted_at' ? 'desc' : 'asc');
}

export function positionOf(row: ApprovalRow, sort: ApprovalQuery['sort']): [string, string] {
  return [sort === 'due_on' ? (row.due_on ?? never) : row.submitted_at, row.id];
}

/** Past their day and not reminded of it today. */
export function listOverdue(tx: Transaction, today: string) {
  return tx
    .selectFrom('approval_requests as request')
    .innerJoin('plans', 'plans.id', 'request.plan_id')
    .selectAll('request')
    .select(['plans.title', 'plans.kind', 'plans.school_id'])
    .where('request.state', '=', 'pending')
    .where('request.due_on', '<', today)
    .where('plans.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('request.reminded_on', 'is', null), eb('request.reminded_on', '<', today)]))
    .orderBy('request.due_on')
    .limit(500)
    .execute();
}

export async function markReminded(
  tx: Transaction,
  id: string,
  marks: { reminded_on: string; lead_told_at?: string },
): Promise<void> {
  await tx.updateTable('approval_requests').set(marks).where('id', '=', id).execute();
}
