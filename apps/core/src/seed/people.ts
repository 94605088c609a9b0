import type { Database, Transaction } from '@k12/db';
import type { Insertable } from 'kysely';
import { createPeople, type NewPerson } from '../features/identity/tenants/provisioning.queries.ts';
import { type DemoAccount, demoAccounts, demoChildren } from './demo-accounts.ts';
import { familyNames, givenNames } from './names.ts';
import type { DemoSchool, DemoTenant } from './places.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';

export interface SeedPerson {
  person: NewPerson;
  role: string;
  school_ids: string[];
  grade_level: string | null;
  /** Index of the household, shared by siblings and their guardians. */
  household: number | null;
}

export interface Seeding {
  tenant: DemoTenant;
  tenant_id: string;
  roles: Record<string, string>;
  app_secret: string;
  password_hash: string;
  now: Date;
}

export function schoolId(tenant: DemoTenant, key: string): string {
  return demoId(`${tenant.key}/schools/${key}`);
}

/** Everybody of one tenant: the named demo accounts first, then teachers, students and their guardians. */
export async function seedPeople(tx: Transaction, seeding: Seeding): Promise<SeedPerson[]> {
  const random = new Random(`${seeding.tenant.key}/people`);
  const accounts = [...demoAccounts, ...demoChildren].filter(
    (account) => account.tenant === seeding.tenant.key,
  );
  const named = accounts.map((account) => namedPerson(seeding, account));
  const students = seeding.tenant.schools.flatMap((school) => studentsOf(seeding, school, random));
  const teachers = seeding.tenant.schools.flatMap((school) => teachersOf(seeding, school, random));
  const guardians = guardiansOf(seeding, students, random);
  const people = [...named, ...teachers, ...students, ...guardians];
  for (let at = 0; at < people.length; at += 400) {
    await createPeople(
      tx,
      seeding.app_secret,
      people.slice(at, at + 400).map(({ person }) => person),
    );
  }
  await seedRights(tx, seeding, people);
  await insertRows(
    tx,
    'passwords',
    named.map(({ person }) => ({
      tenant_id: seeding.tenant_id,
      user_id: person.id,
      hash: seeding.password_hash,
    })),
  );
  return people;
}

function namedPerson(seeding: Seeding, account: DemoAccount): SeedPerson {
  const { email, username, given_name, family_name, pronounced_as = null } = account;
  const id = demoId(`${seeding.tenant.key}/people/${email ?? username}`);
  return {
    person: {
      ...{ tenant_id: seeding.tenant_id, id, email, username, given_name, family_name, pronounced_as },
      source: 'seed',
    },
    role: account.role,
    school_ids: account.schools.map((key) => schoolId(seeding.tenant, key)),
    grade_level: account.grade_level ?? null,
    household: null,
  };
}

function studentsOf(seeding: Seeding, school: DemoSchool, random: Random): SeedPerson[] {
  return school.grades.flatMap((grade, gradeIndex) =>
    Array.from({ length: school.students_per_grade }, (_, number): SeedPerson => {
      const path = `${seeding.tenant.key}/students/${school.key}/${grade}/${number}`;
      const household = random.between(0, 10_000);
      const name = { given_name: random.pick(givenNames), family_name: householdName(household) };
      const entered = seeding.now.getUTCFullYear() - gradeIndex;
      return {
        person: {
          ...name,
          tenant_id: seeding.tenant_id,
          id: demoId(path),
          username: `${loginPart(name.given_name)}.${loginPart(name.family_name)}.${school.code.toLowerCase()}${grade}${number}`,
          student_number: `${entered}${school.code}${String(number).padStart(3, '0')}`,
          state: random.chance(0.97) ? 'active' : 'invited',
          source: 'seed',
        },
        role: 'student',
        school_ids: [schoolId(seeding.tenant, school.key)],
        grade_level: grade,
        household,
      };
    }),
  );
}

const staffStates = [
  'active',
  'active',
  'active',
  'active',
  'active',
  'active',
  'active',
  'active',
  'invited',
  'suspended',
] as const;

function teachersOf(seeding: Seeding, school: DemoSchool, random: Random): SeedPerson[] {
  return Array.from({ length: school.teachers }, (_, number): SeedPerson => {
    const name = { given_name: random.pick(givenNames), family_name: random.pick(familyNames) };
    const mailbox = `${loginPart(name.given_name)}.${loginPart(name.family_name)}.${school.code.toLowerCase()}${number}`;
    return {
      person: {
        ...name,
        tenant_id: seeding.tenant_id,
        id: demoId(`${seeding.tenant.key}/teachers/${school.key}/${number}`),
        email: `${mailbox}@${seeding.tenant.mail_domain}`,
        staff_number: `T${school.code}${String(number).padStart(3, '0')}`,
        state: random.pick(staffStates),
        source: 'seed',
      },
      role: number === 0 ? 'curriculum_lead' : 'teacher',
      school_ids: [schoolId(seeding.tenant, school.key)],
      grade_level: null,
      household: null,
    };
  });
}

function guardiansOf(seeding: Seeding, students: SeedPerson[], random: Random): SeedPerson[] {
  const households = [...new Set(students.map((student) => student.household))];
  return households.flatMap((household) => {
    if (household === null) return [];
    const adults = random.chance(0.7) ? 2 : 1;
    return Array.from({ length: adults }, (_, adult): SeedPerson => {
      const given_name = random.pick(givenNames);
      const family_name = adult === 0 ? householdName(household) : random.pick(familyNames);
      return {
        person: {
          tenant_id: seeding.tenant_id,
          id: demoId(`${seeding.tenant.key}/guardians/${household}/${adult}`),
          given_name,
          family_name,
          email: `${loginPart(given_name)}.${loginPart(family_name)}.${household}${adult}@families.example`,
          state: random.chance(0.8) ? 'active' : 'invited',
          source: 'seed',
        },
        role: 'guardian',
        school_ids: [],
        grade_level: null,
        household,
      };
    });
  });
}

function householdName(household: number): string {
  return familyNames[household % familyNames.length] ?? 'Brooks';
}

function loginPart(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

/** Memberships and role assignments. Guardians and district staff hold their role for the whole tenant. */
async function seedRights(tx: Transaction, seeding: Seeding, people: SeedPerson[]): Promise<void> {
  const { tenant_id } = seeding;
  const memberships = people.flatMap(({ person, school_ids, grade_level }) =>
    school_ids.map((school_id, at) => ({
      tenant_id,
      id: demoId(`memberships/${person.id}/${school_id}`),
      user_id: person.id,
      school_id,
      is_primary: at === 0,
      grade_level,
    })),
  );
  const assignments = people.flatMap(
    ({ person, role, school_ids }): Insertable<Database['role_assignments']>[] => {
      const role_id = seeding.roles[role];
      if (!role_id) throw new Error(`unknown role ${role}`);
      const base = { tenant_id, user_id: person.id, role_id, source: 'seed' as const };
      const id = (scope: string) => demoId(`assignments/${person.id}/${role}/${scope}`);
      if (school_ids.length === 0) return [{ ...base, id: id('tenant'), scope: 'tenant', school_id: null }];
      return school_ids.map((school_id) => ({ ...base, id: id(school_id), scope: 'school', school_id }));
    },
  );
  await insertRows(tx, 'memberships', memberships);
  await insertRows(tx, 'role_assignments', assignments);
}
