import type { PackState } from '@k12/contracts/planning/pack-admin';
import type { Pack } from '@k12/contracts/planning/packs';
import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export type PackDefinition = Omit<Pack, 'key' | 'version'>;
export type PackRow = NonNullable<Awaited<ReturnType<typeof selectOptionalPack>>>;

export function selectOptionalPack(tx: Transaction, id: string) {
  return tx.selectFrom('planner_packs').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function selectPack(tx: Transaction, id: string): Promise<PackRow> {
  const pack = await selectOptionalPack(tx, id);
  if (!pack) throw new Problem('not_found');
  return pack;
}

export function selectPackVersion(tx: Transaction, key: string, version: number) {
  return tx
    .selectFrom('planner_packs')
    .selectAll()
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** Newest first. */
export function listPacks(
  tx: Transaction,
  query: { limit: number; state?: PackState | undefined },
  after: Position,
): Promise<PackRow[]> {
  let rows = tx
    .selectFrom('planner_packs')
    .selectAll()
    .limit(query.limit + 1);
  if (query.state) rows = rows.where('state', '=', query.state);
  return inOrderAfter(rows, ['id'], after, 'desc').execute();
}

/** How many plans are pinned to each pack version, bin included: they may come back. */
export async function countPlans(tx: Transaction): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('plans')
    .select((eb) => ['pack_key', 'pack_version', eb.fn.countAll<number>().as('count')])
    .groupBy(['pack_key', 'pack_version'])
    .execute();
  return new Map(rows.map((row) => [`${row.pack_key}@${row.pack_version}`, Number(row.count)]));
}

export async function newestVersion(tx: Transaction, key: string): Promise<number> {
  const row = await tx
    .selectFrom('planner_packs')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.version ?? 0;
}

export interface NewPack {
  id: string;
  key: string;
  version: number;
  school_id: string | null;
  definition: PackDefinition;
  checksum: Buffer;
  based_on_key: string;
  based_on_version: number;
  created_by: string;
  created_at: string;
}

/** Undefined when the key has this version, or an unfinished one, already. */
export function createPack(tx: Transaction, pack: NewPack) {
  return tx
    .insertInto('planner_packs')
    .values({ ...pack, definition: JSON.stringify(pack.definition), updated_at: pack.created_at })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Undefined when somebody was faster, or the version is not a draft any more. */
export function updateDraftPack(
  tx: Transaction,
  id: string,
  lockVersion: number,
  change: { definition: PackDefinition; checksum: Buffer; updated_at: string },
) {
  return tx
    .updateTable('planner_packs')
    .set((eb) => ({
      ...change,
      definition: JSON.stringify(change.definition),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('lock_version', '=', lockVersion)
    .returningAll()
    .executeTakeFirst();
}

export function activatePack(tx: Transaction, id: string, lockVersion: number, now: string) {
  return tx
    .updateTable('planner_packs')
    .set((eb) => ({
      state: 'active' as const,
      activated_at: now,
      updated_at: now,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('lock_version', '=', lockVersion)
    .returningAll()
    .executeTakeFirst();
}

/** Versions before this one are no longer offered; plans under them go on as they are. */
export function deprecateOlder(tx: Transaction, key: string, version: number, now: string) {
  return tx
    .updateTable('planner_packs')
    .set((eb) => ({
      state: 'deprecated' as const,
      updated_at: now,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('key', '=', key)
    .where('version', '<', version)
    .where('state', '=', 'active')
    .execute();
}
