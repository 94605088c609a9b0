import type { Transaction } from '@k12/db';

/** Undefined when the account is not waiting for its invitation any more. */
export function activateInvited(tx: Transaction, userId: string, at: string) {
  return tx
    .updateTable('users')
    .set((eb) => ({ state: 'active', updated_at: at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', userId)
    .where('state', 'in', ['invited', 'active'])
    .returning('id')
    .executeTakeFirst();
}

export function listRoleKeys(tx: Transaction, userId: string) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select('role.key')
    .where('assignment.user_id', '=', userId)
    .execute();
}

export async function countInvitations(tx: Transaction, userId: string, since: string): Promise<number> {
  const { rows } = await tx
    .selectFrom('one_time_links')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('user_id', '=', userId)
    .where('purpose', '=', 'invitation')
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(rows);
}
