import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type GradedFile, getGradedWork, getWorkFile } from '@k12/contracts/teaching/grading';
import { getMySubmission, submitMyWork } from '@k12/contracts/teaching/submissions';
import { completeWorkUpload, type WorkUpload } from '@k12/contracts/teaching/work-uploads';
import { newId } from '@k12/db';
import { expect, onTestFinished, test } from 'vitest';
import { until, withWorker } from '../../../test/a-platform.ts';
import { aWorkingCourse } from '../../../test/a-working-course.ts';
import { buildZip } from '../../../test/build-zip.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { aPdf, beginUpload, sendPart, sha256 } from '../../../test/upload-parts.ts';
import { previewsJobs } from './previews.jobs.ts';

const world = await aWorkingCourse({ STORAGE_DIR: join(tmpdir(), `homeroom-previews-${newId()}`) });
const { teacher, student, classmate, clock } = world;
const openXml = 'application/vnd.openxmlformats-officedocument';
const word = `${openXml}.wordprocessingml.document`;

/** A word-processor file of one heading and one line. */
function aDocument(line: string): Buffer {
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${word}.main+xml"/></Types>`;
  const text = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  return buildZip([
    { name: '[Content_Types].xml', content: types },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="w"><w:body>${text(line)}</w:body></w:document>`,
    },
  ]);
}

async function handInFile(id: string, name: string, type: string, bytes: Buffer): Promise<string> {
  const begun = await beginUpload(student, id, name, bytes.length, type);
  const upload = begun.body as WorkUpload;
  await sendPart(student, upload.id, 0, bytes);
  const done = await student.call(completeWorkUpload, {
    params: { id: upload.id },
    body: { sha256: sha256(bytes) },
  });
  const file_id = done.file?.file_id ?? '';
  const { draft } = await student.call(getMySubmission, { params: { id } });
  const body = { body: null, file_ids: [file_id], links: [], draft_version: draft.version };
  await student.call(submitMyWork, { params: { id }, body });
  return file_id;
}

async function fileOf(id: string): Promise<GradedFile> {
  const work = await teacher.call(getGradedWork, { params: { id, student_id: student.id } });
  const file = work.attempts[0]?.files[0];
  if (!file) throw new Error('no file');
  return file;
}

/** Asks an address as it was handed out. */
function open(url: string, actor: TestActor = teacher) {
  const { pathname, searchParams } = new URL(url, 'http://core.test');
  const file_id = pathname.split('/').at(-1) ?? '';
  const [, , , , id = '', , student_id = ''] = pathname.split('/');
  const query = Object.fromEntries(searchParams) as never;
  return actor.send(getWorkFile, { params: { id, student_id, file_id }, query });
}

const converted = (id: string, state: string) =>
  withWorker(world.platform, previewsJobs, () =>
    until(async () => (await fileOf(id)).preview_state === state),
  );

test('TCH-73 a word-processor file is converted when handed in: waiting, then its words in place; the file itself is saved', async () => {
  const id = await world.assignment();
  await handInFile(id, 'essay.docx', word, aDocument('The rate fell &lt;b&gt; at first.'));
  expect(await fileOf(id)).toMatchObject({ preview_state: 'waiting', shown_as: 'download' });
  await converted(id, 'converted');
  const file = await fileOf(id);
  expect(file.shown_as).toBe('document');
  const shown = await open(file.url);
  expect(shown.headers.get('content-type')).toBe('application/json');
  expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  expect(JSON.stringify(shown.body)).toContain('The rate fell <b> at first.');
  const saved = await open(file.download_url);
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);
});

test('TCH-73 what cannot be converted says so and is downloaded', async () => {
  const id = await world.assignment();
  await handInFile(id, 'broken.docx', word, aDocument('<w:open>'));
  await converted(id, 'failed');
  expect(await fileOf(id)).toMatchObject({ preview_state: 'failed', shown_as: 'download' });
});

test('TCH-73 an office program of the machine makes a PDF; it gets no name and no environment of ours', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-fake-office-'));
  const script = `#!/bin/sh
for last; do :; done
[ -n "$APP_SECRET_KEY$DATABASE_URL" ] && exit 3
cp "$last" "$(dirname "$last")/work.pdf"
`;
  writeFileSync(join(folder, 'soffice'), script);
  chmodSync(join(folder, 'soffice'), 0o755);
  const before = { PATH: process.env.PATH, DATABASE_URL: process.env.DATABASE_URL };
  onTestFinished(() => {
    process.env.PATH = before.PATH;
    if (before.DATABASE_URL === undefined) delete process.env.DATABASE_URL;
  });
  process.env.PATH = `${folder}${delimiter}${before.PATH}`;
  process.env.DATABASE_URL ??= 'postgres://nowhere';
  const id = await world.assignment();
  await handInFile(id, 'essay.docx', word, aDocument('A page.'));
  await converted(id, 'converted');
  const file = await fileOf(id);
  expect(file.shown_as).toBe('pdf');
  const shown = await open(file.url);
  expect(shown.headers.get('content-type')).toBe('application/pdf');
  expect(shown.status).toBe(200);
});

test('TCH-73 IDN-107 a file is shown by a link of minutes, for whom it was handed out, in a sandbox and never as a page', async () => {
  const id = await world.assignment();
  await handInFile(id, 'report.pdf', 'application/pdf', aPdf());
  const file = await fileOf(id);
  expect(file).toMatchObject({ shown_as: 'pdf', preview_state: null });
  const shown = await open(file.url);
  expect(shown.status).toBe(200);
  expect(shown.headers.get('content-security-policy')).toBe(
    "sandbox; default-src 'none'; frame-ancestors 'none'",
  );
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await open(file.url.split('?')[0] ?? '')).status).toBe(404);
  expect((await open(file.url.replace(/signature=./, 'signature=~'))).status).toBe(404);
  for (const actor of [student, classmate]) expect((await open(file.url, actor)).status).toBe(403);
  clock.advance({ minutes: 5.1 });
  expect((await open(file.url)).status).toBe(410);
  expect((await open((await fileOf(id)).url)).status).toBe(200);

  const page = await world.assignment();
  await handInFile(page, 'page.txt', 'text/plain', Buffer.from('if (a <b> c) alert(1)'));
  const text = await open((await fileOf(page)).url);
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
});
