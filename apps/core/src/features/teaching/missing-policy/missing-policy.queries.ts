import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { stateConditions } from '../grading/work-states.rules.ts';

/** Courses under way that fill missing work with a score. */
export function listFillingCourses(tx: Transaction) {
  return tx
    .selectFrom('courses')
    .select(['id', 'school_id', 'academic_year_id', 'settings'])
    .where('state', '=', 'active')
    .where((eb) => sql<boolean>`${eb.ref('settings')} -> 'missing_policy' ->> 'score_percent' is not null`)
    .orderBy('id')
    .execute();
}

export interface EmptyCell {
  assignment_id: string;
  student_id: string;
  points_possible: string;
  grade_version: number;
}

/** Missing work of students still in the course whose hours are over, the oldest first (TCH-41, TCH-42). */
export async function listEmptyMissing(
  tx: Transaction,
  courseId: string,
  now: string,
  afterHours: number,
  limit: number,
): Promise<EmptyCell[]> {
  const { rows } = await sql<EmptyCell>`
    select w.assignment_id, w.student_id, trim_scale(a.points_possible)::text as points_possible, w.grade_version
    from student_work w
    join assignments a on a.tenant_id = w.tenant_id and a.id = w.assignment_id
    join courses c on c.tenant_id = w.tenant_id and c.id = w.course_id
    cross join (select ${now}::timestamptz as now) as asked
    where w.tenant_id = app.current_tenant() and w.course_id = ${courseId} and w.is_assigned
      and a.state in ('published', 'closed') and a.grading_type in ('points', 'percent', 'letter', 'complete')
      and w.grade_state = 'none' and ${sql.raw(stateConditions.missing)}
      and (w.due_at is null or w.due_at + make_interval(hours => ${afterHours}::integer) <= asked.now)
      and exists (
        select 1 from enrollments e
        join sections s on s.tenant_id = e.tenant_id and s.id = e.section_id
        where e.tenant_id = w.tenant_id and e.user_id = w.student_id and e.role = 'student' and e.state = 'active'
          and s.course_id = w.course_id)
    order by w.due_at nulls last, w.assignment_id, w.student_id
    limit ${limit}`.execute(tx);
  return rows;
}
