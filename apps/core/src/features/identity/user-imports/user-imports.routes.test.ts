import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listRoles } from '@k12/contracts/identity/roles';
import {
  applyUserImport,
  createUserImport,
  getUserImport,
  getUserImportBadRows,
  listUserImportRows,
  previewUserImport,
  type UserImport,
  type UserImportCreate,
} from '@k12/contracts/identity/user-imports';
import { listUsers } from '@k12/contracts/identity/users';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { runJob } from '../../../platform/jobs/run-job.ts';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { userImportJob } from './user-imports.jobs.ts';

const world = await aSchool({
  STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`),
  RATE_LIMITS: JSON.stringify({ bulk: 100 }),
});
const {
  admin,
  districtAdmin,
  otherSchoolAdmin,
  otherTenantAdmin,
  platform,
  school,
  server,
  teacher,
  tenant,
} = world;

async function upload(actor: TestActor, content: string | Buffer): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content as never], { type: 'text/csv' }), 'people.csv');
  const cookie = Object.entries(actor.cookies).map(([key, value]) => `${key}=${value}`);
  const response = await fetch(`${server.origin}/api/v1/files?purpose=import`, {
    method: 'POST',
    body: form,
    headers: { cookie: cookie.join('; '), origin: server.origin, 'x-csrf-token': await actor.csrf() },
  });
  const body = await response.json();
  expect([response.status, body.errors]).toEqual([201, undefined]);
  return body.id;
}

async function read(actor: TestActor, content: string | Buffer, given: Partial<UserImportCreate> = {}) {
  return actor.call(createUserImport, { body: { file_id: await upload(actor, content), ...given } });
}

const rowsOf = async (actor: TestActor, { id }: UserImport) =>
  (await actor.call(listUserImportRows, { params: { id }, query: { limit: 200 } })).data;

const faultsOf = async (actor: TestActor, made: UserImport) =>
  (await rowsOf(actor, made)).map(({ line, status, field, code }) => [line, status, field, code]);

/** As the worker would. */
async function work(import_id: string): Promise<void> {
  const envelope = {
    ...{ kind: userImportJob.name, version: 1, tenant_id: tenant.id, request_id: 'run-1', started_by: null },
    payload: { import_id },
  };
  const run = { job_id: newId(), attempt: 1, signal: new AbortController().signal };
  await runJob(platform, userImportJob, envelope, run);
}

async function apply(actor: TestActor, { id }: UserImport): Promise<UserImport> {
  await actor.call(applyUserImport, { params: { id } });
  await work(id);
  return actor.call(getUserImport, { params: { id } });
}

const roleId = async (key: string) =>
  (await districtAdmin.call(listRoles, { query: { limit: 100 } })).data.find((role) => role.key === key)
    ?.id ?? '';

const code = (await build(platform, (tx) => tx.selectFrom('schools').select(['id', 'code']).execute())).find(
  ({ id }) => id === school.id,
)?.code;

let made = 0;
const address = () => `import-${++made}@northside.example`;

test('UXP-38 IDN-40 (people) rows are judged before anybody is added; good ones go in without the bad, which come back with their lines', async () => {
  const good = [address(), address()];
  const content = [
    'First name,Last name,E-mail,Role,School code,Grade,Shoe size',
    `Noor,Haddad,${good[0]},student,${code},9,38`,
    `,Nameless,${address()},student,${code},9,`,
    `Odd,Role,${address()},astronaut,${code},9,`,
    `Odd,School,${address()},student,NOWHERE,9,`,
    `No,Address,,student,${code},9,`,
    `Bad,Address,not an address,student,${code},9,`,
    `Twice,Noor,${good[0]},student,${code},9,`,
    `"=HYPERLINK(""x"")",Formula,nothing@@,student,${code},9,`,
    `Iris,Stone,${good[1]},Lehrer,${code},,`.replace('Lehrer', 'teacher'),
  ].join('\r\n');
  const preview = await read(admin, content);
  expect(preview.counts).toEqual({ new: 2, known: 0, bad: 7, created: 0, failed: 0 });
  expect(preview.mapping).toMatchObject({ given_name: 'First name', email: 'E-mail', grade_level: 'Grade' });
  expect(await faultsOf(admin, preview)).toEqual([
    [2, 'new', null, null],
    [3, 'bad', 'given_name', 'required'],
    [4, 'bad', 'role', 'unknown_role'],
    [5, 'bad', 'school_code', 'unknown_school'],
    [6, 'bad', 'email', 'email_or_username'],
    [7, 'bad', 'email', 'invalid_format'],
    [8, 'bad', 'email', 'duplicate_row'],
    [9, 'bad', 'email', 'invalid_format'],
    [10, 'new', null, null],
  ]);
  const before = await admin.call(listUsers, { query: { q: 'Haddad' } });
  expect(before.data).toEqual([]);

  const done = await apply(admin, preview);
  expect([done.state, done.counts.created, done.counts.bad]).toEqual(['applied', 2, 7]);
  const [noor] = (await admin.call(listUsers, { query: { q: 'Haddad' } })).data;
  expect(noor).toMatchObject({ given_name: 'Noor', roles: ['student'], state: 'active', source: 'import' });
  expect(noor?.memberships[0]).toMatchObject({ school_id: school.id, grade_level: '9' });

  const path = getUserImportBadRows.path.replace('{id}', preview.id);
  const table = (await admin.fetch('GET', path)).body as unknown as string;
  const lines = table.trimEnd().split('\r\n');
  expect(lines).toHaveLength(8);
  expect(lines[0]).toBe('First name,Last name,E-mail,Role,School code,Grade,Shoe size,Problem');
  expect(lines[2]).toContain('Line 4: There is no role “astronaut”.');
  expect(lines[7]).toMatch(/^"'=HYPERLINK/);

  const corrected = table.replace('astronaut', 'student').replace('NOWHERE', code ?? '');
  const again = await read(admin, corrected);
  expect(again.counts).toMatchObject({ new: 2, known: 1, bad: 4 });
});

test('UXP-38 PRV-37 (people) the same table once more adds nobody and says who is there', async () => {
  const [one, other] = [address(), address()];
  const content = `given_name,family_name,email,role,number\nAda,Again,${one},student,A-${made}\nBo,Again,${other},student,B-${made}\n`;
  await apply(admin, await read(admin, content, { school_id: school.id }));
  const events = () =>
    build(platform, (tx) =>
      tx.selectFrom('audit_events').select('id').where('action', '=', 'user.created').execute(),
    );
  const before = (await events()).length;
  const again = await read(admin, content, { school_id: school.id });
  expect(again.counts).toMatchObject({ new: 0, known: 2, bad: 0 });
  const done = await apply(admin, again);
  expect([done.counts.created, done.counts.known, (await events()).length]).toEqual([0, 2, before]);
});

test('UXP-38 (people) columns, role and school are chosen, and the rows are judged anew', async () => {
  const mail = address();
  const preview = await read(admin, `Vorname;Nachname;Post\nZoë;Übung;${mail}\n`);
  expect(await faultsOf(admin, preview)).toEqual([[2, 'bad', 'role', 'required']]);
  const judged = await admin.call(previewUserImport, {
    params: { id: preview.id },
    body: {
      mapping: { given_name: 'Vorname', family_name: 'Nachname', email: 'Post' },
      role_id: await roleId('teacher'),
      school_id: school.id,
    },
  });
  expect(judged.counts).toMatchObject({ new: 1, bad: 0 });
  // Nobody gets a role over the whole organisation because a row forgot its school.
  const nowhere = await districtAdmin.call(createUserImport, {
    body: { file_id: await upload(districtAdmin, `given_name,email,role\nX,${address()},teacher\n`) },
  });
  expect(await faultsOf(districtAdmin, nowhere)).toEqual([[2, 'bad', 'school_code', 'school_missing']]);
  await apply(admin, judged);
  expect((await admin.call(listUsers, { query: { q: 'Übung' } })).data[0]?.roles).toEqual(['teacher']);
  const late = await admin.send(previewUserImport, { params: { id: preview.id }, body: {} });
  expect([late.status, (await admin.send(applyUserImport, { params: { id: preview.id } })).status]).toEqual([
    409, 409,
  ]);
});

test('UXP-38 IDN-45 PRV-51 (people) nobody imports a role or a school beyond their own, and the rest goes in', async () => {
  const good = address();
  const content = `given_name,family_name,email,role\nBig,Boss,${address()},district_admin\nSmall,Helper,${good},teacher\n`;
  const preview = await read(admin, content, { school_id: school.id });
  const done = await apply(admin, preview);
  expect(done.counts).toMatchObject({ created: 1, bad: 1 });
  expect((await faultsOf(admin, done))[0]?.[3]).toBe('exceeds_own_rights');
  const elsewhere = await read(
    otherSchoolAdmin,
    `given_name,email,role,school_code\nX,${address()},teacher,${code}\n`,
  );
  // Said before anything is applied (PRV-32).
  expect(await faultsOf(otherSchoolAdmin, elsewhere)).toEqual([[2, 'bad', 'school_code', 'not_your_school']]);
  expect(elsewhere.counts).toMatchObject({ new: 0, bad: 1 });
});

test('UXP-38 PRV-54 (people) rows without a school are of the only school the importer has', async () => {
  const preview = await read(otherSchoolAdmin, `given_name,email,role\nPia,${address()},student\n`);
  expect([preview.school_id, preview.counts.new]).toEqual([world.otherSchool.id, 1]);
  const cleared = await otherSchoolAdmin.call(previewUserImport, {
    params: { id: preview.id },
    body: { school_id: null },
  });
  expect(cleared.counts.new).toBe(1);
});

test('UXP-38 PRV-54 (people) a row says everything that is wrong with it, and which name stands twice', async () => {
  const content = [
    'given_name,username,email,role,school_code',
    ',,not an address,Principal,NOWHERE',
    `Ana,same.name,${address()},student,${code}`,
    `Kim,same.name,${address()},student,${code}`,
  ].join('\n');
  const [all, , twin] = await rowsOf(admin, await read(admin, content));
  expect(all?.faults.map(({ field, code, value }) => [field, code, value])).toEqual([
    ['role', 'unknown_role', 'Principal'],
    ['school_code', 'unknown_school', 'NOWHERE'],
    ['given_name', 'required', null],
    ['email', 'invalid_format', null],
  ]);
  expect(twin).toMatchObject({ field: 'username', code: 'duplicate_row', other_line: 3 });
});

test('UXP-38 IDN-31 IDN-42 (people) an import is its owner’s alone, and whom one may not see is not told', async () => {
  const secret = address();
  await apply(
    admin,
    await read(admin, `given_name,email,role\nHidden,${secret},student\n`, { school_id: school.id }),
  );
  const preview = await read(otherSchoolAdmin, `given_name,email,role\nSame,${secret},student\n`, {
    school_id: world.otherSchool.id,
  });
  const [row] = await rowsOf(otherSchoolAdmin, preview);
  expect(row).toMatchObject({ status: 'bad', code: 'user.duplicate', user_id: null });
  const elsewhere = await read(otherTenantAdmin, `given_name,email,role\nSame,${secret},student\n`, {
    school_id: world.otherTenantSchool.id,
  });
  expect(elsewhere.counts).toMatchObject({ new: 1 });
  for (const actor of [admin, districtAdmin, otherTenantAdmin]) {
    expect((await actor.send(getUserImport, { params: { id: preview.id } })).status).toBe(404);
    expect((await actor.send(applyUserImport, { params: { id: preview.id } })).status).toBe(404);
  }
  const theirs = await upload(admin, 'given_name\nX\n');
  expect((await districtAdmin.send(createUserImport, { body: { file_id: theirs } })).status).toBe(404);
  expect((await teacher.send(getUserImport, { params: { id: preview.id } })).status).toBe(403);
});

test('UXP-38 PRV-51 (people) a table is not kept as a file, holds no passwords, and is gone after a month', async () => {
  const file_id = await upload(admin, `given_name,email,role\nShort,${address()},teacher\n`);
  const preview = await admin.call(createUserImport, { body: { file_id } });
  const left = await build(platform, (tx) =>
    tx.selectFrom('files').select('id').where('id', '=', file_id).execute(),
  );
  expect(left).toEqual([]);
  const withPassword = await upload(admin, `given_name,email,Password\nX,${address()},secret\n`);
  const refused = await admin.send(createUserImport, { body: { file_id: withPassword } });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    422,
    expect.stringContaining('holds_passwords'),
  ]);
  world.clock.advance({ minutes: 31 * 24 * 60 });
  const late = await admin.send(getUserImport, { params: { id: preview.id } });
  expect([401, 410]).toContain(late.status);
});
