import { listAssignments } from '@k12/contracts/teaching/assignments';
import {
  applyGradebookImport,
  createGradebookExport,
  createGradebookImport,
  exportGradebook,
  getGradebookExport,
  getGradebookExportFile,
} from '@k12/contracts/teaching/gradebook-csv';
import { revertChangeSet } from '@k12/contracts/teaching/totals';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { purgeMadeFiles } from '../../../platform/files/made-files.ts';
import { aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';
import { contextOfTests } from '../../../test/records.teaching.ts';
import { upload } from '../../../test/resources.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { makeExport } from './make-export.service.ts';

const world = await aGradebook(3);
const { teacher, coTeacher, pupils, otherTenantTeacher, platform } = world;
const [first, second] = pupils as [TestActor, TestActor];
const inCourse = { params: { id: world.course_id } };

const entriesOf = (assignment_id: string) =>
  build(platform, (tx) =>
    tx
      .selectFrom('student_work')
      .select(['student_id', 'entry'])
      .where('assignment_id', '=', assignment_id)
      .execute(),
  );

test('TCH-131 unknown columns become assignments with points when they are asked for, and nothing else does', async () => {
  const file = `ID,Lab notebook,Homeroom\n${first.id},8,x\n${second.id},9.5,\n`;
  const preview = await teacher.call(createGradebookImport, {
    ...inCourse,
    body: { file_name: 'grades.csv', content_base64: Buffer.from(file).toString('base64') },
  });
  expect(preview.unknown_columns).toEqual(['Lab notebook', 'Homeroom']);
  expect(preview.counts.change).toBe(0);
  const category_id = await world.insert('grade_categories', { name: 'Labs', weight_percent: 40 });
  const apply = (create_columns: object[]) =>
    teacher.send(applyGradebookImport, { params: { id: preview.id }, body: { create_columns } } as never);
  const unknown = await apply([{ column: 'Garden', points: '10', category_id }]);
  expect([unknown.status, unknown.body.errors?.[0]?.pointer]).toEqual([422, '/create_columns/0/column']);
  const applied = await apply([{ column: 'Lab notebook', points: '10', category_id }]);
  expect(applied.body).toMatchObject({ saved_count: 2, skipped: [] });
  const [made = ''] = applied.body.created_assignment_ids;
  const { data } = await teacher.call(listAssignments, {
    ...inCourse,
    query: { q: 'Lab notebook' },
  } as never);
  expect(data).toMatchObject([{ id: made, state: 'published', points_possible: '10.00', category_id }]);
  expect((await entriesOf(made)).map(({ entry }) => entry).sort()).toEqual(['8', '9.5', null].sort());
  const homeroom = await teacher.call(listAssignments, { ...inCourse, query: { q: 'Homeroom' } } as never);
  expect(homeroom.data).toEqual([]);
  await teacher.call(revertChangeSet, { params: { id: applied.body.change_set_id } } as never);
  expect((await entriesOf(made)).every(({ entry }) => entry === null)).toBe(true);
});

test('TCH-132 a table of several megabytes is uploaded first, and read by whoever uploaded it alone', async () => {
  const column = await world.anAssignment({ title: 'Herbarium' });
  const note = 'x'.repeat(1_500);
  const rows = Array.from({ length: 2_000 }, (_, at) => `row-${at},,${note}`);
  const table = Buffer.from(`ID,Herbarium,Note\n${first.id},7,${note}\n${rows.join('\n')}\n`);
  expect(table.length).toBeGreaterThan(3_000_000);
  const file_id = await upload(teacher, table, 'grades.csv', 'text/csv', 'grades');
  const read = (actor: TestActor, body: object) =>
    actor.send(createGradebookImport, { ...inCourse, body: { file_name: 'grades.csv', ...body } } as never);
  const preview = await read(teacher, { file_id });
  expect(preview.status).toBe(201);
  expect(preview.body.counts).toMatchObject({ change: 1, unknown_student: 2_000 });
  expect(preview.body.cells).toContainEqual(
    expect.objectContaining({ assignment_id: column, student_id: first.id, after: '7' }),
  );
  for (const [actor, body] of [
    [coTeacher, { file_id }],
    [teacher, { file_id, content_base64: 'YQ==' }],
    [teacher, {}],
  ] as const)
    expect((await read(actor, body)).status).toBe(422);
  await expect(upload(first, table, 'grades.csv', 'text/csv', 'grades')).rejects.toThrow('403');
});

test('TCH-129 over 20,000 cells the sheet is made by a job, for whoever asked, and goes after a week', async () => {
  await build(platform, async (tx) => {
    const row = { tenant_id: world.tenant.id, course_id: world.course_id, state: 'published' as const };
    const at = platform.clock.now().toISOString();
    const times = { created_at: at, updated_at: at, published_at: at };
    const rows = Array.from({ length: 7_000 }, (_, place) => ({
      ...{ ...row, ...times, id: newId(), title: `Column ${place}`, position: 100 + place },
    }));
    for (let from = 0; from < rows.length; from += 1_000)
      await tx
        .insertInto('assignments')
        .values(rows.slice(from, from + 1_000))
        .execute();
  });
  const direct = await teacher.send(exportGradebook, { ...inCourse, query: {} });
  expect([direct.status, direct.body.code]).toEqual([409, 'gradebook.too_large']);

  const request = { ...inCourse, body: {} };
  expect((await first.send(createGradebookExport, request)).status).toBe(403);
  expect((await otherTenantTeacher.send(createGradebookExport, request)).status).toBe(404);
  const asked = await teacher.call(createGradebookExport, request);
  expect(asked.state).toBe('waiting');
  const own = { params: { id: asked.id } };
  expect((await teacher.send(getGradebookExportFile, own)).status).toBe(409);
  const context = contextOfTests(world);
  await makeExport(context, asked.id, true);
  const ready = await teacher.call(getGradebookExport, own);
  expect(ready).toMatchObject({ state: 'ready', file_name: expect.stringMatching(/^Biology-.*\.csv$/) });
  const file = await teacher.send(getGradebookExportFile, own);
  expect(String(file.body)).toContain('Column 6999');
  expect((await coTeacher.send(getGradebookExport, own)).status).toBe(404);

  await build(platform, (tx) =>
    tx
      .updateTable('gradebook_exports')
      .set({ expires_at: new Date(platform.clock.now().getTime() - 1_000).toISOString() })
      .where('id', '=', asked.id)
      .execute(),
  );
  await purgeMadeFiles(context, 'gradebook_exports');
  const gone = await teacher.send(getGradebookExportFile, own);
  expect([gone.status, gone.body.code]).toEqual([410, 'gone']);
});
