import { newId, type Transaction } from '@k12/db';
import { addDays } from '@k12/plan-content/days';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { capabilitiesBeyond } from '../roles/assignment-limits.rules.ts';
import { selectTenant } from '../tenants/tenants.service.ts';
import * as queries from './school-moves.queries.ts';

export interface SchoolMove {
  user_id: string;
  from_school_id: string;
  to_school_id: string;
  /** First day at the new school. */
  on: string;
}

/** Roles at the old school end the day before, the same roles begin at the new one (IDN-08, IDN-45). */
export async function moveAssignments(tx: Transaction, context: Context, move: SchoolMove): Promise<void> {
  const { user_id, to_school_id } = move;
  const tenant = await selectTenant(context.platform, context.actor.tenant_id);
  const held = await queries.listAssignmentsAt(tx, user_id, move.from_school_id, move.on);
  for (const assignment of held) {
    const beyond = capabilitiesBeyond(context.actor, { ...assignment, school_id: to_school_id }, tenant);
    if (beyond.length > 0) throw new Problem('exceeds_own_rights', { context: { capabilities: beyond } });
    await queries.endAssignment(tx, assignment.id, addDays(move.on, -1));
    await queries.saveAssignment(tx, {
      id: newId(),
      user_id,
      role_id: assignment.role_id,
      school_id: to_school_id,
      starts_on: move.on,
      granted_by: context.actor.user_id,
      created_at: context.platform.clock.now().toISOString(),
    });
  }
}
