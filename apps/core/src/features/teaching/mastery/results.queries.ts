import type { Transaction } from '@k12/db';
import type { MasteryResult } from '@k12/grading/mastery';
import { sql } from 'kysely';

export interface ResultRow {
  student_id: string;
  standard_id: string;
  value: string | null;
  level: number | null;
  is_mastered: boolean | null;
  source: 'evidence' | 'judgement' | null;
  calculated: string | null;
  evidence_count: number;
  last_evidence_at: string | null;
  trend: 'up' | 'down' | 'steady' | null;
  judged_value: string | null;
  judged_note: string | null;
  judged_by: string | null;
  judged_at: string | null;
  ends_with_newer: boolean;
  lock_version: number;
}

/** One after the other for each course, so that no result is kept from evidence that is older. */
export async function lockMastery(tx: Transaction, tenantId: string, courseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mastery:${tenantId}:${courseId}`}, 0))`.execute(
    tx,
  );
}

export async function listResults(
  tx: Transaction,
  courseId: string,
  only: { student_ids?: readonly string[] | null; standard_id?: string } = {},
): Promise<ResultRow[]> {
  const { student_ids = null, standard_id = null } = only;
  const { rows } = await sql<ResultRow>`
    select r.student_id, r.standard_id, trim_scale(r.value)::text as value, r.level, r.is_mastered, r.source,
      trim_scale(r.calculated)::text as calculated, r.evidence_count, r.last_evidence_at, r.trend,
      trim_scale(r.judged_value)::text as judged_value, r.judged_note, r.judged_by, r.judged_at, r.ends_with_newer,
      r.lock_version
    from mastery_results r
    where r.tenant_id = app.current_tenant() and r.course_id = ${courseId}::uuid
      and ${student_ids === null ? sql`true` : sql`r.student_id = any(${[...student_ids]}::uuid[])`}
      and (${standard_id}::uuid is null or r.standard_id = ${standard_id}::uuid)`.execute(tx);
  return rows;
}

export type ResultToSave = MasteryResult & { student_id: string; standard_id: string };

export async function saveResults(
  tx: Transaction,
  courseId: string,
  results: readonly ResultToSave[],
  now: string,
): Promise<void> {
  if (results.length === 0) return;
  await sql`
    insert into mastery_results
      (tenant_id, course_id, student_id, standard_id, value, level, is_mastered, source, calculated, evidence_count,
       last_evidence_at, trend, calculated_at)
    select app.current_tenant(), ${courseId}::uuid, x.student_id, x.standard_id, x.value, x.level, x.is_mastered,
      x.source, x.calculated, x.evidence_count, x.last_evidence_at, x.trend, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as x(
      student_id uuid, standard_id uuid, value numeric, level integer, is_mastered boolean, source text,
      calculated numeric, evidence_count integer, last_evidence_at timestamptz, trend text)
    on conflict (tenant_id, course_id, student_id, standard_id) do update set
      value = excluded.value, level = excluded.level, is_mastered = excluded.is_mastered, source = excluded.source,
      calculated = excluded.calculated, evidence_count = excluded.evidence_count,
      last_evidence_at = excluded.last_evidence_at, trend = excluded.trend, calculated_at = excluded.calculated_at`.execute(
    tx,
  );
}

export interface JudgementToSave {
  course_id: string;
  student_id: string;
  standard_id: string;
  judged_value: string | null;
  judged_note: string | null;
  judged_by: string | null;
  judged_at: string | null;
  ends_with_newer: boolean;
  lock_version: number;
  now: string;
}

/** False when somebody judged in between. */
export async function saveJudgement(
  tx: Transaction,
  { now, lock_version, ...row }: JudgementToSave,
): Promise<boolean> {
  const { judged_value, judged_note, judged_by, judged_at, ends_with_newer } = row;
  if (lock_version === 0) {
    await tx
      .insertInto('mastery_results')
      .values({
        course_id: row.course_id,
        student_id: row.student_id,
        standard_id: row.standard_id,
        calculated_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const saved = await tx
    .updateTable('mastery_results')
    .set((eb) => ({
      ...{ judged_value, judged_note, judged_by, judged_at, ends_with_newer },
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('course_id', '=', row.course_id)
    .where('student_id', '=', row.student_id)
    .where('standard_id', '=', row.standard_id)
    .where('lock_version', '=', lock_version)
    .returning('lock_version')
    .executeTakeFirst();
  return saved !== undefined;
}
