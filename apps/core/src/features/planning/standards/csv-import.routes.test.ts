import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getFrameworkTable } from '@k12/contracts/planning/standard-frameworks';
import {
  applyImport,
  getImport,
  listImportProblems,
  previewImport,
} from '@k12/contracts/planning/standard-imports';
import { getFrameworkTree, listStandards } from '@k12/contracts/planning/standards';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { previewOf, workOnImport } from '../../../test/standards.ts';

const world = await aSchool({
  STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`),
  RATE_LIMITS: '{"general":1000,"upload":1000,"export":1000}',
});
const { districtAdmin } = world;

async function problemsOf(id: string) {
  const { data } = await districtAdmin.call(listImportProblems, { params: { id }, query: { limit: 200 } });
  return data.map(({ severity, code, line, column, value }) => [severity, code, line, column, value]);
}

async function applied(id: string) {
  await districtAdmin.call(applyImport, { params: { id } });
  await workOnImport(districtAdmin, id, 'apply');
  const done = await districtAdmin.call(getImport, { params: { id } });
  expect([done.fault, done.state]).toEqual([null, 'applied']);
  return done;
}

async function codesOf(framework_id: string | null) {
  const query = { framework_id: framework_id ?? '', limit: 200 };
  return (await districtAdmin.call(listStandards, { query })).data;
}

const latin = (text: string) => Buffer.from(text, 'latin1');

test.each([
  [
    'comma, with mark',
    '\ufeffCode,Statement,Grade,Parent code\r\nA,Räume,6,\r\nA.1,"Say ""one"", two",6|7,A\r\n',
  ],
  [
    'semicolon, Windows-1252',
    latin('CODE;STATEMENT;GRADE;PARENT CODE\nA;Räume;6;\nA.1;"Say ""one"", two";6|7;A\n'),
  ],
  ['tab', 'code\tstatement\tgrade\tparent code\nA\tRäume\t6\t\nA.1\t"Say ""one"", two"\t6|7\tA\n'],
  [
    'declared delimiter',
    'sep=;\ncode;statement;grade;parent_code\n\nA;Räume;06;\nA.1;"Say ""one"", two";6|7;A\n',
  ],
])('PLN-75 PLN-80 a table with %s, read twice: the second time changes nothing', async (_title, content) => {
  const preview = await previewOf(districtAdmin, 'table.csv', content, { title: 'From a table' });
  expect(preview.counts).toMatchObject({ added: 2, bad: 0 });
  const done = await applied(preview.id);
  const [first, second] = await codesOf(done.framework_id);
  expect([first?.statement, first?.grade_levels]).toEqual(['Räume', ['6']]);
  expect([second?.statement, second?.grade_levels, second?.parent_id]).toEqual([
    'Say "one", two',
    ['6', '7'],
    first?.id,
  ]);
  const again = await previewOf(districtAdmin, 'table.csv', content, {
    framework_id: done.framework_id ?? '',
  });
  expect(again.counts).toMatchObject({
    added: 0,
    changed: 0,
    moved: 0,
    retired: 0,
    removed: 0,
    unchanged: 2,
  });
});

test('PLN-76 UXP-38 (standards: preview, lines, good without bad) each bad row is named with line, column, problem and value; the good ones come in', async () => {
  const rows = [
    'code,statement,parent code,position',
    'A,Good,,1',
    'B,,,2',
    'A,Same code,,3',
    'C,No parent,ZZZ,4',
    'C.1,Below it,C,5',
    'D,Position,,soon',
    'E,"Two',
    'lines",A,6',
    'F,Circle,G,7',
    'G,Circle,F,8',
  ];
  const preview = await previewOf(districtAdmin, 'table.csv', rows.join('\n'));
  expect(await problemsOf(preview.id)).toEqual([
    ['error', 'statement_missing', 3, 'statement', ''],
    ['error', 'position_not_a_number', 7, 'position', 'soon'],
    ['error', 'duplicate_code', 4, 'code', 'A'],
    ['error', 'parent_missing', 5, 'parent_code', 'ZZZ'],
    ['error', 'parent_missing', 6, 'parent_code', 'C'],
    ['error', 'cycle', 11, null, 'G'],
  ]);
  const done = await applied(preview.id);
  expect((await codesOf(done.framework_id)).map(({ code }) => code)).toEqual(['A', 'E', 'F', 'G']);
  const tree = await districtAdmin.call(getFrameworkTree, {
    params: { id: done.framework_id ?? '' },
    query: { unplaced: 'true' },
  } as never);
  expect((tree as { data: { code: string }[] }).data.map(({ code }) => code)).toEqual(['G']);
});

test('PLN-75 UXP-38 (standards: mapping) headers that nobody knows are mapped by hand', async () => {
  const preview = await previewOf(districtAdmin, 'table.csv', 'Ref,Was zu lernen ist\nA,Lesen\n');
  expect(preview.counts).toMatchObject({ added: 0, bad: 1 });
  expect(preview.columns).toEqual([
    { name: 'Ref', samples: ['A'] },
    { name: 'Was zu lernen ist', samples: ['Lesen'] },
  ]);
  const mapping = { code: 'Ref', statement: 'Was zu lernen ist' };
  await districtAdmin.call(previewImport, { params: { id: preview.id }, body: { mapping } });
  await workOnImport(districtAdmin, preview.id, 'preview');
  const mapped = await districtAdmin.call(getImport, { params: { id: preview.id } });
  expect(mapped.counts).toMatchObject({ added: 1, bad: 0 });
});

test('PLN-76 a quote that is never closed is reported where it begins, with the rows before it intact', async () => {
  const preview = await previewOf(
    districtAdmin,
    'table.csv',
    'code,statement\nA,Good\nB,"never closed\nC,x\n',
  );
  expect(preview.counts).toMatchObject({ added: 1, bad: 1 });
  expect((await problemsOf(preview.id))[0]?.slice(0, 3)).toEqual(['error', 'quote_not_closed', 3]);
});

test('PLN-72 PLN-102 a table comes back as it went in, and its cells cannot run as formulas', async () => {
  const preview = await previewOf(
    districtAdmin,
    'table.csv',
    'code,statement,parent code,type\nA,=SUM(1),,Domain\n-A.1,+Plus,A,Standard\n',
  );
  const done = await applied(preview.id);
  const { body } = await districtAdmin.send(getFrameworkTable, { params: { id: done.framework_id ?? '' } });
  expect(body).toContain(",A,'=SUM(1),");
  expect(body).not.toMatch(/,[=+-][A-Z]/);
  const back = await previewOf(districtAdmin, 'table.csv', body, { title: 'Again' });
  const copy = await applied(back.id);
  const told = (rows: Awaited<ReturnType<typeof codesOf>>) =>
    rows.map(({ code, statement, item_type, depth }) => [code, statement, item_type, depth]);
  expect(told(await codesOf(copy.framework_id))).toEqual(told(await codesOf(done.framework_id)));
});
