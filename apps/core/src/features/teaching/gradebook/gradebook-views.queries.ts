import type { SheetFilters, SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import type { Changes, Transaction } from '@k12/db';
import { sql } from 'kysely';

export function selectOptionalLayout(tx: Transaction, courseId: string, userId: string) {
  return tx
    .selectFrom('gradebook_layouts')
    .select('layout')
    .where('course_id', '=', courseId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

export async function saveLayout(
  tx: Transaction,
  row: { course_id: string; user_id: string; layout: SheetLayout; updated_at: string },
): Promise<void> {
  const layout = JSON.stringify(row.layout);
  await tx
    .insertInto('gradebook_layouts')
    .values({ ...row, layout })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'course_id', 'user_id'])
        .doUpdateSet({ layout, updated_at: row.updated_at }),
    )
    .execute();
}

export type ViewRow = Awaited<ReturnType<typeof listViews>>[number];

function views(tx: Transaction) {
  return tx
    .selectFrom('gradebook_views as view')
    .innerJoin('users as owner', 'owner.id', 'view.owner_id')
    .selectAll('view')
    .select(['owner.given_name', 'owner.preferred_name', 'owner.family_name']);
}

export function listViews(tx: Transaction, courseId: string, userId: string | null) {
  return views(tx)
    .where('view.course_id', '=', courseId)
    .where((eb) => eb.or([eb('view.is_shared', '=', true), eb('view.owner_id', '=', userId)]))
    .orderBy('view.name')
    .orderBy('view.id')
    .limit(200)
    .execute();
}

export function selectOptionalView(tx: Transaction, id: string) {
  return views(tx).where('view.id', '=', id).executeTakeFirst();
}

export interface NewView {
  id: string;
  course_id: string;
  owner_id: string;
  name: string;
  filters: SheetFilters;
  is_shared: boolean;
  created_at: string;
}

export async function createView(tx: Transaction, { filters, ...view }: NewView): Promise<void> {
  await tx
    .insertInto('gradebook_views')
    .values({ ...view, filters: JSON.stringify(filters), updated_at: view.created_at })
    .execute();
}

/** False when the version named is no longer the current one. */
export async function updateView(
  tx: Transaction,
  id: string,
  lockVersion: number,
  { filters, ...changes }: Changes<Pick<NewView, 'name' | 'filters' | 'is_shared'>> & { updated_at: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('gradebook_views')
    .set((eb) => ({
      ...changes,
      ...(filters ? { filters: JSON.stringify(filters) } : {}),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteView(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('gradebook_views').where('id', '=', id).execute();
}

interface GroupRow {
  id: string;
  name: string;
  set_name: string;
  student_ids: string[];
}

/** Groups with the students that the caller may see; null: all of them. */
export async function listGroups(
  tx: Transaction,
  courseId: string,
  studentIds: readonly string[] | null,
): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select grouped.id, grouped.name, divided.name as set_name,
      coalesce(array_agg(member.student_id) filter (where member.student_id is not null), '{}') as student_ids
    from group_sets divided
    join student_groups grouped on grouped.tenant_id = app.current_tenant() and grouped.group_set_id = divided.id
      and grouped.deleted_at is null
    left join group_members member on member.tenant_id = app.current_tenant() and member.group_id = grouped.id
      and member.left_at is null
      and (${studentIds === null}::boolean or member.student_id = any(${[...(studentIds ?? [])]}::uuid[]))
    where divided.tenant_id = app.current_tenant() and divided.course_id = ${courseId}::uuid and divided.deleted_at is null
    group by divided.tenant_id, divided.id, grouped.tenant_id, grouped.id
    order by divided.name, grouped.position, grouped.id`.execute(tx);
  return rows;
}

export async function listModules(tx: Transaction, courseId: string) {
  const { rows } = await sql<{ id: string; title: string; assignment_ids: string[] }>`
    select part.id, part.title, array_agg(item.assignment_id order by item.position) as assignment_ids
    from modules part
    join module_items item on item.tenant_id = app.current_tenant() and item.module_id = part.id
      and item.assignment_id is not null and item.deleted_at is null
    where part.tenant_id = app.current_tenant() and part.course_id = ${courseId}::uuid and part.deleted_at is null
    group by part.tenant_id, part.id
    order by part.position, part.id`.execute(tx);
  return rows;
}
