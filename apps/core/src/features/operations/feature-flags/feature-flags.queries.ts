import type { DatabaseHandle, Transaction } from '@k12/db';

export function listFlags(db: DatabaseHandle) {
  return db.global.selectFrom('feature_flags').selectAll().orderBy('key').execute();
}

export function selectOptionalFlag(db: DatabaseHandle, key: string) {
  return db.global.selectFrom('feature_flags').selectAll().where('key', '=', key).executeTakeFirst();
}

export interface FlagChanges {
  enabled: boolean | null;
  tenant_manageable: boolean;
  rollout_percent: number | null;
  rollout_by: 'tenant' | 'user';
  roles: string[];
  expires_on: string | null;
  full_since_at: string | null;
  updated_at: string;
}

/** Undefined when the version named is no longer the current one. */
export function updateFlag(db: DatabaseHandle, key: string, lockVersion: number, changes: FlagChanges) {
  return db.global
    .updateTable('feature_flags')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('key', '=', key)
    .where('lock_version', '=', lockVersion)
    .returningAll()
    .executeTakeFirst();
}

export function listOverrides(tx: Transaction) {
  return tx.selectFrom('feature_flag_overrides').selectAll().execute();
}

export interface NewOverride {
  key: string;
  enabled: boolean;
  rollout_percent: number | null;
  roles: string[];
  reason: string | null;
  set_by: string | null;
  set_at: string;
}

export async function putOverride(tx: Transaction, { key, ...values }: NewOverride): Promise<void> {
  await tx
    .insertInto('feature_flag_overrides')
    .values({ key, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet(values))
    .execute();
}

export async function deleteOverride(tx: Transaction, key: string): Promise<void> {
  await tx.deleteFrom('feature_flag_overrides').where('key', '=', key).execute();
}
