import {
  createCoursePage,
  deleteCoursePage,
  getCoursePage,
  restoreCoursePage,
  updateCoursePage,
} from '@k12/contracts/teaching/course-pages';
import { createModuleItems } from '@k12/contracts/teaching/module-items';
import { listMyModules, openMyItem } from '@k12/contracts/teaching/module-progress';
import { createModule, listDeletedModules, publishModule } from '@k12/contracts/teaching/modules';
import { expect, test } from 'vitest';
import { aWorkingCourse, words } from '../../../test/a-working-course.ts';

const world = await aWorkingCourse();
const { teacher, student, otherTenantTeacher, course_id } = world;
const course = { params: { id: course_id } };

function aPage(text: string) {
  return teacher.call(createCoursePage, { ...course, body: { title: 'Safety', body: words(text) } });
}

test('TCH-28 the second of two saves gets 409 with the text that stands, and saves again on top of it', async () => {
  const page = await aPage('Wear goggles');
  const at = { params: { id: page.id } };
  expect((await otherTenantTeacher.send(getCoursePage, at)).status).toBe(404);
  expect((await student.send(getCoursePage, at)).status).toBe(403);
  const { lock_version } = page;
  await teacher.call(updateCoursePage, {
    ...at,
    body: { body: words('Wear goggles and gloves'), lock_version },
  });
  const mine = { body: words('Wear a coat'), lock_version };
  const stale = await teacher.send(updateCoursePage, { ...at, body: mine });
  expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
  expect(JSON.stringify(stale.body.current.body)).toContain('Wear goggles and gloves');
  const again = { ...mine, lock_version: stale.body.current.lock_version };
  const saved = await teacher.call(updateCoursePage, { ...at, body: again });
  expect(JSON.stringify(saved.body)).toContain('Wear a coat');
});

test('TCH-28 students read a page in its module; deleted it is gone from there, restored it is back', async () => {
  const page = await aPage('Wash your hands');
  const module = await teacher.call(createModule, { ...course, body: { title: 'Lab' } });
  const items = [{ kind: 'page' as const, target_id: page.id, completion_rule: 'view' as const }];
  const { data } = await teacher.call(createModuleItems, { params: { id: module.id }, body: { items } });
  await teacher.call(publishModule, { params: { id: module.id }, body: { what: 'module_and_items' } });
  const open = await student.call(openMyItem, { params: { id: data[0]?.id ?? '' }, body: {} });
  expect(JSON.stringify(open.body)).toContain('Wash your hands');
  const count = async () =>
    (await student.call(listMyModules, { ...course, query: {} })).data[0]?.items.length;
  await teacher.call(deleteCoursePage, { params: { id: page.id } });
  expect(await count()).toBe(0);
  const inBin = async () => (await teacher.call(listDeletedModules, course)).data.map(({ id }) => id);
  const { data: bin } = await teacher.call(listDeletedModules, course);
  expect(bin).toMatchObject([{ kind: 'page', id: page.id, title: 'Safety' }]);
  await teacher.call(restoreCoursePage, { params: { id: page.id }, body: {} });
  expect(await count()).toBe(1);
  expect(await inBin()).toEqual([]);
});
