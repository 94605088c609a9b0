import {
  archiveCourse,
  copyCourse,
  deleteCourse,
  getCourseCopy,
  listDeletedCourses,
  restoreCourse,
  shiftCourseDates,
} from '@k12/contracts/teaching/course-copy';
import { getCourse, listCourses } from '@k12/contracts/teaching/courses';
import { createModuleItems, revertCourseChange } from '@k12/contracts/teaching/module-items';
import { createModule, listModules } from '@k12/contracts/teaching/modules';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';
import { contextOfTests } from '../../../test/records.teaching.ts';
import { runCopy } from './run-copy.service.ts';

const world = await aGradebook(1);
const { teacher, admin, course_id, ids, otherTenantTeacher } = world;
const course = { params: { id: course_id } };
// Friday of the week before Thanksgiving week, 23:59 in the school's time.
const due = '2026-11-21T04:59:00.000Z';

async function dueOf(assignmentId: string) {
  const row = await build(world.platform, (tx) =>
    tx
      .selectFrom('assignment_dates')
      .select('due_at')
      .where('assignment_id', '=', assignmentId)
      .executeTakeFirstOrThrow(),
  );
  return row.due_at && new Date(row.due_at).toISOString();
}

test('TCH-03 shifting shows before and after, moves by school days at the same clock time, and is taken back in one act', async () => {
  const zone = await build(world.platform, (tx) =>
    tx.selectFrom('schools').select('time_zone').where('id', '=', world.school.id).executeTakeFirstOrThrow(),
  );
  const assignment = await world.anAssignment({ due_at: due });
  const local = (at: string | null) =>
    at &&
    new Intl.DateTimeFormat('sv', {
      timeZone: zone.time_zone,
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(new Date(at));
  const body = { school_days: 3, preview: true };
  const preview = await teacher.call(shiftCourseDates, { ...course, body });
  const shown = preview.dates.find(({ field }) => field === 'due_at');
  expect(preview.change_id).toBeNull();
  expect(await dueOf(assignment)).toBe(due);
  const applied = await teacher.call(shiftCourseDates, { ...course, body: { ...body, preview: false } });
  const [before, after] = [local(due) ?? '', local(await dueOf(assignment)) ?? ''];
  expect(local(shown?.after ?? null)).toBe(after);
  expect(after.slice(11)).toBe(before.slice(11));
  // Three school days on: Monday, Tuesday, and past the three days of Thanksgiving to Monday, 30 November.
  expect([before.slice(0, 10), after.slice(0, 10)]).toEqual(['2026-11-20', '2026-11-30']);
  const cell = await build(world.platform, (tx) =>
    tx
      .selectFrom('student_work')
      .select('due_at')
      .where('assignment_id', '=', assignment)
      .executeTakeFirstOrThrow(),
  );
  expect(new Date(cell.due_at ?? 0).toISOString()).toBe(await dueOf(assignment));
  const undo = { params: { id: applied.change_id ?? '' }, body: {} };
  expect(await teacher.call(revertCourseChange, undo)).toEqual({ reverted_count: 1, kept: [] });
  expect(await dueOf(assignment)).toBe(due);
});

test('TCH-03 TCH-121 dates in a locked period, or moved into one, stay and say why', async () => {
  const period = await world.insert('grading_periods', {
    name: 'Second quarter',
    starts_on: '2026-11-24',
    ends_on: '2026-12-18',
    locks_at: '2026-11-01T00:00:00Z',
  });
  const before = await world.anAssignment({ title: 'Leaves in', due_at: due });
  const inside = await world.anAssignment({ title: 'Roots in', due_at: '2026-12-02T04:59:00.000Z' });
  const later = await world.anAssignment({ title: 'Stems in', due_at: '2027-01-20T04:59:00.000Z' });
  const { dates } = await teacher.call(shiftCourseDates, {
    ...course,
    body: { school_days: 3, preview: false },
  });
  const stays = Object.fromEntries(
    dates.filter(({ title }) => title.endsWith(' in')).map(({ title, stays }) => [title, stays]),
  );
  expect(stays).toEqual({ 'Leaves in': 'locked', 'Roots in': 'locked', 'Stems in': null });
  expect(await dueOf(before)).toBe(due);
  expect(await dueOf(inside)).toBe('2026-12-02T04:59:00.000Z');
  expect(await dueOf(later)).not.toBe('2027-01-20T04:59:00.000Z');
  await build(world.platform, (tx) =>
    tx.updateTable('grading_periods').set({ locks_at: null }).where('id', '=', period).execute(),
  );
});

test('TCH-02 a copy takes the parts chosen as drafts, and lists what it left out', async () => {
  const category_id = await world.insert('grade_categories', { name: 'Labs', weight_percent: 40 });
  const assignment = await world.anAssignment({ title: 'Microscope', due_at: due, category_id });
  const section = {
    tenant_id: world.tenant.id,
    id: newId(),
    assignment_id: assignment,
    target: 'section' as const,
  };
  await build(world.platform, (tx) =>
    tx
      .insertInto('assignment_dates')
      .values({ ...section, section_id: ids.nine_b, due_at: due, created_at: due })
      .execute(),
  );
  const module = await teacher.call(createModule, { ...course, body: { title: 'Cells' } });
  const items = [{ kind: 'assignment' as const, target_id: assignment }];
  await teacher.call(createModuleItems, { params: { id: module.id }, body: { items } });
  const parts = ['modules', 'assignments', 'categories', 'policies', 'discussions'] as never;
  const body = { academic_year_id: ids.year, name: 'Biology again', parts };
  expect((await otherTenantTeacher.send(copyCourse, { ...course, body })).status).toBe(404);
  const copy = await teacher.call(copyCourse, { ...course, body });
  expect(copy.state).toBe('waiting');
  await runCopy(contextOfTests(world), copy.id);
  const done = await teacher.call(getCourseCopy, { params: { id: copy.id } });
  expect(done.state).toBe('done');
  expect(done.skipped).toContainEqual({ part: 'assignments', title: 'Microscope', reason: 'own_dates' });
  expect(done.skipped).toContainEqual({ part: 'discussions', title: '', reason: 'not_there_yet' });
  const outline = await teacher.call(listModules, { params: { id: copy.course_id }, query: {} });
  expect(outline.data.map(({ title, state }) => [title, state])).toEqual([['Cells', 'draft']]);
  const [item] = outline.data[0]?.items ?? [];
  expect(item).toMatchObject({ title: 'Microscope', target_state: 'draft', due_at: expect.any(String) });
  expect(item?.target_id).not.toBe(assignment);
  const copied = await build(world.platform, async (tx) => ({
    work: await tx
      .selectFrom('student_work')
      .select('course_id')
      .where('course_id', '=', copy.course_id)
      .execute(),
    categories: await tx
      .selectFrom('grade_categories')
      .select('name')
      .where('course_id', '=', copy.course_id)
      .execute(),
  }));
  expect(copied).toEqual({ work: [], categories: [{ name: 'Labs' }] });
});

test('TCH-04 an archived course is read by all and changed by none, leaves the lists, and an admin takes it up again', async () => {
  await teacher.call(archiveCourse, { ...course, body: {} });
  expect((await teacher.call(getCourse, course)).state).toBe('archived');
  const refused = await teacher.send(createModule, { ...course, body: { title: 'Late' } });
  expect(refused.status).toBe(403);
  const names = async (query: object) =>
    (await teacher.call(listCourses, { query })).data.map(({ id }: { id: string }) => id);
  expect(await names({})).not.toContain(course_id);
  expect(await names({ state: 'archived' })).toContain(course_id);
  expect((await teacher.send(restoreCourse, { ...course, body: {} })).status).toBe(403);
  expect((await admin.call(restoreCourse, { ...course, body: {} })).state).toBe('active');
});

test('TCH-05 deleting a course with grades needs an admin and its typed name; within 30 days it comes back whole', async () => {
  const [pupil] = world.pupils;
  const assignment = await world.anAssignment();
  await world.changeWork(assignment, pupil?.id ?? '', { grade_state: 'graded', effective_score: '5' });
  const before = await teacher.call(listModules, { ...course, query: {} });
  expect((await teacher.send(deleteCourse, { ...course, query: { confirm: 'Biology' } })).status).toBe(403);
  const unconfirmed = await admin.send(deleteCourse, { ...course, query: {} });
  expect([unconfirmed.status, unconfirmed.body.code]).toEqual([409, 'course.has_work']);
  await admin.call(deleteCourse, { ...course, query: { confirm: 'Biology' } });
  expect((await teacher.send(getCourse, course)).status).toBe(404);
  await admin.call(restoreCourse, { ...course, body: {} });
  const after = await teacher.call(listModules, { ...course, query: {} });
  expect(after.data.map(({ title, items }) => [title, items.length])).toEqual(
    before.data.map(({ title, items }) => [title, items.length]),
  );
});

test('TCH-05 the bin lists to admins of the school what can come back, and it comes back as it was', async () => {
  await admin.call(archiveCourse, { ...course, body: {} });
  await admin.call(deleteCourse, { ...course, query: { confirm: 'Biology' } });
  expect((await teacher.send(listDeletedCourses, {})).status).toBe(403);
  const { data } = await admin.call(listDeletedCourses, {});
  expect(data).toMatchObject([{ id: course_id, name: 'Biology' }]);
  const days = Date.parse(data[0]?.restorable_until ?? '') - Date.parse(data[0]?.deleted_at ?? '');
  expect(days).toBe(30 * 86_400_000);
  expect((await world.otherSchoolAdmin.call(listDeletedCourses, {})).data).toEqual([]);
  const back = await admin.call(restoreCourse, { ...course, body: {} });
  expect([back.state, back.can.restore]).toEqual(['archived', true]);
  expect((await admin.call(restoreCourse, { ...course, body: {} })).state).toBe('active');
  expect((await admin.call(listDeletedCourses, {})).data).toEqual([]);
});
