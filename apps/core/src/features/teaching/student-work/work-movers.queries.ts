import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/**
 * Those who joined a group get what it has handed in for each assignment of the set, and nothing where it has not:
 * the submission part of their cells only; a grade stays until somebody changes it (TCH-46).
 */
export async function copyGroupWork(
  tx: Transaction,
  groupSetId: string,
  movers: readonly { group_id: string; student_id: string }[],
  now: string,
): Promise<void> {
  await sql`
    with mover as (
      select * from jsonb_to_recordset(${JSON.stringify(movers)}::jsonb) as mover (group_id uuid, student_id uuid)
    ), wanted as (
      select assignment.id as assignment_id, mover.student_id, submission.id as submission_id,
        coalesce(submission.attempts_count, 0) as attempts_count,
        (
          select max(attempt.official_at) from submission_attempts as attempt
          where attempt.tenant_id = app.current_tenant() and attempt.submission_id = submission.id
            and attempt.withdrawn_at is null
        ) as submitted_at
      from mover
      join assignments as assignment on assignment.tenant_id = app.current_tenant()
        and assignment.group_set_id = ${groupSetId} and assignment.state in ('published', 'closed')
      left join submissions as submission on submission.tenant_id = app.current_tenant()
        and submission.assignment_id = assignment.id and submission.group_id = mover.group_id
    )
    update student_work as work set
      submission_id = wanted.submission_id,
      submission_state = case
        when wanted.submitted_at is not null then 'submitted'
        when wanted.submission_id is not null then 'draft'
        else 'not_started'
      end,
      submitted_at = wanted.submitted_at,
      attempts_count = wanted.attempts_count,
      late_seconds = case
        when wanted.submitted_at is null or work.due_at is null then 0
        else greatest(0, floor(extract(epoch from wanted.submitted_at - work.due_at)))::integer
      end,
      has_new_work = wanted.submitted_at is not null,
      changed_at = ${now}
    from wanted
    where work.tenant_id = app.current_tenant() and work.assignment_id = wanted.assignment_id
      and work.student_id = wanted.student_id`.execute(tx);
}
