import type { Transaction } from '@k12/db';
import { operatorsTenantId } from './operators.rules.ts';

/** The tenant of the operators comes into being with the first of them. */
export async function ensureOperatorsTenant(tx: Transaction): Promise<void> {
  await tx
    .insertInto('tenants')
    .values({
      id: operatorsTenantId,
      name: 'Operators',
      slug: 'homeroom-operators',
      kind: 'district',
      locale: 'en',
      time_zone: 'UTC',
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export function selectOptionalOperator(tx: Transaction, email: string) {
  return tx
    .selectFrom('users')
    .select(['id', 'state'])
    .where('tenant_id', '=', operatorsTenantId)
    .where('email_normalized', '=', email)
    .executeTakeFirst();
}

export async function updateOperatorState(
  tx: Transaction,
  id: string,
  state: 'invited' | 'suspended',
  at: string,
): Promise<void> {
  await tx
    .updateTable('users')
    .set((eb) => ({ state, updated_at: at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
