import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  applyImport,
  createImport,
  getImport,
  getImportBadRows,
  listImports,
} from '@k12/contracts/planning/standard-imports';
import { listStandards } from '@k12/contracts/planning/standards';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { previewOf, uploadStandards, workOnImport } from '../../../test/standards.ts';

const world = await aSchool({
  STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`),
  RATE_LIMITS: '{"general":1000,"upload":1000,"export":1000}',
});
const { districtAdmin } = world;

const table = [
  'Code,Statement,Parent code,Local',
  'A,Numbers,,keep',
  'A.1,,A,first bad',
  'A.2,Fractions,A,keep',
  'A.3,Ratios,Z,second bad',
].join('\n');

const badRowsOf = (id: string) =>
  districtAdmin.call(getImportBadRows, { params: { id } }) as unknown as Promise<string>;

async function applied(id: string) {
  await districtAdmin.call(applyImport, { params: { id } });
  await workOnImport(districtAdmin, id, 'apply');
  const done = await districtAdmin.call(getImport, { params: { id } });
  expect([done.fault, done.state]).toEqual([null, 'applied']);
  return done;
}

async function standardsOf(framework_id: string | null) {
  const query = { framework_id: framework_id ?? '', limit: 200 };
  const { data } = await districtAdmin.call(listStandards, { query });
  return data.map(({ code, statement, position, state }) => [code, statement, position, state]);
}

/** The file of left out rows as somebody sends it back. */
async function corrected(import_id: string, change: (rows: string) => string) {
  const rows = await badRowsOf(import_id);
  return previewOf(districtAdmin, 'corrected.csv', change(rows), { corrects_import_id: import_id });
}

test('UXP-38 PLN-76 (standards: corrected rows alone) the left out rows come back as a file with what is wrong; put right, they join the others in their places', async () => {
  const first = await previewOf(districtAdmin, 'table.csv', table, { title: 'By table' });
  expect([first.counts?.added, first.counts?.bad, first.can.correct]).toEqual([2, 2, true]);
  const done = await applied(first.id);
  const rows = await badRowsOf(first.id);
  expect(
    rows
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\r?\n/),
  ).toEqual([
    'Code,Statement,Parent code,Local,Line in the file,Problem',
    'A.1,,A,first bad,3,The row has no statement.',
    'A.3,Ratios,Z,second bad,5,No row has the code of this parent.',
  ]);
  const again = await corrected(first.id, (text) => text.replace('A.1,,A', 'A.1,Whole numbers,A'));
  expect(again.framework_id).toBe(done.framework_id);
  expect(again.counts).toMatchObject({ added: 1, changed: 0, retired: 0, removed: 0, unchanged: 2, bad: 1 });
  await applied(again.id);
  expect(await standardsOf(done.framework_id)).toEqual([
    ['A', 'Numbers', 0, 'active'],
    ['A.1', 'Whole numbers', 0, 'active'],
    ['A.2', 'Fractions', 1, 'active'],
  ]);
  // What was still wrong comes back once more, alone.
  expect((await badRowsOf(again.id)).split(/\r?\n/)[1]).toMatch(/^A\.3,Ratios,Z,second bad,5,/);
  const last = await corrected(again.id, (text) => text.replace('Ratios,Z', 'Ratios,A'));
  expect(last.counts).toMatchObject({ added: 1, removed: 0, unchanged: 3, bad: 0 });
  expect(last.can.correct).toBe(false);
});

test('UXP-38 (standards: before anything is taken over) the corrected rows and the good ones become one framework, and the first preview is given up', async () => {
  const first = await previewOf(districtAdmin, 'table.csv', table, { title: 'Corrected first' });
  const again = await corrected(first.id, (text) =>
    text.replace('A.1,,A', 'A.1,Whole numbers,A').replace('Ratios,Z', 'Ratios,A'),
  );
  expect(again.title).toBe('Corrected first');
  expect(again.counts).toMatchObject({ added: 4, bad: 0 });
  const { data } = await districtAdmin.call(listImports, { query: { limit: 5 } });
  expect(data.find(({ id }) => id === first.id)?.state).toBe('cancelled');
  const done = await applied(again.id);
  expect((await standardsOf(done.framework_id)).map(([code]) => code)).toEqual(['A', 'A.1', 'A.2', 'A.3']);
});

test('UXP-38 (standards: nothing to correct) a table without left out rows takes no corrections', async () => {
  const good = await previewOf(districtAdmin, 'good.csv', 'Code,Statement\nA,Numbers\n');
  const file_id = await uploadStandards(districtAdmin, 'corrected.csv', 'Code,Statement\nB,More\n');
  const body = { file_id, corrects_import_id: good.id };
  expect((await districtAdmin.send(createImport, { body })).status).toBe(409);
});
