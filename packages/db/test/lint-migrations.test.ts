import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lintMigrations } from '../scripts/lint-migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function rulesBrokenBy(sql: string): Promise<string[]> {
  writeFileSync(join(folder, '20260101000000__x.sql'), sql);
  const { findings } = await lintMigrations(folder);
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

const table = (more: string, after = `select app.protect_tenant_table('pets');`) =>
  `create table pets (tenant_id uuid not null references tenants (id), ${more}); ${after}`;
const key = 'id uuid not null, primary key (tenant_id, id)';

test('OPS-90 the migrations of this repository are clean', async () => {
  expect((await lintMigrations()).findings).toEqual([]);
});

describe('OPS-90 a hazard is named by its rule', () => {
  test.each([
    [
      'not null without a safe path',
      'alter table users alter column email set not null;',
      ['adding-not-nullable-field'],
    ],
    ['required column', 'alter table users add column a text not null;', ['adding-required-field']],
    [
      'volatile default',
      'alter table users add column a uuid default gen_random_uuid();',
      ['adding-field-with-default'],
    ],
    [
      'type change',
      'alter table users alter column email type bytea using email::bytea;',
      ['changing-column-type'],
    ],
    ['column renamed', 'alter table users rename column email to mail;', ['renaming-column']],
    ['table renamed', 'alter table users rename to people;', ['renaming-table']],
    ['column dropped', 'alter table users drop column email;', ['ban-drop-column']],
    ['table dropped', 'drop table users;', ['ban-drop-table']],
    [
      'unique with full validation',
      'alter table users add constraint u unique (tenant_id, email);',
      ['constraint-missing-not-valid', 'disallowed-unique-constraint'],
    ],
    [
      'foreign key with full validation',
      'alter table users add constraint f foreign key (tenant_id, school_id) references schools (tenant_id, id);',
      ['adding-foreign-key-constraint', 'constraint-missing-not-valid'],
    ],
    ['blocking index', 'create index i on users (tenant_id, email);', ['require-concurrent-index-creation']],
    ['table without tenant_id', 'create table pets (id uuid primary key);', ['tenant-id']],
    ['nullable tenant_id', 'create table pets (tenant_id uuid, id uuid primary key);', ['tenant-id']],
    ['single primary key', table('id uuid primary key'), ['tenant-key']],
    ['no policy', table(key, ''), ['tenant-policy']],
    ['row-level security by hand', 'alter table users disable row level security;', ['tenant-policy']],
    ['global uniqueness in a table', table(`code text unique, ${key}`), ['tenant-unique']],
    [
      'global uniqueness by index',
      `${table(`code text, ${key}`)} create unique index c on pets (code);`,
      ['tenant-unique'],
    ],
    [
      'index without tenant',
      `${table(`code text, ${key}`)} create index c on pets (code);`,
      ['tenant-index'],
    ],
    ['single foreign key', table(`school_id uuid references schools (id), ${key}`), ['tenant-foreign-key']],
    [
      'OPS-80 on delete set null',
      table(`s uuid, foreign key (tenant_id, s) references schools on delete set null, ${key}`),
      ['no-set-null'],
    ],
    ['OPS-80 identity', table(`n bigint generated always as identity, ${key}`), ['no-identity']],
    ['OPS-80 two actions', 'alter table users add column a text, add column b text;', ['one-action']],
    ['OPS-80 enum', `create type mood as enum ('good', 'bad');`, ['no-enum']],
    [
      'OPS-80 SQL function with parameters',
      `create function f(n int) returns int language sql as 'select n';`,
      ['no-sql-function-parameters'],
    ],
    ['OPS-81 materialized view', 'create materialized view v as select 1 as n;', ['no-materialized-view']],
    [
      'OPS-86 backfill',
      `update users set email = 'x' where tenant_id = app.current_tenant();`,
      ['no-backfill'],
    ],
    ['OPS-86 copy', 'insert into users (tenant_id, id) select tenant_id, id from schools;', ['no-backfill']],
    ['own transaction', `begin; ${table(key)} commit;`, ['no-transaction', 'transaction-nesting']],
    [
      'concurrent build inside a transaction',
      'create index concurrently if not exists i on users (tenant_id, email);',
      ['concurrent-form'],
    ],
    [
      'concurrent build that cannot be repeated',
      '-- transaction: none\ncreate index concurrently i on users (tenant_id, email);',
      ['concurrent-form'],
    ],
    ['step without transaction that could stop half-way', `-- transaction: none\n${table(key)}`, ['alone']],
  ])('%s', async (_name, sql, rules) => {
    expect(await rulesBrokenBy(sql)).toEqual(rules);
  });

  test('a safe step passes', async () => {
    expect(await rulesBrokenBy(table(key))).toEqual([]);
    expect(await rulesBrokenBy('alter table users add column nickname text;')).toEqual([]);
    expect(
      await rulesBrokenBy(
        '-- transaction: none\ncreate index concurrently if not exists i on users (tenant_id, email);',
      ),
    ).toEqual([]);
  });
});

test('OPS-90 the tables of a library are its own, those beside them are not', async () => {
  const queue = 'create table pgboss.queue (name text primary key, made timestamp);';
  expect(await rulesBrokenBy(queue)).toEqual([]);
  expect(await rulesBrokenBy(`${queue}\ncreate table pets (\n  id uuid primary key\n);`)).toEqual([
    'tenant-id',
  ]);
});

describe('OPS-90 an exemption', () => {
  test('names rule and reason, and is listed', async () => {
    const reason = 'nothing has read it since release 12';
    expect(
      await rulesBrokenBy(`-- lint-exempt: ban-drop-column: ${reason}\nalter table users drop column email;`),
    ).toEqual([]);
    expect((await lintMigrations(folder)).exemptions).toEqual([
      { file: '20260101000000__x', rule: 'ban-drop-column', reason },
    ]);
  });

  test.each([
    ['without a reason', '-- lint-exempt: ban-drop-column\nalter table users drop column email;'],
    [
      'for a rule that is not broken',
      '-- lint-exempt: ban-drop-table: it was empty all along\nalter table users add column a text;',
    ],
    [
      'written for the general lint',
      '-- squawk-ignore ban-drop-column\nalter table users add column a text;',
    ],
  ])('%s is refused', async (_name, sql) => {
    expect(await rulesBrokenBy(sql)).toEqual(['exemption-form']);
  });
});

test('OPS-86 a step neither takes away nor renames what a release reads, and changes no data: that is a job (part)', async () => {
  expect(await rulesBrokenBy('alter table users drop column email;')).toEqual(['ban-drop-column']);
  expect(await rulesBrokenBy('alter table users rename column email to mail;')).toEqual(['renaming-column']);
  expect(await rulesBrokenBy("update users set family_name = '';")).toEqual(['no-backfill']);
  expect(await rulesBrokenBy('delete from users;')).toEqual(['no-backfill']);
  expect(await rulesBrokenBy('insert into terms (name) select name from schools;')).toEqual(['no-backfill']);
});
