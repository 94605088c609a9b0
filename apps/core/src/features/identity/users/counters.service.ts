import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import * as queries from './counters.queries.ts';

/** Keeps the counters of schools right within the transaction that changed who belongs to them. */
export async function countSchools(
  tx: Transaction,
  context: Context,
  schoolIds: readonly string[],
): Promise<void> {
  await queries.recountSchools(tx, [...new Set(schoolIds)].sort(), await todayOf(context));
}

export async function countUser(tx: Transaction, context: Context, by: 1 | -1): Promise<void> {
  await queries.changeUsersCount(tx, context.actor.tenant_id, by);
}

/** Mends what nobody's change can: memberships end by date alone (OPS-58). */
export async function recountTenant(context: Context): Promise<void> {
  await context.withTenant(async (tx) => {
    const schools = await queries.listSchoolIds(tx);
    await countSchools(
      tx,
      context,
      schools.map((school) => school.id),
    );
    await queries.recountTenant(tx, context.actor.tenant_id);
  });
}
