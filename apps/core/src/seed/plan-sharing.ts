import type { Transaction } from '@k12/db';
import type { SeedCourse } from './courses.ts';
import type { Seeding, SeedPerson } from './people.ts';
import type { SeedPlan } from './plans.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

/** Teams that plan together, one with a unit of its own, two colleagues who share one, and something in the bin. */
export async function seedSharing(
  tx: Transaction,
  seeding: Seeding,
  people: readonly SeedPerson[],
  courses: readonly SeedCourse[],
  plans: readonly SeedPlan[],
): Promise<void> {
  const { tenant_id, now } = seeding;
  const drafts = plans.filter(({ kind, state }) => kind === 'unit' && state === 'draft');
  const [shared, teams, binned] = [drafts[0], drafts[1], drafts.at(-1)];
  if (!shared || !teams || !binned || binned === teams) return;
  const [subjectTeam] = await seedTeams(tx, seeding, people, courses, teams.course);
  if (!subjectTeam) return;
  const at = now.toISOString();
  const colleague = subjectTeam.members.find((user_id) => user_id !== shared.owner_id) ?? shared.owner_id;
  await insertRows(tx, 'plan_collaborators', [
    {
      ...{ tenant_id, id: demoId(`${shared.id}/collaborators/0`), plan_id: shared.id, user_id: colleague },
      ...{ access: 'edit', created_by: shared.owner_id, created_at: at },
    },
  ]);
  await seedOffers(tx, seeding, people, plans);
  const ofUnit = (plan: SeedPlan) =>
    plans.filter((one) => one.id === plan.id || one.unit_id === plan.id).map((one) => one.id);
  await tx
    .updateTable('plans')
    .set({ home: 'team', planning_context_id: subjectTeam.id })
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

interface Team {
  id: string;
  kind: 'course' | 'grade_team' | 'interdisciplinary';
  name: string;
  members: string[];
  courses: readonly SeedCourse[];
}

/** Those who teach the subject, the grade, and an idea that belongs to several subjects. */
async function seedTeams(
  tx: Transaction,
  { tenant, tenant_id, now }: Seeding,
  people: readonly SeedPerson[],
  courses: readonly SeedCourse[],
  around: SeedCourse,
): Promise<Team[]> {
  const { school_id, academic_year_id, given } = around;
  const here = courses.filter((course) => course.school_id === school_id && course.year === 'active');
  const leads = people.filter(
    ({ role, school_ids }) => role === 'curriculum_lead' && school_ids.includes(school_id),
  );
  const team = (key: string, name: string, kind: Team['kind'], own: readonly SeedCourse[]): Team => ({
    ...{ id: demoId(`${tenant.key}/contexts/${key}`), name, kind, courses: own },
    members: [
      ...new Set([
        ...own.flatMap(({ sections }) => sections.map(({ teacher_id }) => teacher_id)),
        ...leads.slice(0, 1).map(({ person }) => person.id),
      ]),
    ],
  });
  const sciences = here.filter((course) => course.given.subject === given.subject);
  const grade = here.filter((course) => course.given.grade === given.grade);
  const both = here.filter((course) => /^(Statistics|Biology|Geometry|Government)/.test(course.given.name));
  const teams = [
    team('science', given.subject, 'course', sciences),
    team('grade', `Grade ${given.grade}`, 'grade_team', grade),
    ...(both.length > 2 ? [team('data', 'Numbers in the news', 'interdisciplinary', both)] : []),
  ];
  const at = now.toISOString();
  await insertRows(
    tx,
    'planning_contexts',
    teams.map(({ id, kind, name, members }) => ({
      ...{ tenant_id, id, school_id, academic_year_id, kind, name },
      ...{ created_by: members[0] ?? '', created_at: at, updated_at: at },
    })),
  );
  await insertRows(
    tx,
    'planning_context_members',
    teams.flatMap(({ id, members }) =>
      members.map((user_id) => ({ tenant_id, planning_context_id: id, user_id })),
    ),
  );
  await insertRows(
    tx,
    'planning_context_courses',
    teams.flatMap(({ id, courses: own }) =>
      own.map((course) => ({ tenant_id, planning_context_id: id, course_id: course.id })),
    ),
  );
  return teams;
}

/** A unit that worked well is offered to a colleague as a copy. */
async function seedOffers(
  tx: Transaction,
  { tenant_id, now }: Seeding,
  people: readonly SeedPerson[],
  plans: readonly SeedPlan[],
): Promise<void> {
  const idOf = (email: string) => people.find(({ person }) => person.email === email)?.person.id;
  const [from, to] = [idOf('two.schools@riverbend.example'), idOf('teacher@riverbend.example')];
  const unit = plans.findLast(
    ({ kind, state, owner_id }) => kind === 'unit' && state === 'published' && owner_id === from,
  );
  if (!from || !to || !unit) return;
  await insertRows(tx, 'plan_offers', [
    {
      ...{ tenant_id, id: demoId(`${unit.id}/offers/0`), plan_id: unit.id, user_id: to, offered_by: from },
      note: 'The measuring part would go well with your field day.',
      created_at: new Date(now.getTime() - 3 * 86_400_000).toISOString(),
    },
  ]);
}
