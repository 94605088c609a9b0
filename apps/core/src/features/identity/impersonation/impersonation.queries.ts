import type { Transaction } from '@k12/db';

export function selectOptionalOpen(tx: Transaction, sessionId: string) {
  return tx
    .selectFrom('impersonations')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export interface NewImpersonation {
  id: string;
  actor_id: string;
  target_id: string;
  session_id: string;
  mode: 'read' | 'act';
  reason: string;
  ticket: string | null;
  school_ids: string[] | null;
  support_grant_id: string | null;
  started_at: string;
  ends_at: string;
}

export async function createImpersonation(tx: Transaction, impersonation: NewImpersonation): Promise<void> {
  await tx.insertInto('impersonations').values(impersonation).execute();
}

/** Undefined when it had ended already. */
export function endImpersonation(tx: Transaction, id: string, at: string, reason: string) {
  return tx
    .updateTable('impersonations')
    .set({ ended_at: at, end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

export async function countVisit(
  tx: Transaction,
  impersonationId: string,
  path: string,
  at: string,
): Promise<void> {
  await tx
    .insertInto('impersonation_visits')
    .values({ impersonation_id: impersonationId, path, first_visited_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'impersonation_id', 'path'])
        .doUpdateSet((eb) => ({ visits: eb('impersonation_visits.visits', '+', 1) })),
    )
    .execute();
}

export function listVisits(tx: Transaction, impersonationId: string) {
  return tx
    .selectFrom('impersonation_visits')
    .select(['path', 'visits'])
    .where('impersonation_id', '=', impersonationId)
    .orderBy('first_visited_at')
    .limit(100)
    .execute();
}

/** The admins of a student's schools, who learn of it too (IDN-98). */
export function listSchoolAdmins(tx: Transaction, schoolIds: string[]) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select('assignment.user_id')
    .distinct()
    .where('role.key', '=', 'admin')
    .where('assignment.school_id', 'in', schoolIds)
    .execute();
}
