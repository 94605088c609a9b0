import type { Changes, Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import type { Position } from '../../../platform/in-order-after.ts';

export type RoleRow = Awaited<ReturnType<typeof selectRole>>;

function rolesWithHolders(tx: Transaction) {
  return tx
    .selectFrom('roles as role')
    .selectAll('role')
    .select((eb) =>
      eb
        .selectFrom('role_assignments as assignment')
        .select((inner) => inner.fn.count<number>('assignment.user_id').distinct().as('count'))
        .whereRef('assignment.role_id', '=', 'role.id')
        .as('holders_count'),
    );
}

export async function selectRole(tx: Transaction, id: string) {
  const role = await rolesWithHolders(tx).where('role.id', '=', id).executeTakeFirst();
  if (!role) throw new Problem('not_found');
  return role;
}

/** System roles first, then by key; `after` is the position of the last row already shown. */
export function listRoles(tx: Transaction, limit: number, after: Position) {
  let rows = rolesWithHolders(tx)
    .orderBy('role.is_system', 'desc')
    .orderBy('role.key')
    .limit(limit + 1);
  if (after) {
    const [isSystem, key] = after as [number, string];
    rows = rows.where((eb) =>
      eb.or([
        eb('role.is_system', '<', isSystem === 1),
        eb.and([eb('role.is_system', '=', isSystem === 1), eb('role.key', '>', key)]),
      ]),
    );
  }
  return rows.execute();
}

export function listRoleKeys(tx: Transaction) {
  return tx.selectFrom('roles').select('key').execute();
}

export interface NewRole {
  id: string;
  key: string;
  name: string;
  description: string | null;
  copied_from: string | null;
  capabilities: string[];
  created_at: string;
}

export async function createRole(tx: Transaction, role: NewRole): Promise<void> {
  await tx
    .insertInto('roles')
    .values({ ...role, updated_at: role.created_at })
    .execute();
}

type RoleChanges = Changes<Pick<NewRole, 'name' | 'description' | 'capabilities'>> & { updated_at: string };

/** False when the version named is no longer the current one. */
export async function updateRole(tx: Transaction, id: string, lockVersion: number, changes: RoleChanges) {
  const updated = await tx
    .updateTable('roles')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

export async function deleteRole(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('role_assignments').where('role_id', '=', id).execute();
  await tx.deleteFrom('roles').where('id', '=', id).execute();
}

export async function listHolderIds(tx: Transaction, roleId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('role_assignments')
    .select('user_id')
    .distinct()
    .where('role_id', '=', roleId)
    .execute();
  return rows.map((row) => row.user_id);
}

/** Holders who have the replacement in the same scope already keep just that one. */
export async function moveHolders(tx: Transaction, roleId: string, replacementId: string): Promise<void> {
  await tx
    .updateTable('role_assignments as assignment')
    .set({ role_id: replacementId })
    .where('assignment.role_id', '=', roleId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('role_assignments as other')
            .select('other.id')
            .where('other.role_id', '=', replacementId)
            .whereRef('other.user_id', '=', 'assignment.user_id')
            .whereRef('other.scope', '=', 'assignment.scope')
            .where((inner) =>
              inner.or([
                inner('other.school_id', 'is', null),
                inner('other.school_id', '=', inner.ref('assignment.school_id')),
              ]),
            ),
        ),
      ),
    )
    .execute();
}
