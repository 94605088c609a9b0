import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import type { PlanCondition } from '../plans/plans.access.queries.ts';

export type SetExportRow = NonNullable<Awaited<ReturnType<typeof selectOptionalExport>>>;

/** More is no department any more. */
export const mostPlans = 2_000;

export function selectOptionalExport(tx: Transaction, id: string) {
  return tx.selectFrom('plan_set_exports').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface NewSetExport {
  id: string;
  requested_by: string;
  format: 'package' | 'pdf' | 'pdf_files';
  title: string;
  plan_ids: string[];
  resource_ids: string[];
  framework_ids: string[];
  options: object;
  total_count: number;
  created_at: string;
  expires_at: string;
}

export function createExport(tx: Transaction, { options, ...row }: NewSetExport): Promise<SetExportRow> {
  return tx
    .insertInto('plan_set_exports')
    .values({ ...row, options: JSON.stringify(options) as never })
    .returningAll()
    .executeTakeFirstOrThrow();
}

interface SetExportChanges {
  state?: 'running' | 'ready' | 'failed' | 'expired';
  done_count?: number;
  left_out?: string;
  storage_key?: string | null;
  file_name?: string;
  content_type?: string;
  size_bytes?: number;
  reason?: string;
  finished_at?: string;
}

export async function updateExport(tx: Transaction, id: string, changes: SetExportChanges): Promise<void> {
  await tx
    .updateTable('plan_set_exports')
    .set(changes as never)
    .where('id', '=', id)
    .execute();
}

interface WantedPlans {
  readable: PlanCondition;
  plan_ids?: readonly string[];
  course_id?: string;
  school_id?: string | undefined;
  subject?: string | undefined;
  planning_context_id?: string | undefined;
}

/** Units, lessons of their own and documents that are meant, as far as they may be read; lessons of units follow. */
export async function listWantedPlans(tx: Transaction, wanted: WantedPlans): Promise<string[]> {
  let rows = tx
    .selectFrom('plans')
    .select('plans.id')
    .where(wanted.readable)
    .where('plans.kind', '<>', 'template')
    .orderBy('plans.title')
    .orderBy('plans.id')
    .limit(mostPlans + 1);
  if (wanted.plan_ids) rows = rows.where('plans.id', 'in', [...wanted.plan_ids]);
  else rows = rows.where('plans.unit_plan_id', 'is', null).where('plans.state', '<>', 'archived');
  if (wanted.school_id) rows = rows.where('plans.school_id', '=', wanted.school_id);
  if (wanted.planning_context_id)
    rows = rows.where('plans.planning_context_id', '=', wanted.planning_context_id);
  if (wanted.subject) rows = rows.where(sql<boolean>`plans.subjects @> array[${wanted.subject}]::text[]`);
  return (await rows.execute()).map(({ id }) => id);
}

/** The units placed on a course in the order of its year. */
export async function listUnitsOfCourse(
  tx: Transaction,
  courseId: string,
  readable: PlanCondition,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('plans')
    .innerJoin('unit_placements as placement', 'placement.unit_plan_id', 'plans.id')
    .select(['plans.id', 'placement.starts_on'])
    .where('placement.course_id', '=', courseId)
    .where('placement.deleted_at', 'is', null)
    .where(readable)
    .orderBy('placement.starts_on')
    .orderBy('placement.position')
    .limit(mostPlans + 1)
    .execute();
  return [...new Set(rows.map(({ id }) => id))];
}

export function listLessonIds(tx: Transaction, unitIds: readonly string[]) {
  return tx
    .selectFrom('plans')
    .select(['id', 'unit_plan_id'])
    .where('unit_plan_id', 'in', [...unitIds])
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function selectTitle(tx: Transaction, table: 'courses' | 'planning_contexts', id: string) {
  const row =
    table === 'courses'
      ? await tx.selectFrom('courses').select('name as title').where('id', '=', id).executeTakeFirst()
      : await tx
          .selectFrom('planning_contexts')
          .select('name as title')
          .where('id', '=', id)
          .executeTakeFirst();
  return row?.title;
}

/** What the drafts have attached, and what any version names; `is_open` is let in for readers of the plan. */
export async function listAttachedResources(tx: Transaction, planIds: readonly string[]) {
  const { rows } = await sql<{ resource_id: string; is_open: boolean }>`
    select resource_id, bool_or(is_open) as is_open from (
      select attachment.resource_id, attachment.opens_for_readers as is_open
      from resource_attachments attachment
      where attachment.tenant_id = app.current_tenant() and attachment.target_id = any(${[...planIds]}::uuid[])
      union all
      select (entry ->> 'resource_id')::uuid, false
      from plan_versions version, jsonb_array_elements(version.resources) entry
      where version.tenant_id = app.current_tenant() and version.plan_id = any(${[...planIds]}::uuid[])
    ) attached group by resource_id order by resource_id`.execute(tx);
  return rows;
}

/** Frameworks of the standards that the drafts or any version are aligned to. */
export async function listFrameworksOf(tx: Transaction, planIds: readonly string[]) {
  const { rows } = await sql<{ id: string; school_id: string | null; scope: string }>`
    select framework.id, framework.school_id, framework.scope from standard_frameworks framework
    where framework.tenant_id = app.current_tenant() and framework.id in (
      select standard.framework_id from standards standard
      where standard.tenant_id = app.current_tenant() and standard.id in (
        select alignment.standard_id from standard_alignments alignment
        where alignment.tenant_id = app.current_tenant() and alignment.target_id = any(${[...planIds]}::uuid[])
        union
        select frozen.standard_id from plan_version_alignments frozen
        where frozen.tenant_id = app.current_tenant() and frozen.plan_id = any(${[...planIds]}::uuid[])
      )
    ) order by framework.identifier`.execute(tx);
  return rows;
}
