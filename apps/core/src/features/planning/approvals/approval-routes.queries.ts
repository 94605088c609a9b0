import type { Changes, Transaction } from '@k12/db';

export interface Step {
  mode: 'any' | 'all';
  role: 'curriculum_lead' | 'admin' | 'district_admin' | null;
  user_ids: string[];
}

export type RouteRow = Awaited<ReturnType<typeof listRoutes>>[number];

export function listRoutes(tx: Transaction) {
  return tx
    .selectFrom('approval_routes as route')
    .leftJoin('schools as school', 'school.id', 'route.school_id')
    .selectAll('route')
    .select('school.name as school_name')
    .orderBy('school.name', (order) => order.asc().nullsFirst())
    .orderBy('route.subject', (order) => order.asc().nullsFirst())
    .orderBy('route.pack_key', (order) => order.asc().nullsFirst())
    .limit(500)
    .execute();
}

export function selectOptionalRoute(tx: Transaction, id: string) {
  return tx
    .selectFrom('approval_routes as route')
    .leftJoin('schools as school', 'school.id', 'route.school_id')
    .selectAll('route')
    .select('school.name as school_name')
    .where('route.id', '=', id)
    .executeTakeFirst();
}

export function stepsOf(row: { steps: unknown }): Step[] {
  return row.steps as Step[];
}

export interface NewRoute {
  id: string;
  school_id: string | null;
  subject: string | null;
  pack_key: string | null;
  enabled: boolean;
  steps: Step[];
  due_days: number | null;
  publish_on_approval: boolean;
  created_by: string;
  created_at: string;
}

/** Undefined when there is a route for the same school, subject and pack. */
export function createRoute(tx: Transaction, { steps, ...route }: NewRoute) {
  return tx
    .insertInto('approval_routes')
    .values({ ...route, steps: JSON.stringify(steps), updated_at: route.created_at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'school_id', 'subject', 'pack_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
}

type RouteChanges = Changes<Pick<NewRoute, 'enabled' | 'due_days' | 'publish_on_approval' | 'steps'>> & {
  updated_at: string;
};

/** Undefined when the version named is no longer the current one. */
export function updateRoute(tx: Transaction, id: string, lockVersion: number, changes: RouteChanges) {
  const { steps, ...rest } = changes;
  return tx
    .updateTable('approval_routes')
    .set((eb) => ({
      ...rest,
      ...(steps ? { steps: JSON.stringify(steps) } : {}),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
}

export async function deleteRoute(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('approval_routes').where('id', '=', id).execute();
}

export async function isSchool(tx: Transaction, id: string): Promise<boolean> {
  const school = await tx.selectFrom('schools').select('id').where('id', '=', id).executeTakeFirst();
  return school !== undefined;
}
