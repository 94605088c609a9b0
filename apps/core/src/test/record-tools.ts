import { newId, type Transaction } from '@k12/db';
import type { ASchool } from './a-school.ts';
import { build, buildPerson, nextNumber, type TestPerson } from './people.ts';

/** Makes one record that `owner` may see, and gives the values of the path's parameters. */
export type RecordBuilder = (world: ASchool, owner: TestPerson) => Promise<Record<string, string>>;

type Rows = Parameters<Transaction['insertInto']>[0];

export async function insert(world: ASchool, table: Rows, row: object): Promise<void> {
  const { platform, tenant } = world;
  await build(platform, (tx) =>
    tx
      .insertInto(table)
      .values({ tenant_id: tenant.id, ...row } as never)
      .execute(),
  );
}

export function simple(
  table: Rows,
  fields: (world: ASchool, owner: TestPerson) => object | Promise<object>,
): RecordBuilder {
  return async (world, owner) => {
    const id = newId();
    await insert(world, table, { id, ...(await fields(world, owner)) });
    return { id };
  };
}

export function now(world: ASchool, days = 0): string {
  return new Date(world.platform.clock.now().getTime() + days * 86_400_000).toISOString();
}

export async function someone(world: ASchool, role: string): Promise<string> {
  return (await buildPerson(world.platform, world.tenant, { role, school_ids: [world.school.id] })).id;
}

export const academicYear: RecordBuilder = simple('academic_years', () => {
  const year = 2030 + nextNumber();
  return { name: `Year ${year}`, starts_on: `${year}-08-01`, ends_on: `${year + 1}-06-30` };
});

const years = new WeakMap<ASchool, Promise<string>>();

/** The year that holds every term of these builders. */
export function yearOfTerms(world: ASchool): Promise<string> {
  const known = years.get(world);
  if (known) return known;
  const id = newId();
  const row = { id, name: 'Year of terms', starts_on: '2031-08-01', ends_on: '2032-06-30' };
  const made = insert(world, 'academic_years', row).then(() => id);
  years.set(world, made);
  return made;
}

const activeYears = new WeakMap<ASchool, Promise<string>>();

/** The active year of the world, from the August before today to the June after. */
export function activeYear(world: ASchool): Promise<string> {
  const known = activeYears.get(world);
  if (known) return known;
  const id = newId();
  const today = world.platform.clock.now();
  const start = today.getUTCMonth() >= 6 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
  const row = {
    id,
    name: `${start}`,
    starts_on: `${start}-08-01`,
    ends_on: `${start + 1}-06-30`,
    state: 'active',
  };
  const made = insert(world, 'academic_years', row).then(() => id);
  activeYears.set(world, made);
  return made;
}
