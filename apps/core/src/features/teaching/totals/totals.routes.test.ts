import { type GradeCellChange, getGradebook, updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { listLearnerCourses } from '@k12/contracts/teaching/learning';
import {
  explainTotal,
  getGradebookSettings,
  listChangeSets,
  listGradeHistory,
  listTotals,
  overrideCourseGrade,
  revertChangeSet,
  updateGradebookSettings,
} from '@k12/contracts/teaching/totals';
import { beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../platform/auth/actor.ts';
import { createContext } from '../../../platform/context.ts';
import { type AGradebook, aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { recalculateCourse } from './totals.service.ts';

let world: AGradebook;
let ada: TestActor;
const id = () => world.course_id;
beforeAll(async () => {
  world = await aGradebook(3);
  [ada] = world.pupils as [TestActor];
  await buildWorkedExample();
});

/** The course of TCH-119, its grades written over HTTP. */
async function buildWorkedExample() {
  const late_policy = {
    grace_minutes: 0,
    deduction_percent: 10,
    deduction_per: 'day',
    floor_percent: 0,
    hard_stop_days: null,
  };
  await world.changeSettings({ calculation: 'weighted', posting: 'manual', late_policy });
  const category = (name: string, weight_percent: string, drop_lowest = 0) =>
    world.insert('grade_categories', { name, weight_percent, drop_lowest });
  const homework = await category('Homework', '30', 1);
  const tests = await category('Tests', '60');
  const participation = await category('Participation', '10');
  const work = (category_id: string, points: string, more: object = {}) =>
    world.anAssignment({ category_id, points, due_at: '2026-11-10T23:00:00Z', ...more });
  const columns = [
    [await work(homework, '10'), '5'],
    [await work(homework, '50'), '30'],
    [await work(homework, '20'), '18'],
    [await work(homework, '10'), 'EX'],
    [await work(homework, '5', { is_extra_credit: true }), '3'],
    [await work(tests, '50'), '42'],
    [await work(tests, '100'), '90'],
    [await work(tests, '100'), 'INC'],
    [await work(participation, '10'), ''],
  ] as const;
  const [, , late] = columns;
  await world.changeWork(late[0], ada.id, {
    submitted_at: '2026-11-12T10:00:00Z',
    submission_state: 'submitted',
    late_seconds: 126_000,
  });
  const cells = columns.map(([assignment_id, entry]) => ({
    assignment_id,
    student_id: ada.id,
    grade_version: 0,
    entry,
  }));
  await world.teacher.call(updateGradebookCells, { params: { id: id() }, body: { cells } });
}

const explain = (actor: TestActor, query: object = {}) =>
  actor.send(explainTotal, { params: { id: id(), student_id: ada.id }, query });

test('TCH-119 the worked example gives 83.1111 and 74.8000 in the sheet, in the list of totals and in the explanation', async () => {
  const { teacher } = world;
  const sheet = await teacher.call(getGradebook, { params: { id: id() }, query: {} });
  const shown = sheet.totals.find(({ student_id }) => student_id === ada.id);
  expect(shown).toMatchObject({ so_far: '83.1111', if_nothing_more: '74.8000', label: 'B' });
  expect(shown?.dropped).toHaveLength(1);
  const { data } = await teacher.call(listTotals, { params: { id: id() }, query: {} });
  expect(data).toMatchObject([{ so_far: '83.1111', if_nothing_more: '74.8000' }]);
  const { body } = await explain(teacher, { kind: 'so_far' });
  expect(body).toMatchObject({ percent: '83.1111', label: 'B', weight_sum: '90' });
  const [homework, tests, participation] = body.categories;
  expect(homework).toMatchObject({
    name: 'Homework',
    earned: '22',
    possible: '30',
    percent: '73.3333',
    rescaled_weight: '33.3333',
  });
  expect(homework.cells).toMatchObject([
    { score: '5', reason: null, percent_otherwise: '67.1429' },
    { score: '30', reason: 'dropped_lowest' },
    { entered_score: '18', deduction: '4', score: '14' },
    { reason: 'excused' },
    { counted_as: 'extra_credit', score: '3' },
  ]);
  expect(tests).toMatchObject({ percent: '88.0000' });
  expect(participation).toMatchObject({ percent: null });
  expect((await explain(teacher, { kind: 'if_nothing_more' })).body).toMatchObject({ percent: '74.8000' });
});

test('TCH-118 TCH-82 students are explained what is posted of their own, and nothing of others', async () => {
  const { pupils, teacher } = world;
  const mine = await explain(ada);
  expect(mine.status).toBe(200);
  expect(mine.body).toMatchObject({ view: 'posted', percent: null });
  expect(JSON.stringify(mine.body)).not.toContain('"18"');
  expect((await explain(pupils[1] as TestActor)).status).toBe(404);
  expect((await explain(world.otherTenantTeacher)).status).toBe(404);
  expect((await explain(world.anonymous)).status).toBe(401);
  const family = await explain(teacher, { view: 'posted' });
  expect(family.body).toEqual(mine.body);
});

test('TCH-118 where a course shows students no totals they get no explanation of one', async () => {
  const { teacher } = world;
  const change = async (totals_for_students: 'yes' | 'no') => {
    const { lock_version } = await teacher.call(getGradebookSettings, { params: { id: id() } });
    const body = { settings: { totals_for_students }, lock_version };
    await teacher.call(updateGradebookSettings, { params: { id: id() }, body });
  };
  await change('no');
  expect((await explain(ada)).status).toBe(403);
  await change('yes');
});

test('TCH-109 weights that do not sum to 100 are refused as final, and kept as a draft that says so', async () => {
  const { teacher, coTeacher } = world;
  const params = { id: id() };
  const before = await teacher.call(getGradebookSettings, { params });
  expect(before).toMatchObject({ weight_total: '100', is_final: true });
  const [homework] = before.categories;
  const categories = [{ id: homework?.id ?? '', weight_percent: 40, drop_lowest: 1, drop_highest: 0 }];
  const body = { settings: {}, categories, lock_version: before.lock_version };
  const refused = await teacher.send(updateGradebookSettings, { params, body });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'gradebook.weights', context: { sum: '110' } });
  const draft = await teacher.call(updateGradebookSettings, { params, body: { ...body, is_draft: true } });
  expect(draft).toMatchObject({ weight_total: '110', is_final: false });
  const stale = await coTeacher.send(updateGradebookSettings, { params, body: { ...body, is_draft: true } });
  expect(stale.status).toBe(409);
  const back = [
    { ...categories[0], id: homework?.id ?? '', weight_percent: 30, drop_lowest: 1, drop_highest: 0 },
  ];
  await teacher.call(updateGradebookSettings, {
    params,
    body: { settings: {}, categories: back, lock_version: draft.lock_version },
  });
});

test('TCH-117 the job of a course gives every student the same totals as the request of one', async () => {
  const { platform, tenant } = world;
  const read = () =>
    build(platform, (tx) =>
      tx
        .selectFrom('course_grades')
        .select(['student_id', 'so_far_percent', 'if_nothing_more_percent', 'posted_so_far_percent'])
        .where('student_id', '=', ada.id)
        .execute(),
    );
  const before = await read();
  const context = createContext({ platform, actor: systemActor(tenant.id, 'test'), request_id: 'test' });
  await recalculateCourse(context, id());
  expect(await read()).toEqual(before);
  const all = await build(platform, (tx) =>
    tx.selectFrom('course_grades').select('student_id').where('course_id', '=', id()).execute(),
  );
  expect(all).toHaveLength(3);
});

test('TCH-120 a grade set by hand keeps the calculated one beside it, and needs a reason', async () => {
  const { teacher, coTeacher } = world;
  const params = { id: id() };
  const body = { student_id: ada.id, grading_period_id: null, percent: '90', label: null };
  const silent = await teacher.send(overrideCourseGrade, {
    params,
    body: { ...body, reason: '', lock_version: 0 },
  });
  expect(silent.status).toBe(422);
  const given = { ...body, reason: 'Strong second half of the term' };
  const made = await teacher.call(overrideCourseGrade, { params, body: { ...given, lock_version: 0 } });
  expect(made).toMatchObject({ so_far: '83.1111', override: { percent: '90.0000', reason: given.reason } });
  const learned = await ada.call(listLearnerCourses, { params: { id: ada.id } });
  const shown = learned.data.find((course) => course.id === id())?.total;
  expect(shown).toEqual({ percent: '90', label: null, is_early: false, is_by_hand: true });
  const stale = await coTeacher.send(overrideCourseGrade, { params, body: { ...given, lock_version: 0 } });
  expect(stale.status).toBe(409);
  expect(stale.body.current).toMatchObject({ override: { percent: '90.0000' } });
  const { data } = await teacher.call(listGradeHistory, { params, query: { subject: 'total' } });
  expect(data).toMatchObject([{ reason: given.reason, changed_by: { id: teacher.id }, student_id: ada.id }]);
});

test('TCH-99 TCH-185 a wrong fill is taken back as a whole by its author, but not cells changed since, which are listed', async () => {
  const { teacher, coTeacher, pupils } = world;
  const params = { id: id() };
  const assignment_id = await world.anAssignment();
  const cell = (pupil: TestActor, entry: string, grade_version = 0): GradeCellChange => ({
    assignment_id,
    student_id: pupil.id,
    grade_version,
    entry,
  });
  const write = (actor: TestActor, cells: GradeCellChange[], more: object = {}) =>
    actor.call(updateGradebookCells, { params, body: { cells, ...more } });
  const [first, second, third] = pupils as [TestActor, TestActor, TestActor];
  await write(teacher, [cell(first, '12')]);
  const filled = await write(teacher, [cell(first, '0', 1), cell(second, '0'), cell(third, '0')], {
    action: 'fill',
  });
  await write(coTeacher, [cell(third, '18', 1)]);
  const target = { params: { id: filled.change_set_id ?? '' } };
  expect((await coTeacher.send(revertChangeSet, target)).status).toBe(403);
  const { data: sets } = await teacher.call(listChangeSets, { params, query: {} });
  expect(sets[0]).toMatchObject({
    id: filled.change_set_id,
    action: 'fill',
    cells_count: 3,
    can: { revert: true },
  });
  const reverted = await teacher.call(revertChangeSet, target);
  expect(reverted).toMatchObject({ reverted_count: 2, skipped: [{ student_id: third.id }] });
  expect((await teacher.send(revertChangeSet, target)).status).toBe(409);
  const stored = await build(world.platform, (tx) =>
    tx
      .selectFrom('student_work')
      .select(['student_id', 'entry', 'grade_state'])
      .where('assignment_id', '=', assignment_id)
      .execute(),
  );
  const entryOf = (pupil: TestActor) => stored.find(({ student_id }) => student_id === pupil.id);
  expect(entryOf(first)).toMatchObject({ entry: '12', grade_state: 'graded' });
  expect(entryOf(second)).toMatchObject({ entry: null, grade_state: 'none' });
  expect(entryOf(third)).toMatchObject({ entry: '18' });
  const undone = await write(coTeacher, [cell(third, '17', 2)], { action: 'undo' });
  expect([undone.saved_count, undone.change_set_id]).toEqual([1, null]);
});

test('TCH-99 a change set older than 30 days is not taken back any more', async () => {
  const { teacher, clock } = world;
  const assignment_id = await world.anAssignment();
  const cells = [{ assignment_id, student_id: ada.id, grade_version: 0, entry: '7' }];
  const made = await teacher.call(updateGradebookCells, {
    params: { id: id() },
    body: { cells, action: 'fill' },
  });
  await build(world.platform, (tx) =>
    tx
      .updateTable('change_sets')
      .set({ made_at: new Date(clock.now().getTime() - 31 * 86_400_000).toISOString() })
      .where('id', '=', made.change_set_id)
      .execute(),
  );
  expect((await teacher.send(revertChangeSet, { params: { id: made.change_set_id ?? '' } })).status).toBe(
    410,
  );
});

test('TCH-121 a locked period refuses scores of its work, and no total moves; a reopening lets its teacher in', async () => {
  const { teacher, admin } = world;
  const period = await world.insert('grading_periods', {
    name: 'Quarter 1',
    starts_on: '2026-09-07',
    ends_on: '2026-10-30',
    state: 'locked',
  });
  const assignment_id = await world.anAssignment({ due_at: '2026-10-01T12:00:00Z' });
  const cells = [{ assignment_id, student_id: ada.id, grade_version: 0, entry: '7' }];
  const write = () => teacher.call(updateGradebookCells, { params: { id: id() }, body: { cells } });
  const before = await teacher.call(listTotals, { params: { id: id() }, query: {} });
  expect((await write()).results).toMatchObject([{ status: 'refused', code: 'period_locked' }]);
  expect(await teacher.call(listTotals, { params: { id: id() }, query: {} })).toEqual(before);
  const { lock_version } = await teacher.call(getGradebookSettings, { params: { id: id() } });
  const settings = {
    params: { id: id() },
    body: { settings: { calculation: 'points' as const }, lock_version },
  };
  expect((await teacher.send(updateGradebookSettings, settings)).body).toMatchObject({
    code: 'period_locked',
  });
  await build(world.platform, (tx) =>
    tx
      .insertInto('grading_period_reopens')
      .values({
        tenant_id: world.tenant.id,
        id: crypto.randomUUID(),
        grading_period_id: period,
        teacher_id: teacher.id,
        until_at: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
        reason: 'Marks came late',
        reopened_by: admin.id,
        reopened_at: world.clock.now().toISOString(),
      })
      .execute(),
  );
  expect((await write()).results).toMatchObject([{ status: 'saved' }]);
});
