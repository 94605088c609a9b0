import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type DatabaseHandle, TenantContextMissing } from '../src/database.ts';
import { newId } from '../src/ids.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/cluster.ts';
import { createTwoTenants, type TenantWithSchool } from '../src/testing/two-tenants.ts';

let database: TestDatabase;
let single: DatabaseHandle;
let ten: DatabaseHandle;
let maple: TenantWithSchool;
let birch: TenantWithSchool;

beforeAll(async () => {
  database = await createTestDatabase();
  const urls = { app_url: database.appUrl, job_url: database.jobUrl };
  single = createDatabase({ ...urls, pool_size: 1 });
  ten = createDatabase({ ...urls, pool_size: 10, checkout_timeout_ms: 60_000 });
  const job = new pg.Client({ connectionString: database.jobUrl });
  await job.connect();
  [maple, birch] = await createTwoTenants(job);
  await job.end();
});
afterAll(async () => {
  await single.close();
  await ten.close();
  await database.drop();
});

const schoolsOf = (handle: DatabaseHandle, { tenant_id }: TenantWithSchool) =>
  handle.readTenant({ tenant_id }, (tx) => tx.selectFrom('schools').select(['tenant_id', 'id']).execute());

describe('IDN-115 on one pooled connection', () => {
  test('two tenants in turn each see their own rows only', async () => {
    for (let round = 0; round < 10; round += 1) {
      expect(await schoolsOf(single, maple)).toEqual([{ tenant_id: maple.tenant_id, id: maple.school_id }]);
      expect(await schoolsOf(single, birch)).toEqual([{ tenant_id: birch.tenant_id, id: birch.school_id }]);
    }
  });

  test.each([
    [
      'an error of the database',
      async () =>
        single.withTenant(maple, (tx) =>
          tx
            .selectFrom('nowhere' as 'schools')
            .selectAll()
            .execute(),
        ),
    ],
    [
      'an error of the work',
      async () =>
        single.withTenant(maple, async (tx) => {
          await tx.selectFrom('schools').selectAll().execute();
          throw new Error('changed my mind');
        }),
    ],
  ])('after %s the next transaction has no trace of it', async (_name, fail) => {
    await expect(fail()).rejects.toThrow();
    expect(await schoolsOf(single, birch)).toEqual([{ tenant_id: birch.tenant_id, id: birch.school_id }]);
    const { rows } = await single.pools.app.query('select id from schools');
    expect(rows).toEqual([]);
  });
});

describe('reads that are sent at once', () => {
  const atOnce = { at_once: true };
  const both = () =>
    single.readTenant(
      maple,
      (tx) =>
        Promise.all([
          tx.selectFrom('schools').select('id').execute(),
          tx.selectFrom('users').select('id').execute(),
        ]),
      atOnce,
    );

  test('IDN-115 see their tenant alone, write nothing, and leave nothing on the connection', async () => {
    expect(await both()).toEqual([[{ id: maple.school_id }], []]);
    const { rows } = await single.pools.app.query('select id from schools');
    expect(rows).toEqual([]);
    const change = single.readTenant(
      maple,
      (tx) => tx.updateTable('schools').set({ name: 'taken' }).execute(),
      atOnce,
    );
    await expect(change).rejects.toThrow(/read-only/);
    expect(await both()).toEqual([[{ id: maple.school_id }], []]);
  });

  test('a query that comes later is refused before it is sent, and the connection stays in use', async () => {
    const late = single.readTenant(
      maple,
      async (tx) => {
        await tx.selectFrom('users').select('id').execute();
        return tx.selectFrom('schools').select('id').execute();
      },
      atOnce,
    );
    await expect(late).rejects.toThrow('came after');
    expect(await both()).toEqual([[{ id: maple.school_id }], []]);
  });
});

test.each([undefined, '', 'everybody'])(
  'IDN-114 the door refuses the tenant %j before sending anything',
  async (tenant_id) => {
    const before = single.pools.app.totalCount;
    let entered = false;
    const attempt = single.withTenant({ tenant_id: tenant_id as string }, async () => {
      entered = true;
    });
    await expect(attempt).rejects.toThrow(TenantContextMissing);
    expect(entered).toBe(false);
    expect(single.pools.app.totalCount).toBe(before);
  },
);

test('OPS-71 OPS-70 200 clients of two tenants over ten connections never meet a foreign row', async () => {
  const clients = Array.from({ length: 200 }, (_, number) => {
    const [own, other] = number % 2 === 0 ? [maple, birch] : [birch, maple];
    return interleave(own, other, number);
  });
  const results = await Promise.all(clients);
  expect(results.flat()).toEqual([]);

  const counts = await ten.asJob('count what the clients wrote', (tx) =>
    tx
      .selectFrom('users')
      .select(['tenant_id', (eb) => eb.fn.countAll<number>().as('count')])
      .groupBy('tenant_id')
      .execute(),
  );
  expect(new Map(counts.map(({ tenant_id, count }) => [tenant_id, count]))).toEqual(
    new Map([
      [maple.tenant_id, 300],
      [birch.tenant_id, 300],
    ]),
  );
});

// Four transactions a client: three write and read, one of them after a transaction that fails half-way.
async function interleave(own: TenantWithSchool, other: TenantWithSchool, number: number): Promise<string[]> {
  const surprises: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const fails = round === 1;
    const run = ten.withTenant({ tenant_id: own.tenant_id }, async (tx) => {
      await tx
        .insertInto('users')
        .values(person(`${number}-${round}`))
        .execute();
      const rows = await tx.selectFrom('users').select('tenant_id').execute();
      surprises.push(...rows.filter((row) => row.tenant_id !== own.tenant_id).map(() => 'saw a foreign row'));
      const taken = await tx
        .updateTable('schools')
        .set({ name: 'taken' })
        .where('id', '=', other.school_id)
        .executeTakeFirst();
      if (taken.numUpdatedRows > 0n) surprises.push('changed a foreign row');
      if (fails) throw new Error('half-way');
    });
    await run.catch((error: Error) => {
      if (!fails || error.message !== 'half-way') surprises.push(error.message);
    });
  }
  return surprises;
}

function person(name: string) {
  return {
    id: newId(),
    given_name: name,
    family_name: name,
    sort_name: name,
    search_text: name,
    username: name,
    username_normalized: name,
  };
}
