import type { Transaction } from '@k12/db';
import { dayIn } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { selectTenant } from '../tenants/tenants.service.ts';
import { listLinkedStudentIds } from './linked-students.queries.ts';
import { adultsBornUntil } from './linked-students.rules.ts';

/**
 * The students somebody sees as their guardian, asked anew by each request: a restriction hides the student from
 * lists, counts, search and exports at once (IDN-54).
 */
export async function linkedStudentIds(tx: Transaction, context: Context): Promise<string[]> {
  const { actor, platform } = context;
  if (!actor.user_id) return [];
  const tenant = await selectTenant(platform, actor.tenant_id);
  const today = dayIn(tenant.time_zone, platform.clock.now());
  return listLinkedStudentIds(tx, actor.user_id, today, adultsBornUntil(today));
}
