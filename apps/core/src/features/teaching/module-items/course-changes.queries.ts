import type { Transaction } from '@k12/db';
import type { ItemRow } from './module-items.queries.ts';

const restored = [
  'module_id',
  'position',
  'state',
  'publish_at',
  'published_at',
  'completion_rule',
  'completion_minimum',
  'deleted_at',
  'deleted_by',
] as const;

export type KeptItem = Pick<ItemRow, 'id' | (typeof restored)[number]> & {
  title_shown: string;
  version_after: number;
};

export function keptItem(row: ItemRow, version_after: number): KeptItem {
  const fields = Object.fromEntries(restored.map((name) => [name, row[name]])) as Pick<
    ItemRow,
    (typeof restored)[number]
  >;
  return { id: row.id, ...fields, title_shown: row.shown_title ?? '', version_after };
}

export async function putBack(
  tx: Transaction,
  { id, title_shown: _title, version_after: _version, ...fields }: KeptItem,
  updated_at: string,
): Promise<void> {
  await tx
    .updateTable('module_items')
    .set((eb) => ({ ...fields, updated_at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function listItemVersions(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('module_items')
    .select(['id', 'lock_version'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, lock_version }) => [id, lock_version]));
}

export async function createChange(
  tx: Transaction,
  change: {
    id: string;
    course_id: string;
    kind: 'module_items' | 'shift_dates';
    actor_id: string;
    before: unknown;
    created_at: string;
    undo_until_at: string;
  },
): Promise<void> {
  await tx
    .insertInto('course_changes')
    .values({ ...change, before: JSON.stringify(change.before) })
    .execute();
}

export function selectOptionalChange(tx: Transaction, id: string) {
  return tx.selectFrom('course_changes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function markUndone(tx: Transaction, id: string, at: string): Promise<void> {
  await tx.updateTable('course_changes').set({ undone_at: at }).where('id', '=', id).execute();
}
