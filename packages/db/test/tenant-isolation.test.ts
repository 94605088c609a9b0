import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../src/ids.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/cluster.ts';
import { createTwoTenants, type TenantWithSchool } from '../src/testing/two-tenants.ts';

let database: TestDatabase;
let app: pg.Client;
let maple: TenantWithSchool;
let birch: TenantWithSchool;

beforeAll(async () => {
  database = await createTestDatabase();
  const job = await connect(database.jobUrl);
  [maple, birch] = await createTwoTenants(job);
  await job.end();
});
afterAll(() => database.drop());
beforeEach(async () => {
  app = await connect(database.appUrl);
  await app.query('begin');
});
afterEach(() => app.end());

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

const insertSchool = (tenant: string) =>
  app.query(
    `insert into schools (tenant_id, id, name, code, code_normalized, time_zone) values ($1, $2, 'X', 'X', 'x', 'UTC')`,
    [tenant, newId()],
  );

describe('IDN-114 in the database', () => {
  const withoutContext = [
    ['never set', 'select 1'],
    ['empty', `set local app.tenant_id = ''`],
  ] as const;

  test.each(withoutContext)(
    'a context that is %s finds no row to read, change or delete',
    async (_name, prepare) => {
      await app.query(prepare);
      expect((await app.query('select * from schools')).rows).toEqual([]);
      expect((await app.query(`update schools set name = 'taken'`)).rowCount).toBe(0);
      expect((await app.query('delete from schools')).rowCount).toBe(0);
    },
  );

  test.each(withoutContext)('a context that is %s refuses an insert', async (_name, prepare) => {
    await app.query(prepare);
    await expect(insertSchool(maple.tenant_id)).rejects.toThrow(/violates row-level security policy/);
  });

  test.each(['select * from schools', `update schools set name = 'taken'`, 'delete from schools'])(
    'a malformed context stops "%s"',
    async (sql) => {
      await app.query(`set local app.tenant_id = 'everybody'`);
      await expect(app.query(sql)).rejects.toThrow(/invalid input syntax for type uuid/);
    },
  );

  test('set_tenant refuses null and a second tenant in one transaction', async () => {
    await app.query('savepoint start');
    await expect(app.query('select app.set_tenant(null)')).rejects.toThrow('tenant_context_missing');
    await app.query('rollback to savepoint start');
    await app.query('select app.set_tenant($1)', [maple.tenant_id]);
    await app.query('select app.set_tenant($1)', [maple.tenant_id]);
    await expect(app.query('select app.set_tenant($1)', [birch.tenant_id])).rejects.toThrow(
      'tenant_context_changed',
    );
  });

  test('the context ends with the transaction', async () => {
    await app.query('select app.set_tenant($1)', [maple.tenant_id]);
    expect((await app.query('select id from schools')).rows).toEqual([{ id: maple.school_id }]);
    await app.query('commit');
    expect((await app.query('select id from schools')).rows).toEqual([]);
  });
});

describe('IDN-116 handwritten SQL', () => {
  beforeEach(() => app.query('select app.set_tenant($1)', [maple.tenant_id]).then(() => undefined));

  test('cannot insert into another tenant', async () => {
    await expect(insertSchool(birch.tenant_id)).rejects.toThrow(/violates row-level security policy/);
  });

  test('cannot move a row into another tenant', async () => {
    await expect(app.query('update schools set tenant_id = $1', [birch.tenant_id])).rejects.toThrow(
      /violates row-level security policy/,
    );
  });

  test('cannot reach another tenant’s row by its id', async () => {
    const { rows } = await app.query('select * from schools where id = $1', [birch.school_id]);
    expect(rows).toEqual([]);
    const update = await app.query(`update schools set name = 'taken' where id = $1`, [birch.school_id]);
    expect(update.rowCount).toBe(0);
  });

  test('cannot refer to another tenant’s row', async () => {
    const [year, term] = [newId(), newId()];
    await app.query(
      `insert into academic_years (tenant_id, id, name, starts_on, ends_on)
       values ($1, $2, '2026', '2026-08-01', '2027-07-31')`,
      [maple.tenant_id, year],
    );
    await app.query(
      `insert into terms (tenant_id, id, academic_year_id, name, kind, starts_on, ends_on)
       values ($1, $2, $3, 'Fall', 'semester', '2026-08-01', '2026-12-31')`,
      [maple.tenant_id, term, year],
    );
    const refer = 'insert into term_schools (tenant_id, term_id, school_id) values ($1, $2, $3)';
    await app.query('savepoint before');
    await expect(app.query(refer, [maple.tenant_id, term, birch.school_id])).rejects.toThrow(
      /violates foreign key constraint "term_schools_tenant_id_school_id_fkey"/,
    );
    await app.query('rollback to savepoint before');
    await app.query(refer, [maple.tenant_id, term, maple.school_id]);
  });

  test('cannot switch row-level security off or empty a table', async () => {
    await app.query('savepoint before');
    for (const sql of ['alter table schools disable row level security', 'truncate schools cascade']) {
      await expect(app.query(sql)).rejects.toThrow(/must be owner|permission denied/);
      await app.query('rollback to savepoint before');
    }
    await app.query('set local row_security = off');
    await expect(app.query('select * from schools')).rejects.toThrow(
      /would be affected by row-level security/,
    );
  });
});

test('IDN-112 the owner is held back too: forced', async () => {
  const owner = await connect(database.ownerUrl);
  expect((await owner.query('select * from schools')).rows).toEqual([]);
  await owner.end();
});
