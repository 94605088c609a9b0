import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { stateConditions } from '../grading/work-states.rules.ts';

/** Whose work of an assignment is called late or missing now, of all sections or of some (TCH-12). */
export async function listLabelled(
  tx: Transaction,
  assignmentId: string,
  sectionIds: readonly string[] | null,
  now: string,
): Promise<{ student_id: string; grade_version: number }[]> {
  const { rows } = await sql<{ student_id: string; grade_version: number }>`
    select w.student_id, w.grade_version
    from student_work w
    join assignments a on a.tenant_id = w.tenant_id and a.id = w.assignment_id
    join courses c on c.tenant_id = w.tenant_id and c.id = w.course_id
    cross join (select ${now}::timestamptz as now) as asked
    where w.tenant_id = app.current_tenant() and w.assignment_id = ${assignmentId} and w.is_assigned
      and (${sectionIds === null} or w.section_id = any(${sectionIds ?? []}::uuid[]))
      and (${sql.raw(stateConditions.late)} or ${sql.raw(stateConditions.missing)})
    order by w.student_id`.execute(tx);
  return rows;
}
