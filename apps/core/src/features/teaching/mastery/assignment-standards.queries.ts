import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export function listLinked(tx: Transaction, assignmentId: string) {
  return tx
    .selectFrom('assignment_standards as linked')
    .innerJoin('standards as standard', 'standard.id', 'linked.standard_id')
    .select(['linked.standard_id', 'linked.assessed'])
    .where('linked.assignment_id', '=', assignmentId)
    .orderBy('standard.code_normalized')
    .orderBy('standard.id')
    .execute();
}

export async function replaceLinked(
  tx: Transaction,
  assignment_id: string,
  rows: readonly { standard_id: string; assessed: 'overall' | 'criterion' }[],
): Promise<void> {
  await tx.deleteFrom('assignment_standards').where('assignment_id', '=', assignment_id).execute();
  if (rows.length === 0) return;
  const values = rows.map(({ standard_id, assessed }) => ({ assignment_id, standard_id, assessed }));
  await tx.insertInto('assignment_standards').values(values).execute();
}

/** The criteria of the assignment's rubric that are tied to a standard. */
export async function listCriteria(tx: Transaction, assignmentId: string) {
  const { rows } = await sql<{ standard_id: string; title: string }>`
    select criterion ->> 'standard_id' as standard_id, criterion ->> 'title' as title
    from assignments a
    join rubrics rubric on rubric.tenant_id = app.current_tenant() and rubric.id = a.rubric_id
    cross join lateral jsonb_array_elements(rubric.criteria) as criterion
    where a.tenant_id = app.current_tenant() and a.id = ${assignmentId}::uuid
      and criterion ->> 'standard_id' is not null`.execute(tx);
  return rows;
}

/** What the unit and the lesson behind the assignment are aligned to (TCH-47). */
export async function listPlanStandards(tx: Transaction, planIds: readonly string[]): Promise<string[]> {
  if (planIds.length === 0) return [];
  const rows = await tx
    .selectFrom('standard_alignments')
    .select('standard_id')
    .distinct()
    .where('target_id', 'in', planIds)
    .execute();
  return rows.map(({ standard_id }) => standard_id);
}

export function selectPlansOf(tx: Transaction, assignmentId: string) {
  return tx
    .selectFrom('assignments')
    .select(['unit_plan_id', 'lesson_plan_id'])
    .where('id', '=', assignmentId)
    .executeTakeFirstOrThrow();
}

export async function bumpAssignment(
  tx: Transaction,
  id: string,
  lockVersion: number,
  now: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('assignments')
    .set((eb) => ({ lock_version: eb('lock_version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
