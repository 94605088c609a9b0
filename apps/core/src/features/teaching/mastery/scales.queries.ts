import type { ProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export interface ScalePlace {
  /** Null: of the organisation. */
  school_id: string | null;
  course_id: string | null;
}

export type ScaleScope = 'tenant' | 'school' | 'course';

export interface ScaleRow {
  id: string;
  scope: ScaleScope;
  scale: ProficiencyScale;
  lock_version: number;
}

/** The scales that could count at a place, the nearest first. */
export async function listScales(tx: Transaction, { school_id, course_id }: ScalePlace): Promise<ScaleRow[]> {
  const { rows } = await sql<ScaleRow>`
    select s.id, s.scope, s.lock_version, jsonb_build_object(
      'name', s.name, 'levels', s.levels, 'method', s.method, 'mastery_at', trim_scale(s.mastery_at)::text,
      'least_assessed_percent', s.least_assessed_percent, 'conversion', s.conversion) as scale
    from proficiency_scales s
    where s.tenant_id = app.current_tenant() and (
      s.scope = 'tenant'
      or (s.scope = 'school' and s.school_id = ${school_id}::uuid)
      or (s.scope = 'course' and s.course_id = ${course_id}::uuid))
    order by array_position(array['course', 'school', 'tenant'], s.scope)`.execute(tx);
  return rows;
}

export interface ScaleToSave extends ScalePlace {
  id: string;
  scope: ScaleScope;
  scale: ProficiencyScale;
  /** Null: there is none yet. */
  lock_version: number | null;
  now: string;
}

/** False when somebody else was faster. */
export async function saveScale(tx: Transaction, given: ScaleToSave): Promise<boolean> {
  const { scale, now } = given;
  const values = {
    name: scale.name,
    levels: JSON.stringify(scale.levels),
    method: JSON.stringify(scale.method),
    mastery_at: scale.mastery_at,
    least_assessed_percent: String(scale.least_assessed_percent),
    conversion: scale.conversion && JSON.stringify(scale.conversion),
    updated_at: now,
  };
  if (given.lock_version === null) {
    const { id, scope, school_id, course_id } = given;
    const made = await tx
      .insertInto('proficiency_scales')
      .values({ id, scope, school_id, course_id, ...values, created_at: now, lock_version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return made !== undefined;
  }
  const changed = await tx
    .updateTable('proficiency_scales')
    .set((eb) => ({ ...values, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', given.id)
    .where('lock_version', '=', given.lock_version)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

export async function deleteScale(tx: Transaction, id: string, lockVersion: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('proficiency_scales')
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Courses whose results a scale decides: those of the place without a nearer one, that have any. */
export async function listDecidedCourses(tx: Transaction, { school_id }: { school_id: string | null }) {
  const { rows } = await sql<{ id: string; school_id: string; academic_year_id: string; settings: unknown }>`
    select c.id, c.school_id, c.academic_year_id, c.settings from courses c
    where c.tenant_id = app.current_tenant() and c.state <> 'deleted'
      and (${school_id}::uuid is null or c.school_id = ${school_id}::uuid)
      and not exists (
        select from proficiency_scales s
        where s.tenant_id = app.current_tenant()
          and (s.course_id = c.id or (${school_id}::uuid is null and s.school_id = c.school_id)))
      and (
        exists (select from mastery_results r where r.tenant_id = app.current_tenant() and r.course_id = c.id)
        or exists (
          select from assignments a
          join assignment_standards linked on linked.tenant_id = app.current_tenant() and linked.assignment_id = a.id
          where a.tenant_id = app.current_tenant() and a.course_id = c.id))
    order by c.id limit 2000`.execute(tx);
  return rows;
}

export function selectOptionalSchool(tx: Transaction, id: string) {
  return tx.selectFrom('schools').select('id').where('id', '=', id).executeTakeFirst();
}
