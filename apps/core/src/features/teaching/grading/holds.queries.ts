import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { stateConditions } from './work-states.rules.ts';

interface Hold {
  user_id: string;
  opened_at: string;
}

/** One’s own hold, renewed, unless another is at it since `since`; answers whose it is afterwards (TCH-184). */
export async function takeHold(
  tx: Transaction,
  hold: { assignment_id: string; student_id: string; user_id: string; opened_at: string },
  since: string,
): Promise<Hold> {
  const taken = await tx
    .insertInto('grading_holds')
    .values(hold)
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'assignment_id', 'student_id'])
        .doUpdateSet({ user_id: hold.user_id, opened_at: hold.opened_at })
        .where((eb) =>
          eb.or([eb('grading_holds.user_id', '=', hold.user_id), eb('grading_holds.opened_at', '<', since)]),
        ),
    )
    .returning(['user_id', 'opened_at'])
    .executeTakeFirst();
  return taken ?? (await selectOptionalHold(tx, hold.assignment_id, hold.student_id, since)) ?? hold;
}

export function selectOptionalHold(tx: Transaction, assignmentId: string, studentId: string, since: string) {
  return tx
    .selectFrom('grading_holds')
    .select(['user_id', 'opened_at'])
    .where('assignment_id', '=', assignmentId)
    .where('student_id', '=', studentId)
    .where('opened_at', '>=', since)
    .executeTakeFirst();
}

/** The longest waiting that nobody holds; rows another is just taking are passed over instead of waited for. */
export async function selectNextUngraded(
  tx: Transaction,
  given: {
    assignment_id: string;
    user_id: string;
    section_id: string | null;
    section_ids: readonly string[] | null;
    since: string;
  },
): Promise<string | null> {
  const { rows } = await sql<{ student_id: string }>`
    select w.student_id
    from student_work w
    where w.tenant_id = app.current_tenant() and w.assignment_id = ${given.assignment_id} and w.is_assigned
      and ${sql.raw(stateConditions.to_grade)}
      and (${given.section_id}::uuid is null or w.section_id = ${given.section_id}::uuid)
      and (${given.section_ids}::uuid[] is null or w.section_id = any(${given.section_ids}::uuid[]))
      and not exists (select 1 from grading_holds h
        where h.tenant_id = w.tenant_id and h.assignment_id = w.assignment_id and h.student_id = w.student_id
          and h.opened_at >= ${given.since}::timestamptz)
    order by w.submitted_at, w.student_id
    limit 1
    for update skip locked`.execute(tx);
  return rows[0]?.student_id ?? null;
}
