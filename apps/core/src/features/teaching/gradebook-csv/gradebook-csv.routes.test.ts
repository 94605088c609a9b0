import { updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import {
  applyGradebookImport,
  createGradebookImport,
  exportGradebook,
  getGradebookImport,
} from '@k12/contracts/teaching/gradebook-csv';
import { revertChangeSet } from '@k12/contracts/teaching/totals';
import { beforeAll, expect, test } from 'vitest';
import { type AGradebook, aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';

let world: AGradebook;
let leaf: string;
let root: string;
const params = () => ({ id: world.course_id });
beforeAll(async () => {
  world = await aGradebook(3);
  leaf = await world.anAssignment({ title: '=Leaf lab', points: '20' });
  root = await world.anAssignment({ title: 'Root lab', points: '10' });
});

const grade = (actor: TestActor, assignment_id: string, pupil: TestActor, entry: string, grade_version = 0) =>
  actor.call(updateGradebookCells, {
    params: params(),
    body: { cells: [{ assignment_id, student_id: pupil.id, grade_version, entry }] },
  });

const read = (actor: TestActor, text: string | Buffer, more: object = {}) =>
  actor.send(createGradebookImport, {
    params: params(),
    body: { file_name: 'grades.csv', content_base64: Buffer.from(text).toString('base64'), ...more },
  });

const entries = (assignment_id: string) =>
  build(world.platform, (tx) =>
    tx
      .selectFrom('student_work')
      .select(['student_id', 'entry'])
      .where('assignment_id', '=', assignment_id)
      .execute(),
  );

test('TCH-129 the sheet is exported with ids, byte-order mark and harmless cells, to staff alone, and audited', async () => {
  const { teacher, pupils, otherTenantTeacher, anonymous } = world;
  const request = { params: params(), query: {} };
  expect((await anonymous.send(exportGradebook, request)).status).toBe(401);
  expect((await (pupils[0] as TestActor).send(exportGradebook, request)).status).toBe(403);
  expect((await otherTenantTeacher.send(exportGradebook, request)).status).toBe(404);
  const reply = await teacher.send(exportGradebook, request);
  expect(reply.headers.get('content-disposition')).toContain('Biology-2026-11-16.csv');
  const lines = String(reply.body).split('\r\n');
  expect(lines[0]).toContain(`"'=Leaf lab (20 pts) [${leaf}]"`.replaceAll('"', ''));
  expect(lines).toHaveLength(5);
  const events = await build(world.platform, (tx) =>
    tx.selectFrom('audit_events').select('actor_id').where('action', '=', 'gradebook.exported').execute(),
  );
  expect(events.map(({ actor_id }) => actor_id)).toEqual([teacher.id]);
});

test('TCH-129 TCH-38 the status columns of an export say what the sheet says: late after the grace, and missing', async () => {
  const { teacher, pupils, clock } = world;
  const [within, after, absent] = pupils as [TestActor, TestActor, TestActor];
  const due_at = new Date(clock.now().getTime() - 3_600_000).toISOString();
  const own_late_policy = JSON.stringify({
    ...{ grace_minutes: 15, deduction_percent: 0, deduction_per: 'day' },
    ...{ floor_percent: 0, hard_stop_days: null },
  });
  const id = await world.anAssignment({
    ...{ title: 'Moss', due_at, late_policy: 'own', own_late_policy, submission_types: ['text'] },
  });
  for (const [pupil, late_seconds] of [[within, 600] as const, [after, 1_200] as const])
    await world.changeWork(id, pupil.id, {
      submitted_at: due_at,
      submission_state: 'submitted',
      late_seconds,
    });
  const reply = await teacher.send(exportGradebook, { params: params(), query: { statuses: 'true' } });
  const [head = [], ...rows] = String(reply.body)
    .split('\r\n')
    .map((line) => line.replaceAll(/"[^"]*"/g, 'quoted').split(','));
  const place = head.indexOf('Moss status');
  const statusOf = ({ id: pupil }: TestActor) => rows.find((row) => row.includes(pupil))?.[place];
  expect([statusOf(within), statusOf(after), statusOf(absent)]).toEqual(['submitted', 'late', 'missing']);
});

test('TCH-130 TCH-131 UXP-38 (gradebook: preview, lines, good without bad) an edited export says what it would change, writes nothing before it is applied, and one revert undoes it', async () => {
  const { teacher, coTeacher, pupils, clock } = world;
  const [first, second, third] = pupils as [TestActor, TestActor, TestActor];
  await grade(teacher, leaf, first, '12');
  const exported_at = clock.now().toISOString();
  clock.advance({ minutes: 5 });
  await grade(coTeacher, leaf, third, '15');
  const file = [
    `Student;ID;Student number;=Leaf lab [${leaf}];Root lab;Homeroom grade;Exported`,
    `A;${first.id};;14;-3;x;${exported_at}`,
    `B;${second.id};;16,5;7;x;${exported_at}`,
    `C;${third.id};;9;;x;${exported_at}`,
    `C;${third.id};;8;;x;${exported_at}`,
    `Nobody;;000-000;8;;x;${exported_at}`,
  ].join('\n');
  const reply = await read(teacher, file.replace('16,5', '16.5'));
  expect(reply.status).toBe(201);
  expect(reply.body.counts).toEqual({
    change: 3,
    same: 0,
    refused: 1,
    conflict: 1,
    unknown_student: 1,
    duplicate_row: 1,
  });
  expect(reply.body.unknown_columns).toEqual(['Homeroom grade']);
  expect(reply.body.cells).toContainEqual(
    expect.objectContaining({ line: 2, assignment_id: root, outcome: 'refused', code: 'score_negative' }),
  );
  expect(await entries(root)).toEqual(expect.not.arrayContaining([expect.objectContaining({ entry: '7' })]));
  const target = { params: { id: reply.body.id } };
  expect((await coTeacher.send(getGradebookImport, target)).status).toBe(404);
  const applied = await teacher.call(applyGradebookImport, { ...target, body: {} });
  expect(applied).toMatchObject({ saved_count: 3, skipped: [] });
  expect((await teacher.send(applyGradebookImport, { ...target, body: {} })).status).toBe(409);
  const after = await entries(leaf);
  expect(after.find(({ student_id }) => student_id === second.id)).toMatchObject({ entry: '16.5' });
  expect(after.find(({ student_id }) => student_id === third.id)).toMatchObject({ entry: '15' });
  const reverted = await teacher.call(revertChangeSet, { params: { id: applied.change_set_id ?? '' } });
  expect(reverted.reverted_count).toBe(3);
  expect((await entries(leaf)).find(({ student_id }) => student_id === first.id)).toMatchObject({
    entry: '12',
  });
});

test('TCH-131 blanks are ignored unless they shall clear; excused cells are left alone unless said', async () => {
  const { teacher, pupils } = world;
  const [first, second] = pupils as [TestActor, TestActor];
  const column = await world.anAssignment({ title: 'Stem lab' });
  await grade(teacher, column, first, '5');
  await grade(teacher, column, second, 'EX');
  const file = `ID,Stem lab\n${first.id},\n${second.id},4\n`;
  expect((await read(teacher, file)).body.counts).toMatchObject({ change: 0, refused: 1 });
  const bold = await read(teacher, file, { blank_clears: true, overwrites_excused: true });
  expect(bold.body.counts).toMatchObject({ change: 2, refused: 0 });
});

test.each([
  ['a binary file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]), 'not_csv'],
  ['nothing', ' \n', 'not_csv'],
  ['a quotation mark that never closes', 'ID,"Leaf\n1,2', 'broken_quoting'],
  ['text behind a closing quotation mark', 'ID,Leaf\n1,"2"3', 'broken_quoting'],
  [
    'more than 1,000 columns',
    Array.from({ length: 1_001 }, (_, at) => `c${at}`).join(','),
    'too_many_columns',
  ],
  ['more than 5,000 rows', `ID\n${'x\n'.repeat(5_001)}`, 'too_many_rows'],
])('TCH-132 %s is refused with its line', async (_what, text, code) => {
  const reply = await read(world.teacher, text);
  expect(reply.status).toBe(422);
  expect(reply.body.errors).toMatchObject([{ code, detail: expect.stringMatching(/^Line \d+:/) }]);
});

test('TCH-132 separators and encodings are found out', async () => {
  const { teacher, pupils } = world;
  const own = pupils[0]?.id ?? '';
  const column = await world.anAssignment({ title: 'Übung' });
  const table = (separator: string) => `ID${separator}Übung\n${own}${separator}3\n`;
  const latin = Buffer.from(table(';'), 'latin1');
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table('\t'), 'utf16le')]);
  for (const file of [table(','), `\uFEFF${table('\t')}`, latin, wide]) {
    const reply = await read(teacher, file);
    expect(reply.body.cells).toMatchObject([{ assignment_id: column, after: '3', outcome: 'change' }]);
  }
});
