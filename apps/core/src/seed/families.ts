import { createHash } from 'node:crypto';
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
  await insertRows(tx, 'guardian_invites', invitesOf(seeding, students, guardians));
}

const day = 86_400_000;
/** Days ago, and what became of the code. */
const fates = [
  [2, {}],
  [3, { wrong_tries: 5 }],
  [6, { redeemed: true }],
  [8, { revoked: true }],
  [20, {}],
] as const satisfies [number, { wrong_tries?: number; redeemed?: true; revoked?: true }][];

/** Codes of the office, one of each kind; what they were was shown once and is known to nobody. */
function invitesOf({ tenant_id, now }: Seeding, students: SeedPerson[], guardians: SeedPerson[]) {
  return fates.flatMap(([daysAgo, fate], at) => {
    const student = students[at * 7];
    if (!student) return [];
    const id = demoId(`invites/${student.person.id}`);
    const made = now.getTime() - daysAgo * day;
    const usedAt = new Date(made + day);
    return {
      tenant_id,
      id,
      student_id: student.person.id,
      locator: `DEM${at}`,
      code_hash: createHash('sha256').update(id).digest(),
      wrong_tries: 'wrong_tries' in fate ? fate.wrong_tries : 0,
      created_at: new Date(made),
      expires_at: new Date(made + 14 * day),
      redeemed_by: 'redeemed' in fate ? (guardians[0]?.person.id ?? null) : null,
      redeemed_at: 'redeemed' in fate ? usedAt : null,
      revoked_at: 'revoked' in fate ? usedAt : null,
    };
  });
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
