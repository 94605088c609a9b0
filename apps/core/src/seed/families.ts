import type { Transaction } from '@k12/db';
import type { Seeding, SeedPerson } from './people.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';

/** Guardians of a household are linked to its children; a few links wait for approval or are restricted. */
export async function seedFamilies(tx: Transaction, seeding: Seeding, people: SeedPerson[]): Promise<void> {
  const random = new Random(`${seeding.tenant.key}/families`);
  const students = people.filter(({ role }) => role === 'student');
  const guardians = people.filter(({ role }) => role === 'guardian');
  const pairs = guardians.flatMap((guardian) =>
    students.filter((student) => isChildOf(student, guardian)).map((student) => ({ guardian, student })),
  );
  const links = pairs.map(({ guardian, student }) => {
    const isNamed = guardian.household === null;
    return {
      tenant_id: seeding.tenant_id,
      id: demoId(`links/${guardian.person.id}/${student.person.id}`),
      guardian_id: guardian.person.id,
      student_id: student.person.id,
      relationship: random.chance(0.9) ? ('parent' as const) : ('guardian' as const),
      state: isNamed ? ('active' as const) : linkState(random),
      source: 'seed' as const,
    };
  });
  await insertRows(tx, 'guardian_links', links);
}

/** The named demo guardian has no household: her children carry her family name. */
function isChildOf(student: SeedPerson, guardian: SeedPerson): boolean {
  if (guardian.household !== null) return student.household === guardian.household;
  return student.household === null && student.person.family_name === guardian.person.family_name;
}

function linkState(random: Random): 'active' | 'invited' | 'restricted' {
  if (random.chance(0.92)) return 'active';
  return random.chance(0.85) ? 'invited' : 'restricted';
}
