import type { Transaction } from '@k12/db';
import type { Seeding, SeedPerson } from './people.ts';
import type { SeedPlan } from './plans.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

/** A science team with a unit of its own, two colleagues who share one, and something in the bin. */
export async function seedSharing(
  tx: Transaction,
  { tenant, tenant_id, now }: Seeding,
  people: SeedPerson[],
  plans: SeedPlan[],
): Promise<void> {
  const drafts = plans.filter(({ kind, state }) => kind === 'unit' && state === 'draft');
  const [shared, teams, binned] = [drafts[0], drafts[1], drafts.at(-1)];
  if (!shared || !teams || !binned || binned === teams) return;
  const { school_id, academic_year_id } = teams.course;
  const staff = people.filter(
    ({ role, school_ids }) =>
      (role === 'teacher' || role === 'curriculum_lead') && school_ids.includes(school_id),
  );
  const members = [...new Set([teams.owner_id, ...staff.slice(0, 5).map(({ person }) => person.id)])];
  const id = demoId(`${tenant.key}/contexts/science`);
  const at = now.toISOString();
  await insertRows(tx, 'planning_contexts', [
    {
      tenant_id,
      id,
      school_id,
      academic_year_id,
      kind: 'grade_team',
      name: `${teams.course.given.subject} team`,
      created_by: teams.owner_id,
      created_at: at,
      updated_at: at,
    },
  ]);
  await insertRows(
    tx,
    'planning_context_members',
    members.map((user_id) => ({ tenant_id, planning_context_id: id, user_id })),
  );
  const colleague = members.find((user_id) => user_id !== shared.owner_id) ?? shared.owner_id;
  await insertRows(tx, 'plan_collaborators', [
    {
      tenant_id,
      id: demoId(`${shared.id}/collaborators/0`),
      plan_id: shared.id,
      user_id: colleague,
      access: 'edit',
      created_by: shared.owner_id,
      created_at: at,
    },
  ]);
  const ofUnit = (plan: SeedPlan) =>
    plans.filter((one) => one.id === plan.id || one.unit_id === plan.id).map((one) => one.id);
  await tx
    .updateTable('plans')
    .set({ home: 'team', planning_context_id: id })
    .where('tenant_id', '=', tenant_id)
    .where('id', 'in', ofUnit(teams))
    .execute();
  await tx
    .updateTable('plans')
    .set({
      deleted_at: new Date(now.getTime() - 2 * 86_400_000).toISOString(),
      deleted_by: binned.owner_id,
    })
    .where('tenant_id', '=', tenant_id)
    .where('id', 'in', ofUnit(binned))
    .execute();
}
