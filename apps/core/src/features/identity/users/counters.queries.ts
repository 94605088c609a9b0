import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { countedStates } from './users.rules.ts';

/** Locks the schools first, so that two who add people at once count one after the other. */
export async function recountSchools(tx: Transaction, schoolIds: string[], today: string): Promise<void> {
  if (schoolIds.length === 0) return;
  await tx
    .selectFrom('schools')
    .select('id')
    .where('id', 'in', schoolIds)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const counts = await countPeople(tx, schoolIds, today);
  for (const id of schoolIds) {
    const count = (isStudent: boolean) =>
      counts.find((row) => row.school_id === id && row.is_student === isStudent)?.people ?? 0;
    await tx
      .updateTable('schools')
      .set({ students_count: count(true), staff_count: count(false) })
      .where('id', '=', id)
      .execute();
  }
}

function countPeople(tx: Transaction, schoolIds: string[], today: string) {
  return tx
    .selectFrom('memberships as membership')
    .innerJoin('users as user', 'user.id', 'membership.user_id')
    .innerJoin('role_assignments as assignment', 'assignment.user_id', 'membership.user_id')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select((eb) => [
      'membership.school_id',
      eb('role.key', '=', 'student').as('is_student'),
      eb.fn.count<number>('membership.user_id').distinct().as('people'),
    ])
    .where('membership.school_id', 'in', schoolIds)
    .where('user.state', 'in', [...countedStates])
    .where('role.key', '<>', 'guardian')
    .where((eb) => eb.or([eb('membership.ends_on', 'is', null), eb('membership.ends_on', '>=', today)]))
    .groupBy(['membership.school_id', sql`2`])
    .execute();
}

export async function changeUsersCount(tx: Transaction, tenantId: string, by: number): Promise<void> {
  await tx
    .updateTable('tenants')
    .set((eb) => ({ users_count: eb('users_count', '+', by) }))
    .where('id', '=', tenantId)
    .execute();
}

export function listSchoolIds(tx: Transaction) {
  return tx.selectFrom('schools').select('id').orderBy('id').execute();
}

/** People and courses, as operators see an organisation: numbers without records. */
export async function recountTenant(tx: Transaction, tenantId: string): Promise<void> {
  await tx.selectFrom('tenants').select('id').where('id', '=', tenantId).forNoKeyUpdate().execute();
  const counted = await tx
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('kind', '=', 'person')
    .where('state', 'in', [...countedStates])
    .executeTakeFirstOrThrow();
  const given = await tx
    .selectFrom('courses')
    .select((eb) => eb.fn.countAll<number>().as('courses'))
    .where('state', '<>', 'deleted')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('tenants')
    .set({ users_count: counted.people, courses_count: given.courses })
    .where('id', '=', tenantId)
    .execute();
}
