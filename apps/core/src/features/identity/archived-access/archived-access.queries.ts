import type { ArchivedAccess } from '@k12/contracts/identity/archived-access';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Beside the other settings of the organisation, which stay as they are. */
export async function updateArchivedAccess(
  tx: Transaction,
  tenantId: string,
  access: ArchivedAccess,
  at: string,
): Promise<void> {
  const changes = JSON.stringify({ archived_access: access });
  await tx
    .updateTable('tenants')
    .set((eb) => ({
      settings: sql`settings || ${changes}::jsonb`,
      updated_at: at,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', tenantId)
    .execute();
}
