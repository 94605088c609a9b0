import type { TenantSettings } from '@k12/contracts/identity/tenant-settings';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export async function selectStoredSettings(tx: Transaction, tenantId: string): Promise<unknown> {
  const row = await tx.selectFrom('tenants').select('settings').where('id', '=', tenantId).executeTakeFirst();
  return row?.settings ?? null;
}

/** Beside the other settings of the organisation, which stay as they are. */
export async function updateSettings(
  tx: Transaction,
  tenantId: string,
  changes: { [Key in keyof TenantSettings]?: TenantSettings[Key] | undefined },
  at: string,
): Promise<void> {
  await tx
    .updateTable('tenants')
    .set((eb) => ({
      settings: sql`settings || ${JSON.stringify(changes)}::jsonb`,
      updated_at: at,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', tenantId)
    .execute();
}
