import type { Transaction } from '@k12/db';
import { systemActor } from '../../../platform/auth/actor.ts';
import { type Context, createContext } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import { assignRole } from '../role-assignments/role-assignments.service.ts';
import * as queries from './guardian-links.queries.ts';

/**
 * A linked person is a guardian from now on, also somebody who works here. The role reaches linked students only,
 * so the system gives it, whatever the rights of whoever made the link.
 */
export async function giveGuardianRole(
  tx: Transaction,
  context: Context,
  guardianId: string,
  studentId: string,
): Promise<void> {
  if (guardianId === studentId) {
    throw invalid('/guardian_id', 'same_person', 'Nobody is their own guardian.');
  }
  const roles = (await queries.listRolesOf(tx, [guardianId])).map((row) => row.key);
  if (roles.includes('student')) {
    throw invalid('/guardian_id', 'is_student', 'A student cannot be a guardian.');
  }
  if (roles.includes('guardian')) return;
  const { platform, request_id, ip, user_agent } = context;
  const actor = systemActor(context.actor.tenant_id, 'guardian link');
  const system = createContext({ platform, request_id, ip, user_agent, actor });
  await assignRole(tx, system, {
    user_id: guardianId,
    role_id: await queries.selectGuardianRoleId(tx),
    scope: 'tenant',
    school_id: null,
    starts_on: null,
    ends_on: null,
    confirm_change_of_kind: false,
  });
}
