import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import { listTenantAdminsForUpdate } from './last-admin.queries.ts';

/**
 * Refuses to leave a tenant without anybody who can manage rights. Call it inside the transaction that takes
 * the rights or the account away, before doing so; `losing` are the people about to lose them (IDN-36).
 */
export async function requireAnotherAdmin(
  tx: Transaction,
  context: Context,
  losing: readonly string[],
): Promise<void> {
  const admins = await listAdmins(tx, context);
  const touched = admins.some((id) => losing.includes(id));
  if (touched && admins.every((id) => losing.includes(id))) throw new Problem('last_admin');
}

/** The same after a change that may have taken the right from many at once, such as that of a role. */
export async function requireSomeAdmin(tx: Transaction, context: Context): Promise<void> {
  if ((await listAdmins(tx, context)).length === 0) throw new Problem('last_admin');
}

async function listAdmins(tx: Transaction, context: Context): Promise<string[]> {
  return listTenantAdminsForUpdate(tx, await todayOf(context));
}
