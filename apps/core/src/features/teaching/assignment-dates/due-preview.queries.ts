import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export interface DayLoad {
  on: string;
  busy_students: number;
  test_students: number;
}

interface LoadQuery {
  course_id: string;
  section_ids: readonly string[] | null;
  without: string | null;
  time_zone: string;
  from: string;
  to: string;
}

/** On each day of the school, how many of these students have something due, in whatever course (TCH-171). */
export async function listLoad(tx: Transaction, query: LoadQuery): Promise<DayLoad[]> {
  const { course_id, section_ids, without, time_zone, from, to } = query;
  const { rows } = await sql<DayLoad>`
    with learners as (
      select distinct e.user_id
      from enrollments e
      join sections s on s.tenant_id = e.tenant_id and s.id = e.section_id
      where e.tenant_id = app.current_tenant() and e.role = 'student' and e.state = 'active'
        and s.course_id = ${course_id}
        and (${section_ids === null} or e.section_id = any(${section_ids ?? []}::uuid[]))
    )
    select (w.due_at at time zone ${time_zone})::date::text as "on",
      count(distinct w.student_id)::int as busy_students,
      (count(distinct w.student_id) filter (where a.kind = 'assessment'))::int as test_students
    from student_work w
    join learners l on l.user_id = w.student_id
    join assignments a on a.tenant_id = w.tenant_id and a.id = w.assignment_id
    where w.tenant_id = app.current_tenant() and w.is_assigned and a.state in ('published', 'closed')
      and w.due_at >= ${from}::timestamptz and w.due_at < ${to}::timestamptz
      and (${without}::uuid is null or a.id <> ${without}::uuid)
    group by 1`.execute(tx);
  return rows;
}

export async function countLearners(
  tx: Transaction,
  courseId: string,
  sectionIds: readonly string[] | null,
): Promise<number> {
  let rows = tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select((eb) => eb.fn.count<number>('member.user_id').distinct().as('count'))
    .where('section.course_id', '=', courseId)
    .where('member.role', '=', 'student')
    .where('member.state', '=', 'active');
  if (sectionIds) rows = rows.where('member.section_id', 'in', [...sectionIds]);
  return Number((await rows.executeTakeFirstOrThrow()).count);
}

export function listSections(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('sections')
    .select(['id', 'name'])
    .where('course_id', '=', courseId)
    .where('state', '=', 'active')
    .orderBy('name')
    .orderBy('id')
    .execute();
}
