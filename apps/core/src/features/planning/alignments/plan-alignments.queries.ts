import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';

export type Emphasis = 'introduced' | 'developed' | 'mastered' | 'reviewed';

/** As a version keeps it: the words of the time, whatever becomes of the standard. */
export interface PlanAlignment {
  standard_id: string;
  code: string;
  statement: string;
  emphasis: Emphasis | null;
  note: string | null;
}

export const planTargetTypes = {
  unit: 'unit_plan',
  lesson: 'lesson_plan',
  template: 'template',
  document: 'curriculum_document',
} as const;
export type PlanTargetType = (typeof planTargetTypes)[keyof typeof planTargetTypes];

const planTypes = Object.values(planTargetTypes);

export function listPlanAlignments(tx: Transaction, planId: string): Promise<PlanAlignment[]> {
  return tx
    .selectFrom('standard_alignments as alignment')
    .innerJoin('standards as standard', 'standard.id', 'alignment.standard_id')
    .select([
      'alignment.standard_id',
      'standard.code',
      'standard.statement',
      'alignment.emphasis',
      'alignment.note',
    ])
    .where('alignment.target_id', '=', planId)
    .where('alignment.target_type', 'in', planTypes)
    .orderBy('standard.code_normalized')
    .orderBy('alignment.standard_id')
    .execute();
}

export async function selectTargetType(tx: Transaction, planId: string): Promise<PlanTargetType> {
  const plan = await tx.selectFrom('plans').select('kind').where('id', '=', planId).executeTakeFirstOrThrow();
  return planTargetTypes[plan.kind as keyof typeof planTargetTypes];
}

interface NewPlanAlignment {
  standard_id: string;
  emphasis: Emphasis | null;
  note: string | null;
  source: 'manual' | 'template' | 'inherited' | 'ai' | 'import';
}

interface Author {
  created_by: string | null;
  created_at: string;
}

/** Standards that are no longer there are left out, those already aligned stay as they are. */
export async function createPlanAlignments(
  tx: Transaction,
  target: { target_type: PlanTargetType; target_id: string },
  alignments: NewPlanAlignment[],
  author: Author,
): Promise<void> {
  const wanted = alignments.map(({ standard_id }) => standard_id);
  if (wanted.length === 0) return;
  const known = await tx.selectFrom('standards').select('id').where('id', 'in', wanted).execute();
  const there = new Set(known.map(({ id }) => id));
  const rows = alignments.filter(({ standard_id }) => there.has(standard_id));
  if (rows.length === 0) return;
  await tx
    .insertInto('standard_alignments')
    .values(rows.map((row) => ({ ...row, ...target, ...author, id: newId() })))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'target_id', 'target_type', 'standard_id']).doNothing(),
    )
    .execute();
}

export async function deleteAlignmentsOf(tx: Transaction, targetIds: string[]): Promise<void> {
  if (targetIds.length === 0) return;
  await tx.deleteFrom('standard_alignments').where('target_id', 'in', targetIds).execute();
}

/** One statement: what the plan is aligned to now becomes what the version is aligned to (PLN-91). */
export async function createVersionAlignments(
  tx: Transaction,
  planId: string,
  versionId: string,
): Promise<void> {
  await sql`
    insert into plan_version_alignments (tenant_id, version_id, standard_id, plan_id, emphasis)
    select alignment.tenant_id, ${versionId}::uuid, alignment.standard_id, alignment.target_id, alignment.emphasis
    from standard_alignments alignment
    where alignment.tenant_id = app.current_tenant() and alignment.target_id = ${planId}::uuid
      and alignment.target_type = any(${planTypes}::text[])
    on conflict do nothing`.execute(tx);
}
