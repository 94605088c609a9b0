import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sqlTemplates, tenantViolations } from '../src/testing/raw-sql.ts';
import { tenantTables } from '../src/types.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const files = globSync('{apps,packages,scripts,e2e}/**/*.{ts,tsx,mjs}', {
  cwd: root,
  exclude: ['**/node_modules/**', '**/.next/**'],
})
  .sort()
  .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }));

const isTest = (path: string) => /\.test\.tsx?$|\/test\//.test(path);

test('OPS-77 every raw statement on a tenant table names its tenant', async () => {
  const found: string[] = [];
  for (const { path, source } of files.filter(
    (file) => file.path.startsWith('apps/') && !isTest(file.path),
  )) {
    for (const { text, line } of sqlTemplates(source)) {
      for (const violation of await tenantViolations(text, tenantTables))
        found.push(`${path}:${line} ${violation}`);
    }
  }
  expect(found).toEqual([]);
});

// The load tests hold statements to measure the bare database beside the product; plan content knows no database.
test('only *.queries.ts, the platform, the seed and packages/db hold statements', () => {
  const statement =
    /\bsql(<[^`;]*?>)?`|\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\.query\(\s*['"`](select|insert|update|delete|with)\b/i;
  const home =
    /\.queries\.ts$|^apps\/core\/src\/(platform|seed)\/|^packages\/(db|plan-content)\/|^scripts\/|^apps\/load-tests\//;
  const strays = files.filter(
    ({ path, source }) => !home.test(path) && !isTest(path) && statement.test(source),
  );
  expect(strays.map(({ path }) => path)).toEqual([]);
});

test('IDN-115 only the door of packages/db chooses a tenant', () => {
  const homes = ['packages/db/src/database.ts', 'packages/db/src/schema-rules.ts'];
  const strays = files.filter(
    ({ path, source }) =>
      /set_tenant|app\.tenant_id/.test(source) &&
      !homes.includes(path) &&
      !/^(packages\/db\/test|apps\/load-tests)\/|\.test\.ts$/.test(path),
  );
  expect(strays.map(({ path }) => path)).toEqual([]);
});

describe('OPS-77 the check of raw statements', () => {
  const tables = new Set(['users', 'schools']);

  test.each([
    ['select * from users', ['users: no condition on its tenant_id']],
    ['select tenant_id from users', ['users: no condition on its tenant_id']],
    ['select * from users where tenant_id <> $1', ['users: no condition on its tenant_id']],
    [
      'select * from users u join schools s on s.id = u.id where u.tenant_id = $1',
      ['schools: no condition on its tenant_id'],
    ],
    [
      'select * from users u, schools s where tenant_id = $1',
      ['users: no condition on its tenant_id', 'schools: no condition on its tenant_id'],
    ],
    ['update users set name = $1 where id = $1', ['users: no condition on its tenant_id']],
    [
      'delete from users using schools s where users.tenant_id = $1',
      ['schools: no condition on its tenant_id'],
    ],
    ['insert into users (id) values ($1)', ['users: inserted without tenant_id']],
    [
      'insert into users (tenant_id, id) select tenant_id, id from schools',
      ['schools: no condition on its tenant_id'],
    ],
    ['(select count(*) from schools)', ['schools: no condition on its tenant_id']],
    ['exists (select from schools s where s.id = $1)', ['schools: no condition on its tenant_id']],
    ['select 1 union all select count(*) from schools', ['schools: no condition on its tenant_id']],
    ['with mine as (select * from users) select * from mine', ['users: no condition on its tenant_id']],
    [
      'select * from users where tenant_id = $1 and id in (select id from schools)',
      ['schools: no condition on its tenant_id'],
    ],
    ['with x as ( from users', ['users: the statement cannot be read by the parser, so nobody can tell']],
  ])('refuses %s', async (sql, violations) => {
    expect(await tenantViolations(sql, tables)).toEqual(violations);
  });

  test.each([
    'select * from users where tenant_id = $1 and id = $1',
    'select * from users u join schools s on s.tenant_id = u.tenant_id where u.tenant_id = $1',
    'update users u set name = s.name from schools s where u.tenant_id = $1 and s.tenant_id = u.tenant_id',
    'insert into users (tenant_id, id) values ($1, $1) on conflict do nothing',
    'with mine as (select * from users where tenant_id = $1) select * from mine',
    'with users as (select 1) select * from users',
    'exists (select from schools s where s.tenant_id = $1)',
    'select * from tenants',
    'count(*) filter (where state = $1)',
    'name desc nulls last',
  ])('accepts %s', async (sql) => {
    expect(await tenantViolations(sql, tables)).toEqual([]);
  });

  test('templates are found with their values taken out', () => {
    const source =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the string is source code
      'const a = sql<number>`select ${x.map((y) => `${y}`)} from users`;\nconst b = sql`lower(${name})`;';
    expect(sqlTemplates(source)).toEqual([
      { text: 'select $1 from users', line: 1 },
      { text: 'lower($1)', line: 2 },
    ]);
  });
});
