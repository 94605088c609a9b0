import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Catalog, readCatalog } from '../src/catalog.ts';
import {
  currentSchemaVersion,
  type MigrateOptions,
  migrate,
  missingMigrations,
  reverseMigrations,
} from '../src/migrate.ts';
import { readMigrations, requiredSchemaVersion } from '../src/migration-files.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/cluster.ts';
import { createTwoTenants } from '../src/testing/two-tenants.ts';

let database: TestDatabase;
let owner: pg.Client;
let folder: string;
let lines: string[];
let options: MigrateOptions;

beforeEach(async () => {
  database = await createTestDatabase({ template: 'template0' });
  owner = await connect(database.ownerUrl);
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  lines = [];
  options = {
    owner_url: database.ownerUrl,
    folder,
    log: (line) => lines.push(line),
    lock_timeout_ms: 50,
    retry_delay_ms: 20,
  };
});
afterEach(async () => {
  await owner.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function step(name: string, sql: string, reverse?: string) {
  writeFileSync(join(folder, `${name}.sql`), sql);
  if (reverse) writeFileSync(join(folder, `${name}.down.sql`), reverse);
}

const exists = async (relation: string) =>
  (await owner.query('select to_regclass($1) is not null as found', [relation])).rows[0].found as boolean;

describe('OPS-92', () => {
  beforeEach(() => {
    step(
      '20260101000000__pets__create',
      'create table pets (id int primary key); insert into pets values (1);',
    );
    step('20260101000001__pets__name__add', 'alter table pets add column name text;');
    step(
      '20260101000002__pets__name__index',
      '-- transaction: none\ncreate index concurrently if not exists pets_name on pets (name);',
    );
  });

  test('five processes starting at once apply every step once', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(options)));
    expect(applied.flat().sort()).toEqual(readMigrations(folder).map(({ name }) => name));
    expect((await owner.query('select * from pets')).rows).toEqual([{ id: 1, name: null }]);
  });

  test('a process knows which steps it misses, before and after', async () => {
    const app = await connect(database.appUrl);
    expect(await currentSchemaVersion(app)).toBe('');
    expect(await missingMigrations(app, folder)).toHaveLength(3);
    await migrate(options);
    expect(await currentSchemaVersion(app)).toBe(requiredSchemaVersion(folder));
    expect(await missingMigrations(app, folder)).toEqual([]);
    step('20260101000003__pets__age__add', 'alter table pets add column age int;');
    expect(await missingMigrations(app, folder)).toEqual(['20260101000003__pets__age__add']);
    await app.end();
  });

  test('a step that fails leaves nothing behind and names its file', async () => {
    step('20260101000003__pets__broken', 'create table half (id int); select 1/0;');
    await expect(migrate(options)).rejects.toThrow('20260101000003__pets__broken: division by zero');
    expect(await exists('half')).toBe(false);
    expect(await currentSchemaVersion(owner)).toBe('20260101000002');
  });

  test('a step changed after it was applied is refused', async () => {
    await migrate(options);
    step('20260101000001__pets__name__add', 'alter table pets add column name varchar;');
    await expect(migrate(options)).rejects.toThrow(
      '20260101000001__pets__name__add was changed after it was applied',
    );
  });

  test('two files with one version, and a badly named file, are refused', async () => {
    step('20260101000001__pets__twin', 'select 1;');
    await expect(migrate(options)).rejects.toThrow('Two migrations share the version 20260101000001');
    rmSync(join(folder, '20260101000001__pets__twin.sql'));
    step('add-colour', 'select 1;');
    await expect(migrate(options)).rejects.toThrow('add-colour.sql: a migration is named');
  });
});

describe('OPS-88', () => {
  let reader: pg.Client;

  beforeEach(async () => {
    step('20260101000000__pets__create', 'create table pets (id int primary key);');
    await migrate(options);
    lines.length = 0;
    step('20260101000001__pets__name__add', 'alter table pets add column name text;');
    reader = await connect(database.ownerUrl);
    await reader.query('begin; select * from pets');
  });
  afterEach(() => reader.end());

  test('a step gives way to a long query, comes back and succeeds', async () => {
    const migrating = migrate({
      ...options,
      log: (line) => {
        lines.push(line);
        if (lines.length === 3) void reader.query('commit');
      },
    });
    expect(await migrating).toEqual(['20260101000001__pets__name__add']);
    expect(lines.filter((line) => line.includes('is locked')).length).toBeGreaterThanOrEqual(3);
  });

  test('other queries are held up for one lock wait at most', async () => {
    const migrating = migrate({ ...options, lock_timeout_ms: 300, retry_delay_ms: 100 });
    const waits: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const started = performance.now();
      await owner.query('select * from pets');
      waits.push(performance.now() - started);
    }
    await reader.query('commit');
    await migrating;
    expect(Math.max(...waits)).toBeLessThan(1_000);
  });

  test('after ten more tries it fails and changes nothing', async () => {
    await expect(migrate({ ...options, lock_timeout_ms: 10, retry_delay_ms: 2 })).rejects.toThrow(
      '20260101000001__pets__name__add: a table stayed locked by others; nothing was changed',
    );
    expect(lines.filter((line) => line.includes('is locked'))).toHaveLength(10);
    expect(await currentSchemaVersion(owner)).toBe('20260101000000');
  });
});

describe('OPS-89', () => {
  test('an invalid index left by a failed build is rebuilt', async () => {
    step('20260101000000__pets__create', 'create table pets (id int); insert into pets values (1), (1);');
    step(
      '20260101000001__pets__id__index',
      '-- transaction: none\ncreate unique index concurrently if not exists pets_id on pets (id);',
    );
    await expect(migrate(options)).rejects.toThrow(/could not create unique index/);
    expect(await validity()).toEqual([{ name: 'pets_id', valid: false }]);

    await owner.query('delete from pets where ctid = (select min(ctid) from pets)');
    expect(await migrate(options)).toEqual(['20260101000001__pets__id__index']);
    expect(lines).toContain('rebuilt the invalid index pets_id');
    expect(await validity()).toEqual([{ name: 'pets_id', valid: true }]);
  });

  test('an index is built while rows are written', async () => {
    step('20260101000000__pets__create', 'create table pets (id int);');
    await migrate(options);
    step(
      '20260101000001__pets__id__index',
      '-- transaction: none\ncreate index concurrently if not exists pets_id on pets (id);',
    );
    const writer = await connect(database.ownerUrl);
    await writer.query('begin; insert into pets values (1)');
    const migrating = migrate(options);
    // The build waits for the open transaction; meanwhile others go on writing.
    await expect.poll(() => exists('pets_id')).toBe(true);
    await owner.query('insert into pets values (2)');
    await writer.query('commit');
    expect(await migrating).toEqual(['20260101000001__pets__id__index']);
    await writer.end();
  });

  const validity = async () =>
    (
      await owner.query(
        'select indexrelid::regclass::text as name, indisvalid as valid from pg_index where indrelid = $1::regclass',
        ['pets'],
      )
    ).rows;
});

describe('OPS-87', () => {
  let real: MigrateOptions;
  beforeEach(() => {
    const { folder: _test, ...rest } = options;
    real = rest;
  });

  test('every step has a reverse, or a reason and a way back', () => {
    const open = readMigrations().filter(
      ({ reverse_sql, irreversible_reason = '' }) => !reverse_sql && irreversible_reason.length < 30,
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('all steps up, down and up again on a database with data: each level is the same schema both ways', async () => {
    const versions = ['', ...readMigrations().map(({ version }) => version)];
    const levels = new Map<string, Catalog>();
    for (const version of versions) {
      if (version !== '') await migrate({ ...real, to: version });
      levels.set(version, ordered(await readCatalog(owner)));
    }
    const job = await connect(database.jobUrl);
    await createTwoTenants(job);
    await job.end();

    const lastOneWay =
      readMigrations().findLast(({ reverse_sql }) => reverse_sql === undefined)?.version ?? '';
    const back = versions.filter((version) => version >= lastOneWay).reverse();
    for (const version of back) {
      await reverseMigrations({ ...real, to: version });
      expect(ordered(await readCatalog(owner)), `after going back to ${version}`).toEqual(
        levels.get(version),
      );
    }
    await migrate(real);
    expect(ordered(await readCatalog(owner))).toEqual(levels.get(versions.at(-1) ?? ''));
  }, 300_000);

  test('a step marked irreversible says why when it is to be undone', async () => {
    step(
      '20260101000000__pets__drop',
      '-- irreversible: the rows are gone; restore the backup of the day before\nselect 1;',
    );
    await migrate(options);
    await expect(reverseMigrations({ ...options, to: '' })).rejects.toThrow(
      /cannot be undone: the rows are gone; restore/,
    );
  });

  // A column that was dropped and added again comes last: the same table to everybody who names columns.
  const ordered = (catalog: Catalog): Catalog => ({
    ...catalog,
    tables: catalog.tables.map((table) => ({
      ...table,
      columns: table.columns.toSorted((one, other) => one.name.localeCompare(other.name)),
    })),
  });
});
