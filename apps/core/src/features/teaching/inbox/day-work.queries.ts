import type { DayWork } from '@k12/contracts/teaching/teaching-day';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { stateConditions } from '../grading/work-states.rules.ts';
import type { InboxReach } from './inbox.queries.ts';

export type DayWorkRow = Omit<DayWork, 'course_name' | 'color'>;

/** Assignments of these courses with anything to do about them, counted in one pass over their cells (TCH-15). */
export async function listDayWork(tx: Transaction, reach: InboxReach): Promise<DayWorkRow[]> {
  const toGrade = sql.raw(stateConditions.to_grade);
  const isDue = sql`(w.due_at between asked.now and asked.now + interval '7 days')`;
  const { rows } = await sql<DayWorkRow>`
    select * from (
      select w.assignment_id, w.course_id, a.title,
        (count(*) filter (where ${toGrade}))::integer as to_grade,
        min(w.submitted_at) filter (where ${toGrade}) as oldest_at,
        (count(*) filter (where ${sql.raw(stateConditions.missing)} and w.due_at > asked.now - interval '7 days'))::integer
          as newly_missing,
        (count(*) filter (where ${sql.raw(stateConditions.not_posted)} and w.graded_at < asked.now - interval '7 days'))::integer
          as unposted,
        min(w.due_at) filter (where ${isDue}) as due_at,
        (count(*) filter (where ${isDue}))::integer as expected,
        (count(*) filter (where ${isDue} and w.submission_state = 'submitted'))::integer as handed_in
      from student_work w
      join assignments a on a.tenant_id = w.tenant_id and a.id = w.assignment_id
      join courses c on c.tenant_id = w.tenant_id and c.id = w.course_id
      cross join (select ${reach.now}::timestamptz as now) as asked
      where w.tenant_id = app.current_tenant() and w.is_assigned and a.state in ('published', 'closed')
        and (w.course_id = any(${reach.course_ids}::uuid[]) or w.section_id = any(${reach.section_ids}::uuid[]))
      group by w.assignment_id, w.course_id, a.title
    ) as work
    where to_grade > 0 or newly_missing > 0 or unposted > 0 or expected > 0
    order by oldest_at nulls last, due_at nulls last, title, assignment_id
    limit 60`.execute(tx);
  return rows;
}
