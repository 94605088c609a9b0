import type { Transaction } from '@k12/db';

export function selectOptionalPolicy(tx: Transaction) {
  return tx.selectFrom('sign_in_policies').select(['policy', 'lock_version']).executeTakeFirst();
}

/** Undefined when the version named is no longer the current one; version 0 is the one never written. */
export function savePolicy(tx: Transaction, policy: string, lockVersion: number, at: string) {
  return tx
    .insertInto('sign_in_policies')
    .values({ policy, lock_version: 1, updated_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id'])
        .doUpdateSet((eb) => ({
          policy: eb.ref('excluded.policy'),
          updated_at: eb.ref('excluded.updated_at'),
          lock_version: eb('sign_in_policies.lock_version', '+', 1),
        }))
        .where('sign_in_policies.lock_version', '=', lockVersion),
    )
    .returning('lock_version')
    .executeTakeFirst();
}
