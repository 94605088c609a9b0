import { readCells } from '@k12/contracts/teaching/cell-codes';
import { type GradeCellChange, getGradebook, updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { newId } from '@k12/db';
import { beforeAll, expect, test } from 'vitest';
import { type AGradebook, aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';

let world: AGradebook;
beforeAll(async () => {
  world = await aGradebook(4);
});

const write = (actor: TestActor, cells: GradeCellChange[], more: object = {}) =>
  actor.send(updateGradebookCells, { params: { id: world.course_id }, body: { cells, ...more } });

const sheet = (actor: TestActor, query: object = {}) =>
  actor.call(getGradebook, { params: { id: world.course_id }, query });

test('TCH-107 only the staff of the course and admins of its school open the sheet; each opening by an admin is audited', async () => {
  const { teacher, coTeacher, admin, districtAdmin, student, otherTenantAdmin, anonymous, pupils } = world;
  const request = { params: { id: world.course_id }, query: {} };
  expect((await anonymous.send(getGradebook, request)).status).toBe(401);
  expect((await otherTenantAdmin.send(getGradebook, request)).status).toBe(404);
  expect((await student.send(getGradebook, request)).status).toBe(404);
  expect((await (pupils[0] as TestActor).send(getGradebook, request)).status).toBe(403);
  for (const actor of [teacher, coTeacher, admin, districtAdmin])
    expect((await actor.send(getGradebook, request)).status).toBe(200);
  const openings = await build(world.platform, (tx) =>
    tx.selectFrom('audit_events').select('actor_id').where('action', '=', 'gradebook.opened').execute(),
  );
  expect(openings.map(({ actor_id }) => actor_id).sort()).toEqual([admin.id, districtAdmin.id].sort());
});

test('TCH-100 a cell changed in the meantime is a conflict with its value, author and time; the other cells go through', async () => {
  const { teacher, coTeacher, pupils } = world;
  const assignment_id = await world.anAssignment();
  const [first, second] = pupils as [TestActor, TestActor];
  const cell = (pupil: TestActor, entry: string) => ({
    assignment_id,
    student_id: pupil.id,
    grade_version: 0,
    entry,
  });
  await write(teacher, [cell(first, '17')]);
  const reply = await write(coTeacher, [cell(first, '12'), cell(second, '9.5')]);
  expect(reply.body.results).toMatchObject([
    {
      status: 'conflict',
      cell: { entry: '17', grade_version: 1, graded_by: { id: teacher.id }, graded_at: expect.any(String) },
    },
    { status: 'saved', cell: { entry: '9.5', entered_score: '9.5', grade_version: 1 } },
  ]);
  const mine = await write(coTeacher, [{ ...cell(first, '12'), grade_version: 1 }]);
  expect(mine.body.results[0]).toMatchObject({ status: 'saved', cell: { entry: '12', grade_version: 2 } });
  const history = await build(world.platform, (tx) =>
    tx
      .selectFrom('grade_changes')
      .select(['before', 'after', 'changed_by'])
      .where('student_id', '=', first.id)
      .where('assignment_id', '=', assignment_id)
      .orderBy('id')
      .execute(),
  );
  expect(history).toMatchObject([
    { before: { entry: null }, after: { entry: '17' }, changed_by: teacher.id },
    { before: { entry: '17' }, after: { entry: '12' }, changed_by: coTeacher.id },
  ]);
});

test('TCH-100 two co-teachers who write the same cells at once lose nothing: one is saved, the other told', async () => {
  const { teacher, coTeacher, pupils } = world;
  const columns = await Promise.all(Array.from({ length: 6 }, () => world.anAssignment()));
  const cells = (entry: string, order: string[]) =>
    order.flatMap((assignment_id) =>
      pupils.map((pupil) => ({ assignment_id, student_id: pupil.id, grade_version: 0, entry })),
    );
  const [mine, theirs] = await Promise.all([
    write(teacher, cells('11', columns)),
    write(coTeacher, cells('13', [...columns].reverse())),
  ]);
  const results = [...mine.body.results, ...theirs.body.results];
  expect(results.filter(({ status }: { status: string }) => status === 'saved')).toHaveLength(24);
  expect(results.filter(({ status }: { status: string }) => status === 'conflict')).toHaveLength(24);
  const stored = await build(world.platform, (tx) =>
    tx.selectFrom('student_work').select(['grade_version']).where('assignment_id', 'in', columns).execute(),
  );
  expect(stored.every(({ grade_version }) => grade_version === 1)).toBe(true);
  const changes = await build(world.platform, (tx) =>
    tx.selectFrom('grade_changes').select('id').where('assignment_id', 'in', columns).execute(),
  );
  expect(changes).toHaveLength(24);
});

test('TCH-102 all or nothing: one refusal writes none of the cells and all refusals are named', async () => {
  const { teacher, pupils } = world;
  const assignment_id = await world.anAssignment();
  const cell = (place: number, entry: string) => ({
    assignment_id,
    student_id: pupils[place]?.id ?? '',
    grade_version: 0,
    entry,
  });
  const reply = await write(teacher, [cell(0, '5'), cell(1, '-3'), cell(2, 'nonsense')], {
    mode: 'all_or_nothing',
  });
  expect(reply.status).toBe(422);
  expect(reply.body).toMatchObject({
    code: 'gradebook.refused',
    errors: [
      { pointer: '/cells/1', code: 'score_negative' },
      { pointer: '/cells/2', code: 'not_understood' },
    ],
  });
  const row = (await sheet(teacher)).rows.find(({ student_id }) => student_id === pupils[0]?.id);
  const columns = (await sheet(teacher)).columns;
  const at = columns.findIndex(({ id }) => id === assignment_id);
  expect(readCells(row?.cells ?? '', columns.length)[at]).toMatchObject({ state: 'none', version: 0 });
});

test('TCH-102 an idempotency key gives the first result again; more than 5,000 cells are too many', async () => {
  const { teacher, pupils } = world;
  const assignment_id = await world.anAssignment();
  const cells = [{ assignment_id, student_id: pupils[0]?.id ?? '', grade_version: 0, entry: '8' }];
  const send = () =>
    teacher.send(
      updateGradebookCells,
      { params: { id: world.course_id }, body: { cells } },
      { 'idempotency-key': 'once' },
    );
  const first = await send();
  const again = await send();
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.body).toEqual(first.body);
  expect(again.body.results[0].cell.grade_version).toBe(1);
  const many = Array.from({ length: 5_001 }, () => ({ ...cells[0], grade_version: 0 }) as GradeCellChange);
  expect((await write(teacher, many)).status).toBe(413);
});

test('TCH-96 a negative score is refused, one above the points is noted, one above twice the points asks again', async () => {
  const { teacher, pupils } = world;
  const assignment_id = await world.anAssignment({ points: '50' });
  const cell = (place: number, entry: string, more: object = {}) => ({
    assignment_id,
    student_id: pupils[place]?.id ?? '',
    grade_version: 0,
    entry,
    ...more,
  });
  const reply = await write(teacher, [cell(0, '-1'), cell(1, '60'), cell(2, '101')]);
  expect(reply.body.results).toMatchObject([
    { status: 'refused', code: 'score_negative' },
    { status: 'saved', notice: 'above_points' },
    { status: 'refused', code: 'confirm_high' },
  ]);
  const sure = await write(teacher, [cell(2, '101', { confirm_high: true })]);
  expect(sure.body.results[0]).toMatchObject({ status: 'saved', notice: 'above_points' });
});

test('TCH-90 the sheet has every cell in compact form, and asks for what changed since', async () => {
  const { teacher, pupils, clock } = world;
  const assignment_id = await world.anAssignment();
  clock.advance({ minutes: 1 });
  const before = await sheet(teacher);
  expect(before.rows).toHaveLength(4);
  expect(before.columns.at(-1)).toMatchObject({ id: assignment_id, points_possible: '20' });
  clock.advance({ minutes: 1 });
  await write(teacher, [{ assignment_id, student_id: pupils[1]?.id ?? '', grade_version: 0, entry: 'EX' }]);
  clock.advance({ minutes: 1 });
  const { state } = await sheet(teacher);
  const quiet = await sheet(teacher, { since: state });
  expect(quiet.rows).toEqual([]);
  const changed = await sheet(teacher, { since: before.state });
  expect(changed.frame).toBe(before.frame);
  expect(changed.rows.map(({ student_id }) => student_id)).toEqual([pupils[1]?.id]);
  const cells = readCells(changed.rows[0]?.cells ?? '', before.columns.length);
  expect(cells.filter(Boolean)).toHaveLength(1);
  expect(cells.at(-1)).toMatchObject({ state: 'excused', entry: 'EX', version: 1 });
});

test('TCH-78 the sheet does not say who got what in anonymous work, and takes no grade for it', async () => {
  const { teacher, pupils } = world;
  const assignment_id = await world.anAssignment({ is_anonymous: true });
  await world.changeWork(assignment_id, pupils[0]?.id ?? '', {
    entry: '19',
    entered_score: '19',
    effective_score: '19',
    grade_state: 'graded',
  });
  const { columns, rows } = await sheet(teacher);
  const own = rows.find(({ student_id }) => student_id === pupils[0]?.id);
  expect(readCells(own?.cells ?? '', columns.length).at(-1)).toMatchObject({
    is_anonymous: true,
    score: null,
    entry: null,
  });
  const cell = { assignment_id, student_id: pupils[0]?.id ?? '', grade_version: 0, entry: '3' };
  const reply = await write(teacher, [cell, cell]);
  expect(reply.body.results).toMatchObject([
    { status: 'refused', code: 'anonymous', cell: null },
    { status: 'refused', code: 'duplicate', cell: null },
  ]);
});

test('a cell of a student who is not in the course is refused like one that is not there', async () => {
  const assignment_id = await world.anAssignment();
  const reply = await write(world.teacher, [
    { assignment_id, student_id: newId(), grade_version: 0, entry: '3' },
  ]);
  expect(reply.body.results[0]).toMatchObject({ status: 'refused', code: 'not_assigned', cell: null });
});
