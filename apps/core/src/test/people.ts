import { newId, type Transaction } from '@k12/db';
import { openSession } from '../features/identity/sessions/sign-in.service.ts';
import { createPeople, createTenant } from '../features/identity/tenants/provisioning.queries.ts';
import type { Platform } from '../platform/context.ts';

export interface TestTenant {
  id: string;
  slug: string;
  roles: Record<string, string>;
}

let counter = 0;

/** A number no other builder call of this file got, for names that must differ. */
export function nextNumber(): number {
  counter += 1;
  return counter;
}

/** Builders speak to the database as the job role: they make the world a test starts from. */
export function build<T>(platform: Platform, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return platform.db.asJob('test builder', work);
}

export async function buildTenant(
  platform: Platform,
  given: { kind?: 'school' | 'district'; time_zone?: string; settings?: object } = {},
): Promise<TestTenant> {
  const id = newId();
  const slug = `tenant-${id.slice(-12)}`;
  const { kind = 'district', time_zone = 'America/New_York', settings = {} } = given;
  const roles = await build(platform, async (tx) => {
    const made = await createTenant(tx, {
      id,
      slug,
      name: `District ${slug}`,
      kind,
      locale: 'en',
      time_zone,
    });
    await tx
      .updateTable('tenants')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', id)
      .execute();
    return made;
  });
  return { id, slug, roles };
}

export async function buildSchool(
  platform: Platform,
  tenant: TestTenant,
  given: { name?: string; time_zone?: string } = {},
) {
  const id = newId();
  const code = `S${nextNumber()}`;
  const { name = `School ${code}`, time_zone = 'America/New_York' } = given;
  await build(platform, (tx) =>
    tx
      .insertInto('schools')
      .values({ tenant_id: tenant.id, id, name, code, code_normalized: code.toLowerCase(), time_zone })
      .execute(),
  );
  return { id, name, code };
}

export interface TestPerson {
  id: string;
  tenant_id: string;
  email: string;
  given_name: string;
  family_name: string;
}

export interface PersonGiven {
  role?: string;
  /** Schools of the assignment and membership; none means an assignment at tenant scope. */
  school_ids?: string[];
  given_name?: string;
  family_name?: string;
  email?: string;
  password_hash?: string;
  grade_level?: string;
  birth_on?: string;
}

export async function buildPerson(
  platform: Platform,
  tenant: TestTenant,
  given: PersonGiven = {},
): Promise<TestPerson> {
  const id = newId();
  const number = nextNumber();
  const person = {
    tenant_id: tenant.id,
    id,
    given_name: given.given_name ?? `Given${number}`,
    family_name: given.family_name ?? `Family${number}`,
    email: given.email ?? `person${number}-${id.slice(-12)}@example.test`,
    birth_on: given.birth_on ?? null,
  };
  const { role, school_ids = [], password_hash } = given;
  await build(platform, async (tx) => {
    await createPeople(tx, platform.config.APP_SECRET_KEY, [person]);
    for (const [at, school_id] of school_ids.entries()) {
      const membership = {
        id: newId(),
        school_id,
        is_primary: at === 0,
        grade_level: given.grade_level ?? null,
      };
      await tx
        .insertInto('memberships')
        .values({ tenant_id: tenant.id, user_id: id, ...membership })
        .execute();
    }
    if (role) await assignRole(tx, tenant, id, role, school_ids);
    if (password_hash) {
      await tx
        .insertInto('passwords')
        .values({ tenant_id: tenant.id, user_id: id, hash: password_hash })
        .execute();
    }
  });
  return person;
}

async function assignRole(
  tx: Transaction,
  tenant: TestTenant,
  userId: string,
  role: string,
  schoolIds: string[],
) {
  const role_id = tenant.roles[role];
  if (!role_id) throw new Error(`No such role in the test tenant: ${role}`);
  const base = { tenant_id: tenant.id, user_id: userId, role_id };
  const rows =
    schoolIds.length === 0
      ? [{ ...base, id: newId(), scope: 'tenant' as const, school_id: null }]
      : schoolIds.map((school_id) => ({ ...base, id: newId(), scope: 'school' as const, school_id }));
  await tx.insertInto('role_assignments').values(rows).execute();
}

/** A real session, opened by the same code as a real sign-in, without paying for a password hash. */
export async function openTestSession(platform: Platform, person: TestPerson): Promise<string> {
  const visitor = { request_id: 'test-request', ip: '127.0.0.1', user_agent: 'test' };
  const request = { tenant_id: person.tenant_id, user_id: person.id, method: 'password' as const };
  const opened = await openSession(platform, visitor, {
    ...request,
    shared_computer: false,
    device_label: null,
  });
  return opened.secret;
}
