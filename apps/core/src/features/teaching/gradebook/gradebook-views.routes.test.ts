import {
  createGradebookView,
  deleteGradebookView,
  getGradebookArrangement,
  putGradebookLayout,
  SheetLayout,
  updateGradebookView,
} from '@k12/contracts/teaching/gradebook-views';
import { createGroupSet } from '@k12/contracts/teaching/groups';
import { beforeAll, expect, test } from 'vitest';
import { type AGradebook, aGradebook } from '../../../test/a-gradebook.ts';

let world: AGradebook;
beforeAll(async () => {
  world = await aGradebook(3);
});

const filters = {
  ...{ period_id: null, section_id: null, group_id: null, status: 'missing' as const, below: 60, name: '' },
  ...{ category_id: null, module_id: null, columns: 'all' as const, due_from: null, due_until: null },
  ...{ sort: { by: 'total' as const, descending: true }, shows_withdrawn: false },
};
const arrangement = (actor: AGradebook['teacher']) =>
  actor.call(getGradebookArrangement, { params: { id: world.course_id } });

test('TCH-91 the arrangement of columns is remembered on the server, for this person and this course alone', async () => {
  const { teacher, coTeacher, course_id } = world;
  const column = await world.anAssignment();
  const layout = SheetLayout.parse({ frozen: [column], order: [column], widths: { [column]: 200 } });
  await teacher.call(putGradebookLayout, { params: { id: course_id }, body: layout });
  const wider = { ...layout, widths: { [column]: 240 }, density: 'compact' as const };
  await teacher.call(putGradebookLayout, { params: { id: course_id }, body: wider });
  expect((await arrangement(teacher)).layout).toEqual(wider);
  expect((await arrangement(coTeacher)).layout).toEqual(SheetLayout.parse({}));
});

test('TCH-104 a saved view is its owner’s until it is shared; others read it then, and change nothing of it', async () => {
  const { teacher, coTeacher, pupils, otherTenantAdmin, course_id } = world;
  const place = { params: { id: course_id } };
  const body = { name: 'Who is behind', filters };
  expect((await pupils[0]?.send(createGradebookView, { ...place, body }))?.status).toBe(403);
  expect((await otherTenantAdmin.send(createGradebookView, { ...place, body })).status).toBe(404);
  const made = await teacher.call(createGradebookView, { ...place, body });
  expect(made).toMatchObject({ is_shared: false, filters, can: { update: true } });
  expect((await arrangement(coTeacher)).views).toEqual([]);
  const params = { id: made.id };
  const share = { params, body: { is_shared: true, lock_version: 0 } };
  expect((await coTeacher.send(updateGradebookView, share)).status).toBe(404);
  expect((await otherTenantAdmin.send(updateGradebookView, share)).status).toBe(404);
  await teacher.call(updateGradebookView, share);
  expect((await arrangement(coTeacher)).views).toMatchObject([
    { id: made.id, name: 'Who is behind', owner: { id: teacher.id }, can: { update: false, delete: false } },
  ]);
  expect((await coTeacher.send(deleteGradebookView, { params })).status).toBe(403);
  const stale = await teacher.send(updateGradebookView, share);
  expect([stale.status, stale.body.current.is_shared]).toEqual([409, true]);
  await teacher.call(deleteGradebookView, { params });
  expect((await arrangement(teacher)).views).toEqual([]);
});

test('TCH-104 rows can be chosen by group', async () => {
  const { teacher, pupils, course_id } = world;
  const [ada, ben] = pupils.map(({ id }) => id);
  const groups = [
    { name: 'Red', student_ids: [ada ?? ''] },
    { name: 'Blue', student_ids: [ben ?? ''] },
  ];
  await teacher.call(createGroupSet, { params: { id: course_id }, body: { name: 'Labs', groups } });
  expect((await arrangement(teacher)).groups).toMatchObject([
    { name: 'Red', set_name: 'Labs', student_ids: [ada] },
    { name: 'Blue', set_name: 'Labs', student_ids: [ben] },
  ]);
});
