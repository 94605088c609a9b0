import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { getGradingFrame } from '@k12/contracts/teaching/grading';
import { getMySubmission, submitMyWork } from '@k12/contracts/teaching/submissions';
import { createWorkArchive, getWorkArchive, getWorkArchiveFile } from '@k12/contracts/teaching/work-archives';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { purgeMadeFiles } from '../../../platform/files/made-files.ts';
import { readZipDirectoryOf } from '../../../platform/files/zip-directory.ts';
import { contextOf, until, withWorker } from '../../../test/a-platform.ts';
import { actorOf } from '../../../test/a-school.ts';
import { aWorkingCourse, words } from '../../../test/a-working-course.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { aPdf, uploadWork } from '../../../test/upload-parts.ts';
import { workArchivesJobs } from './purge-archives.jobs.ts';

const world = await aWorkingCourse({ STORAGE_DIR: join(tmpdir(), `homeroom-archives-${newId()}`) });
const { anonymous, teacher, student, classmate, otherTenantTeacher, clock, platform } = world;
const colleague = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.school.id],
});

async function handIn(id: string, actor: TestActor, text: string, names: string[]) {
  const file_ids: string[] = [];
  for (const name of names) file_ids.push((await uploadWork(actor, id, name)).file?.file_id ?? '');
  const { draft } = await actor.call(getMySubmission, { params: { id } });
  const body = { body: words(text), file_ids, links: [], draft_version: draft.version };
  return actor.call(submitMyWork, { params: { id }, body });
}

async function archiveOf(id: string, body: object = {}, actor: TestActor = teacher) {
  const asked = await actor.call(createWorkArchive, { params: { id }, body });
  const params = { id: asked.id };
  return withWorker(platform, workArchivesJobs, () =>
    until(async () => {
      const now = await actor.call(getWorkArchive, { params });
      return now.state === 'ready' || now.state === 'failed' ? now : undefined;
    }),
  );
}

/** What an unpacking program finds: names and contents. */
async function unpack(archiveId: string): Promise<Map<string, string>> {
  const { storage_key } = await build(platform, (tx) =>
    tx
      .selectFrom('work_archives')
      .select('storage_key')
      .where('id', '=', archiveId)
      .executeTakeFirstOrThrow(),
  );
  const bytes = await buffer(await platform.files.open(storage_key ?? ''));
  return new Map(
    readZipDirectoryOf(bytes).map(({ name, offset, compressed_size, method }) => {
      const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
      const packed = bytes.subarray(start, start + compressed_size);
      return [name, (method === 8 ? inflateRawSync(packed) : packed).toString('latin1')];
    }),
  );
}

const nameOf = ({ person }: TestActor) => `${person?.given_name} ${person?.family_name}`;

test('TCH-66 all work of an assignment comes as one archive with an index, for whoever asked and for a week', async () => {
  const id = await world.assignment({ title: 'Lab: heat / light' });
  const receipt = await handIn(id, student, 'Heat moves.', ['report.pdf', 'report.pdf']);
  await handIn(id, classmate, 'It stays.', []);
  const params = { id };
  expect((await anonymous.send(createWorkArchive, { params, body: {} })).status).toBe(401);
  expect((await student.send(createWorkArchive, { params, body: {} })).status).toBe(403);
  for (const actor of [colleague, otherTenantTeacher])
    expect((await actor.send(createWorkArchive, { params, body: {} })).status).toBe(404);
  const made = await archiveOf(id);
  expect(made).toMatchObject({ state: 'ready', file_name: 'Lab_ heat _ light.zip', files_count: 4 });
  const parts = await unpack(made.id);
  const folder = nameOf(student);
  expect([...parts.keys()].sort()).toEqual(
    [
      `${folder}/report (2).pdf`,
      `${folder}/report.pdf`,
      `${folder}/text.txt`,
      `${nameOf(classmate)}/text.txt`,
      'index.csv',
    ].sort(),
  );
  expect(parts.get(`${folder}/report.pdf`)).toBe(aPdf().toString('latin1'));
  expect(parts.get(`${folder}/text.txt`)).toBe('Heat moves.\n');
  expect(parts.get('index.csv')).toContain(receipt.files[0]?.sha256);

  const file = { params: { id: made.id } };
  const saved = await teacher.send(getWorkArchiveFile, file);
  expect([saved.status, saved.headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);
  expect((await colleague.send(getWorkArchiveFile, file)).status).toBe(404);
  const week = Date.parse(made.expires_at) - Date.parse(made.created_at);
  expect(week).toBe(7 * 86_400_000);
  const expires_at = new Date(clock.now().getTime() - 1).toISOString();
  await build(platform, (tx) =>
    tx.updateTable('work_archives').set({ expires_at }).where('id', '=', made.id).execute(),
  );
  expect((await teacher.send(getWorkArchiveFile, file)).status).toBe(410);
  await purgeMadeFiles(contextOf(platform, world.tenant), 'work_archives');
  await purgeMadeFiles(contextOf(platform, world.tenant), 'work_archives');
  expect((await teacher.call(getWorkArchive, file)).state).toBe('expired');
});

test('TCH-66 chosen work under names of one’s own pattern', async () => {
  const id = await world.assignment();
  await handIn(id, student, 'Heat moves.', []);
  await handIn(id, classmate, 'It stays.', []);
  const body = { student_ids: [classmate.id], name_pattern: '../{family_name}-{attempt}-{file}' };
  const parts = await unpack((await archiveOf(id, body)).id);
  expect([...parts.keys()]).toEqual([`_/${classmate.person?.family_name}-1-text.txt`, 'index.csv']);
  const unknown = { params: { id }, body: { student_ids: [newId()] } };
  expect((await teacher.send(createWorkArchive, unknown)).status).toBe(404);
});

test('TCH-78 an archive of anonymous work names nobody, in no path and no line of its index', async () => {
  const id = await world.assignment({ is_anonymous: true });
  await handIn(id, student, 'Heat moves.', [`${nameOf(student)}.pdf`]);
  const { student_ids } = await teacher.call(getGradingFrame, { params: { id }, query: {} });
  const made = await archiveOf(id, { student_ids });
  const parts = await unpack(made.id);
  const all = [...parts.keys(), parts.get('index.csv')].join('\n');
  for (const word of [student.person?.family_name ?? '-', student.id]) expect(all).not.toContain(word);
  expect([...parts.keys()].filter((name) => /^Student \d\/(text\.txt|file-1\.pdf)$/.test(name))).toHaveLength(
    2,
  );
});

test('TCH-12 who helps in one section packs the work of that section, and loses it with the section', async () => {
  const id = await world.assignment();
  await handIn(id, student, 'Heat moves.', []);
  await handIn(id, classmate, 'It stays.', []);
  const other = newId();
  await build(platform, async (tx) => {
    const at = clock.now().toISOString();
    const times = { created_at: at, updated_at: at };
    const tenant_id = world.tenant.id;
    const section = { tenant_id, id: other, course_id: world.course_id, name: 'Second', ...times };
    await tx.insertInto('sections').values(section).execute();
    const place = { tenant_id, id: newId(), section_id: other, user_id: colleague.id };
    await tx
      .insertInto('enrollments')
      .values({ ...place, role: 'co_teacher', is_limited: true, ...times })
      .execute();
  });
  await world.setCell(id, { section_id: other }, classmate);
  const made = await archiveOf(id, {}, colleague);
  const parts = await unpack(made.id);
  expect([...parts.keys()]).toEqual([`${nameOf(classmate)}/text.txt`, 'index.csv']);
  expect(parts.get('index.csv')).not.toContain(student.person?.family_name);
  const elsewhere = { params: { id }, body: { section_id: world.section_id } };
  expect((await colleague.send(createWorkArchive, elsewhere)).status).toBe(404);
  await build(platform, (tx) =>
    tx.updateTable('enrollments').set({ state: 'inactive' }).where('user_id', '=', colleague.id).execute(),
  );
  expect((await colleague.send(getWorkArchiveFile, { params: { id: made.id } })).status).toBe(404);
});
