import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getFile } from '@k12/contracts/operations/files';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { createApp } from '../../../app.ts';
import { createDiskStorage } from '../../../platform/files/disk-storage.ts';
import { createScanner } from '../../../platform/files/scanner.ts';
import { aSchool } from '../../../test/a-school.ts';
import { buildZip } from '../../../test/build-zip.ts';
import { startClamd } from '../../../test/clamd-server.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool({ STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`) });
const { teacher, lead, student, districtAdmin, otherTenantTeacher, server, clock, platform } = world;

const png = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082',
  'hex',
);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

interface Upload {
  name?: string;
  type?: string;
  content?: Buffer | string;
  purpose?: string;
}

async function upload(
  actor: TestActor,
  { name = 'notes.pdf', type = 'application/pdf', content = pdf, purpose = 'resource' }: Upload = {},
) {
  const form = new FormData();
  form.append('file', new Blob([content as never], { type }), name);
  const cookie = Object.entries(actor.cookies).map(([key, value]) => `${key}=${value}`);
  const response = await fetch(`${server.origin}/api/v1/files?purpose=${purpose}`, {
    method: 'POST',
    body: form,
    headers: { cookie: cookie.join('; '), origin: server.origin, 'x-csrf-token': await actor.csrf() },
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** What the reply says is wrong with the file. */
async function faultOf(given: Upload) {
  const reply = await upload(teacher, given);
  return [reply.status, reply.body.errors?.[0]?.code ?? reply.body.code];
}

function path(url: string): string {
  return url.replace('/api/v1', '');
}

test('IDN-107 a file is saved, never opened in our origin, and comes back byte for byte', async () => {
  const { status, body } = await upload(teacher, { name: 'Réunion <final>.pdf' });
  expect([status, body.name, body.size_bytes]).toEqual([201, 'Réunion final.pdf', pdf.length]);
  const reply = await teacher.fetch('GET', path(body.content_url));
  expect([reply.status, reply.body]).toEqual([200, pdf.toString()]);
  expect(reply.headers.get('content-disposition')).toMatch(/^attachment; .*R%C3%A9union%20final\.pdf$/);
  expect(reply.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  expect(reply.headers.get('cache-control')).toBe('private, no-store');
});

test('IDN-107 (seeking) a phone asks for a stretch of a file, for what lies outside, and for one that changed', async () => {
  const { body } = await upload(teacher);
  const link = path(body.content_url);
  const ask = (headers: Record<string, string>) => teacher.fetch('GET', link, { headers });
  const whole = await ask({});
  const tag = whole.headers.get('etag') ?? '';
  expect([whole.headers.get('accept-ranges'), whole.headers.get('content-length')]).toEqual([
    'bytes',
    String(pdf.length),
  ]);
  const part = await ask({ range: 'bytes=1-4', 'if-range': tag });
  expect([part.status, part.body]).toEqual([206, 'PDF-']);
  expect(part.headers.get('content-range')).toBe(`bytes 1-4/${pdf.length}`);
  expect(part.headers.get('content-length')).toBe('4');
  expect(part.headers.get('content-disposition')).toMatch(/^attachment/);
  const end = await ask({ range: 'bytes=-6' });
  expect([end.status, end.body]).toEqual([206, '%%EOF\n']);
  const outside = await ask({ range: `bytes=${pdf.length}-` });
  expect([outside.status, outside.body.code]).toEqual([416, 'range_not_satisfiable']);
  expect(outside.headers.get('content-range')).toBe(`bytes */${pdf.length}`);
  for (const range of ['bytes=0-1,3-4', 'bytes=9-3', 'lines=1-2', `bytes=${'0-,'.repeat(500)}`]) {
    const ignored = await ask({ range });
    expect([range, ignored.status, ignored.body]).toEqual([range, 200, pdf.toString()]);
  }
  const changed = await ask({ range: 'bytes=1-4', 'if-range': '"another"' });
  expect([changed.status, changed.body]).toEqual([200, pdf.toString()]);
  expect((await lead.fetch('GET', link, { headers: { range: 'bytes=1-4' } })).status).toBe(404);
});

test('IDN-107 a link lasts five minutes, belongs to one person, and cannot be made up', async () => {
  const { body } = await upload(teacher);
  const link = path(body.content_url);
  expect((await lead.fetch('GET', link)).status).toBe(404);
  expect((await world.anonymous.fetch('GET', link)).status).toBe(401);
  expect((await teacher.fetch('GET', link.replace(/signature=.*/, 'signature=invented'))).status).toBe(404);
  expect((await teacher.fetch('GET', `/files/${body.id}/content`)).status).toBe(404);
  clock.advance({ minutes: 6 });
  const late = await teacher.fetch('GET', link);
  expect([late.status, late.body.code]).toEqual([410, 'gone']);
  const again = await teacher.call(getFile, { params: { id: body.id } });
  expect((await teacher.fetch('GET', path(again.content_url))).status).toBe(200);
});

test('IDN-107 IDN-120 a file is there only for those it is for, and never for another tenant', async () => {
  const own = await upload(teacher);
  for (const actor of [student, otherTenantTeacher, districtAdmin]) {
    expect((await actor.send(getFile, { params: { id: own.body.id } })).status).toBe(404);
  }
  const avatar = await upload(student, {
    name: 'me.png',
    type: 'image/png',
    content: png,
    purpose: 'avatar',
  });
  // A picture of a person is seen where the person is, not by who knows its id.
  expect((await teacher.send(getFile, { params: { id: avatar.body.id } })).status).toBe(404);
  const logo = await upload(districtAdmin, {
    name: 'logo.png',
    type: 'image/png',
    content: png,
    purpose: 'logo',
  });
  expect((await teacher.send(getFile, { params: { id: logo.body.id } })).status).toBe(200);
  expect((await otherTenantTeacher.send(getFile, { params: { id: logo.body.id } })).status).toBe(404);
});

test('IDN-105 a purpose takes its own kinds of files from those who may use it', async () => {
  expect(
    (await upload(student, { purpose: 'logo', name: 'l.png', type: 'image/png', content: png })).body,
  ).toMatchObject({
    status: 403,
    context: { capability: 'branding.manage' },
  });
  expect(await faultOf({ purpose: 'avatar' })).toEqual([422, 'type_not_accepted']);
  expect((await upload(teacher, { purpose: 'nonsense' })).status).toBe(422);
});

test.each([
  ['a program', { name: 'setup.exe', type: 'application/octet-stream', content: 'MZ' }, 'executable'],
  ['a script', { name: 'run.ps1', type: 'text/plain', content: 'x' }, 'executable'],
  ['HTML', { name: 'page.html', type: 'text/html', content: '<p>' }, 'executable'],
  ['SVG', { name: 'logo.svg', type: 'image/svg+xml', content: '<svg/>' }, 'executable'],
  [
    'HTML named as text',
    { name: 'page.txt', type: 'text/plain', content: ' <!DOCTYPE html><script>' },
    'executable',
  ],
  ['a hidden program', { name: 'report.exe.pdf' }, 'double_extension'],
  ['two extensions', { name: 'report.pdf.png', type: 'image/png', content: png }, 'double_extension'],
  ['a declared type that is not the extension', { name: 'notes.pdf', type: 'image/png' }, 'type_mismatch'],
  ['content that is not the extension', { name: 'photo.png', type: 'image/png' }, 'content_mismatch'],
  ['text with NUL', { name: 'a.csv', type: 'text/csv', content: 'a\u0000b' }, 'content_mismatch'],
  [
    'HTML in UTF-16 named as text',
    { name: 'page.txt', type: 'text/plain', content: utf16('<script>') },
    'executable',
  ],
  ['UTF-16 with NUL', { name: 'a.csv', type: 'text/csv', content: utf16('a\u0000b') }, 'content_mismatch'],
  ['an image named as text', { name: 'a.txt', type: 'text/plain', content: png }, 'content_mismatch'],
  ['an unknown kind', { name: 'a.xyz', type: 'application/octet-stream', content: 'x' }, 'type_not_accepted'],
  [
    'a locked Office file',
    {
      name: 'a.docx',
      type: 'application/octet-stream',
      content: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    },
    'encrypted',
  ],
] as [string, Upload, string][])('IDN-105 %s is refused with its reason', async (_what, given, code) => {
  expect(await faultOf(given)).toEqual([422, code]);
});

test('IDN-105 a table as spreadsheets save "Unicode text" is taken in both orders of bytes', async () => {
  const table = utf16('Student\tEssay\r\nChloë\t8\r\n');
  for (const content of [table, Buffer.from(table).swap16()]) {
    const reply = await upload(teacher, {
      name: 'grades.txt',
      type: 'text/plain',
      content,
      purpose: 'grades',
    });
    expect(reply.status).toBe(201);
  }
});

test.each([
  ['a password', [{ name: 'a.txt', encrypted: true }], 'archive_encrypted'],
  ['a path to the parent', [{ name: '../../etc/passwd' }], 'archive_path'],
  ['an absolute path', [{ name: '/etc/passwd' }], 'archive_path'],
  ['a Windows path', [{ name: 'C:\\windows\\x.txt' }], 'archive_path'],
  ['a link', [{ name: 'link', is_link: true }], 'archive_link'],
  ['a program', [{ name: 'docs/setup.exe' }], 'executable'],
  ['a bomb', [{ name: 'zeros.txt', content: Buffer.alloc(5_000_000) }], 'archive_expands_too_much'],
  [
    'more than 2 GB',
    [
      { name: 'a.txt', claimed_size: 2 ** 31 },
      { name: 'b.txt', claimed_size: 2 ** 30 },
    ],
    'archive_too_large',
  ],
  [
    'too many files',
    Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}.txt` })),
    'archive_too_many_entries',
  ],
  ['an archive of another kind', [{ name: 'inner.7z', content: 'x' }], 'archive_nested'],
  ['a program one level down', [{ name: 'inner.zip', content: buildZip([{ name: 'x.exe' }]) }], 'executable'],
  [
    'two levels of archives',
    [{ name: 'a.zip', content: buildZip([{ name: 'b.zip', content: buildZip([{ name: 'c.txt' }]) }]) }],
    'archive_nested',
  ],
] as [string, Parameters<typeof buildZip>[0], string][])(
  'IDN-106 an archive with %s is refused',
  async (_what, parts, code) => {
    expect(await faultOf({ name: 'work.zip', type: 'application/zip', content: buildZip(parts) })).toEqual([
      422,
      code,
    ]);
  },
);

test('IDN-106 an ordinary archive with one archive inside is kept', async () => {
  const inner = buildZip([{ name: 'c.txt', content: 'c' }]);
  const content = buildZip([
    { name: 'a/b.txt', content: 'b' },
    { name: 'inner.zip', content: inner },
  ]);
  expect((await upload(teacher, { name: 'work.zip', type: 'application/zip', content })).status).toBe(201);
});

test('IDN-105 a file over the limit of its purpose is stopped with 413', async () => {
  const content = Buffer.concat([png, Buffer.alloc(600_000)]);
  const reply = await upload(districtAdmin, {
    name: 'icon.png',
    type: 'image/png',
    content,
    purpose: 'favicon',
  });
  expect([reply.status, reply.body.code]).toEqual([413, 'request.too_large']);
});

test('INT-139 a form where JSON is expected and JSON where a form is expected: 415', async () => {
  const headers = { 'x-csrf-token': await teacher.csrf(), 'content-type': 'application/json' };
  const json = await teacher.fetch('POST', '/files?purpose=resource', { body: '{}', headers });
  expect([json.status, json.body.code]).toEqual([415, 'request.unsupported_type']);
  const form = { ...headers, 'content-type': 'multipart/form-data; boundary=x' };
  expect((await teacher.fetch('PATCH', '/me', { body: '--x--', headers: form })).status).toBe(415);
});

test('IDN-119 what is stored lies under its tenant', async () => {
  const { body } = await upload(teacher, { content: Buffer.concat([pdf, Buffer.from('%another')]) });
  const row = await world.platform.db.withTenant({ tenant_id: world.tenant.id }, (tx) =>
    tx.selectFrom('files').selectAll().where('id', '=', body.id).executeTakeFirstOrThrow(),
  );
  expect(row.storage_key).toBe(`${world.tenant.id}/resource/${body.id}`);
});

test('OPS-11 with the storage gone an upload fails fast with 503 and a hint when to try again; pages go on', async () => {
  const blocked = join(tmpdir(), `homeroom-blocked-${newId()}`);
  await writeFile(blocked, 'not a folder');
  const app = await createApp({ ...world.platform, files: createDiskStorage(blocked) });
  const cookie = `homeroom_session=${teacher.cookies.homeroom_session}`;
  const headers = { cookie, 'x-csrf-token': await teacher.csrf(), 'sec-fetch-site': 'same-origin' };
  const payload = `--x\r\ncontent-disposition: form-data; name="file"; filename="n.pdf"\r\ncontent-type: application/pdf\r\n\r\n${pdf}%unseen\r\n--x--\r\n`;
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/files?purpose=resource',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
    payload,
  });
  expect([reply.statusCode, reply.json().code, reply.headers['retry-after']]).toEqual([
    503,
    'storage_unavailable',
    '30',
  ]);
  expect((await app.inject({ url: '/api/v1/schools', headers })).statusCode).toBe(200);
  await app.close();
  await rm(blocked);
});

test('UXP-109 a picture of a person is kept as a small one of its own kind, and what cannot be drawn is refused', async () => {
  const given = { name: 'me.png', type: 'image/png', purpose: 'avatar' };
  const { status, body } = await upload(student, { ...given, content: png });
  expect([status, body.name, body.content_type]).toEqual([201, 'me.webp', 'image/webp']);
  expect(body.size_bytes).toBeLessThanOrEqual(10 * 1024);
  const reply = await student.fetch('GET', path(body.content_url));
  expect(reply.status).toBe(200);
  expect(await faultOf({ ...given, content: png.subarray(0, 40) })).toEqual([422, 'damaged']);
});

test('IDN-107 a picture is kept without the place where it was taken', async () => {
  const place = Buffer.from('Comment\0 taken at 51.5N 0.1W', 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(place.length);
  const told = Buffer.concat([size, Buffer.from('tEXt'), place, Buffer.alloc(4)]);
  const header = 8 + 25;
  const content = Buffer.concat([png.subarray(0, header), told, png.subarray(header)]);
  const { status, body } = await upload(teacher, {
    name: 'me.png',
    type: 'image/png',
    content,
    purpose: 'resource',
  });
  expect([status, body.size_bytes]).toEqual([201, png.length]);
  const reply = await teacher.fetch('GET', path(body.content_url));
  expect(reply.body).not.toContain('51.5N');
});

test('IDN-107 with a scanner set up a file is kept only when it was found clean', async () => {
  const clamd = await startClamd();
  platform.scanner = createScanner(`tcp://127.0.0.1:${clamd.port}`);
  try {
    expect((await upload(teacher)).status).toBe(201);
    expect(clamd.received.at(-1)).toEqual(pdf);
    const infected = Buffer.concat([pdf, Buffer.from('EICAR-TEST')]);
    expect(await faultOf({ content: infected })).toEqual([422, 'infected']);
    await clamd.stop();
    expect(await faultOf({})).toEqual([503, 'storage_unavailable']);
  } finally {
    platform.scanner = null;
  }
});
