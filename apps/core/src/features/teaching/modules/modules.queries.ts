import type { Changes, Transaction } from '@k12/db';
import { sql } from 'kysely';

export type ModuleRow = Awaited<ReturnType<typeof listModules>>[number];

function modules(tx: Transaction) {
  return tx
    .selectFrom('modules as module')
    .leftJoin('plans as unit', 'unit.id', 'module.unit_plan_id')
    .selectAll('module')
    .select('unit.published_version_id as unit_published_version_id')
    .select((eb) => [
      eb
        .selectFrom('module_sections as link')
        .select((inner) => inner.fn.agg<string[]>('array_agg', ['link.section_id']).as('ids'))
        .whereRef('link.module_id', '=', 'module.id')
        .as('section_ids'),
      eb
        .selectFrom('module_prerequisites as needed')
        .innerJoin('modules as other', 'other.id', 'needed.required_module_id')
        .select((inner) => inner.fn.agg<string[]>('array_agg', ['needed.required_module_id']).as('ids'))
        .whereRef('needed.module_id', '=', 'module.id')
        .where('other.deleted_at', 'is', null)
        .as('prerequisite_ids'),
    ])
    .orderBy('module.position')
    .orderBy('module.id');
}

/** Those of a course in order; archived ones only when asked for, deleted ones never. */
export function listModules(tx: Transaction, courseId: string, archived = false) {
  const rows = modules(tx).where('module.course_id', '=', courseId).where('module.deleted_at', 'is', null);
  return rows.where('module.state', archived ? '=' : '<>', 'archived').execute();
}

/** Deleted ones too: who asks decides. */
export function selectOptionalModule(tx: Transaction, id: string) {
  return modules(tx).where('module.id', '=', id).executeTakeFirst();
}

export interface ModuleFields {
  title: string;
  description: string;
  state: ModuleRow['state'];
  publish_at: string | null;
  published_at: string | null;
  unlock_at: string | null;
  is_sequential: boolean;
  starts_on: string | null;
  ends_on: string | null;
  unit_plan_id: string | null;
  unit_version_id: string | null;
  deleted_at: string | null;
  deleted_by: string | null;
}

export interface NewModule extends Changes<ModuleFields> {
  id: string;
  course_id: string;
  title: string;
  created_by: string | null;
  created_at: string;
}

/** At the end of its course. */
export async function createModule(tx: Transaction, module: NewModule): Promise<void> {
  await tx
    .insertInto('modules')
    .values((eb) => ({
      ...module,
      updated_at: module.created_at,
      position: eb
        .selectFrom('modules as other')
        .select((inner) =>
          inner(inner.fn.coalesce(inner.fn.max('other.position'), inner.lit(-1)), '+', 1).as('next'),
        )
        .where('other.course_id', '=', module.course_id),
    }))
    .execute();
}

/** False when the version named is no longer the current one; without a version whatever it is. */
export async function updateModule(
  tx: Transaction,
  id: string,
  lockVersion: number | null,
  changes: Changes<ModuleFields> & { updated_at: string },
): Promise<boolean> {
  let update = tx
    .updateTable('modules')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id);
  if (lockVersion !== null) update = update.where('lock_version', '=', lockVersion);
  return (await update.returning('id').executeTakeFirst()) !== undefined;
}

export async function replaceSections(tx: Transaction, moduleId: string, sectionIds: readonly string[]) {
  await tx.deleteFrom('module_sections').where('module_id', '=', moduleId).execute();
  if (sectionIds.length === 0) return;
  const rows = [...new Set(sectionIds)].map((section_id) => ({ module_id: moduleId, section_id }));
  await tx.insertInto('module_sections').values(rows).execute();
}

export async function replacePrerequisites(tx: Transaction, moduleId: string, ids: readonly string[]) {
  await tx.deleteFrom('module_prerequisites').where('module_id', '=', moduleId).execute();
  if (ids.length === 0) return;
  const rows = [...new Set(ids)].map((required_module_id) => ({ module_id: moduleId, required_module_id }));
  await tx.insertInto('module_prerequisites').values(rows).execute();
}

export function listSectionIds(tx: Transaction, courseId: string) {
  return tx.selectFrom('sections').select(['id', 'name']).where('course_id', '=', courseId).execute();
}

/** Puts rows into the order of the ids, in one statement. */
export async function updatePositions(
  tx: Transaction,
  tenantId: string,
  table: 'modules' | 'module_items',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update ${sql.table(table)} as entry set position = wanted.place - 1
    from unnest(${sql.val([...ids])}::uuid[]) with ordinality as wanted (id, place)
    where entry.tenant_id = ${tenantId} and entry.id = wanted.id`.execute(tx);
}

/**
 * Takes the next version of the order of a course, and holds it until the transaction ends. With the version somebody
 * saw: nothing when there is a newer one.
 */
export async function raiseOutlineVersion(
  tx: Transaction,
  courseId: string,
  seen: number | null = null,
): Promise<number | null> {
  let update = tx
    .updateTable('courses')
    .set((eb) => ({ outline_version: eb('outline_version', '+', 1) }))
    .where('id', '=', courseId);
  if (seen !== null) update = update.where('outline_version', '=', seen);
  return (await update.returning('outline_version').executeTakeFirst())?.outline_version ?? null;
}

export async function selectOutlineVersion(tx: Transaction, courseId: string): Promise<number> {
  const row = await tx
    .selectFrom('courses')
    .select('outline_version')
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow();
  return row.outline_version;
}

export function listDeletedModules(tx: Transaction, courseId: string, since: string) {
  return tx
    .selectFrom('modules')
    .select(['id', 'title', 'deleted_at'])
    .where('course_id', '=', courseId)
    .where('deleted_at', '>', since)
    .orderBy('deleted_at', 'desc')
    .limit(200)
    .execute();
}

/** Modules and items whose time has come, in the order of their times (TCH-20). */
export async function listDue(tx: Transaction, now: string) {
  const modules = await tx
    .selectFrom('modules')
    .select(['id', 'course_id', 'publish_at'])
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .where('deleted_at', 'is', null)
    .orderBy('publish_at')
    .orderBy('id')
    .limit(500)
    .forUpdate()
    .execute();
  const items = await tx
    .selectFrom('module_items')
    .select(['id', 'course_id', 'publish_at'])
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .where('deleted_at', 'is', null)
    .orderBy('publish_at')
    .orderBy('id')
    .limit(500)
    .forUpdate()
    .execute();
  return { modules, items };
}
