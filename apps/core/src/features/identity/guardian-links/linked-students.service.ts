import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import { listLinkedStudentIds } from './linked-students.queries.ts';
import { adultsBornUntil } from './linked-students.rules.ts';

/**
 * The students somebody sees as their guardian, asked anew by each request: a restriction hides the student from
 * lists, counts, search and exports at once (IDN-54). A token, an impersonation or a request that is limited to
 * schools shows the students of those schools alone (IDN-03, IDN-88, IDN-96).
 */
export async function linkedStudentIds(tx: Transaction, context: Context): Promise<string[]> {
  const { actor } = context;
  if (!actor.user_id) return [];
  const today = await todayOf(context);
  return listLinkedStudentIds(tx, {
    guardian_id: actor.user_id,
    today,
    adults_born_until: adultsBornUntil(today),
    school_ids: context.school_id ? [context.school_id] : actor.school_limit,
  });
}
