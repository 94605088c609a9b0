import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`;
const course = id('f1');
const can = { update: true, delete: true, publish: true, archive: true };
const item = (last: string, kind: string, title: string) => ({
  ...{ id: id(last), module_id: id('b1'), kind, target_id: id('c1'), title, own_title: null, url: null },
  ...{ indent: 0, state: 'published', publish_at: null, completion_rule: 'view', completion_minimum: null },
  ...{ due_at: null, points_possible: null, target_state: null, lock_version: 1 },
});
const module = (last: string, title: string, items: object[]) => ({
  ...{ id: id(last), course_id: course, title, description: '', state: 'published', publish_at: null },
  ...{ unlock_at: null, section_ids: [], prerequisite_ids: [], is_sequential: false, sequential: false },
  ...{ unit_plan_id: null, has_unit_changes: false, starts_on: null, ends_on: null, items },
  ...{ lock_version: 1, can },
});
const outline = {
  data: [module('b1', 'Cells', [item('d1', 'page', 'Safety')])],
  can: { create: true },
  version: 1,
};
const archived = { ...outline, data: [module('b2', 'Old lab', [])] };
const deleted_at = '2026-11-16T12:00:00Z';
const bin = [
  { kind: 'module', id: id('b3'), title: 'Plants', deleted_at },
  { kind: 'item', id: id('d3'), title: 'Map', deleted_at },
  { kind: 'page', id: id('c3'), title: 'Rules', deleted_at },
];
const standing = (state: string, how: string) => ({ state, how });
const progress = {
  items: [{ id: id('d1'), title: 'Safety', kind: 'page', completion_rule: 'view' }],
  students: [
    ['e1', 'Ada Okafor', 1, standing('done', 'rule')],
    ['e2', 'Ben Ito', 0, standing('not_started', 'rule')],
  ].map(([last, name, done_count, one]) => ({
    ...{ student_id: id(String(last)), name, required_count: 1, done_count, items: { [id('d1')]: one } },
  })),
};

async function openModules() {
  const sent: [string, unknown][] = [];
  const page = await scenes.open('/teach/courses/[courseId]/modules', {
    api: async (route) => {
      const { pathname, searchParams } = new URL(route.request().url());
      const path = pathname.replace('/api/v1', '');
      const method = route.request().method();
      const json = (body: object) => route.fulfill({ json: body });
      if (method !== 'GET') {
        sent.push([`${method} ${path}`, route.request().postDataJSON()]);
        return method === 'DELETE' ? route.fulfill({ status: 204 }) : json({ changed_count: 1 });
      }
      if (path === `/courses/${course}/modules`)
        return json(searchParams.get('archived') ? archived : outline);
      if (path === `/courses/${course}/modules/deleted`) return json({ data: bin });
      if (path === `/modules/${id('b1')}/progress`) return json(progress);
      return route.fulfill({ status: 404, json: { type: 'about:blank', title: 'No', status: 404 } });
    },
  });
  return { page, sent };
}

test('TCH-05 TCH-28 (page) what left the outline is found again: archived modules, deleted modules, items and pages', async () => {
  const { page, sent } = await openModules();
  await page.getByRole('button', { name: 'Archive and bin' }).click();
  const drawer = page.getByRole('dialog', { name: 'Archive and bin' });
  await drawer.getByRole('button', { name: /Take out.*Old lab/ }).click();
  for (const name of ['Plants', 'Map', 'Rules']) {
    await drawer.getByRole('button', { name: new RegExp(`Restore.*${name}`) }).click();
    await page.getByText(`${name} is back`).first().waitFor();
  }
  expect(sent.map(([what]) => what)).toEqual([
    `POST /modules/${id('b2')}/archive`,
    `POST /modules/${id('b3')}/restore`,
    `POST /module_items/${id('d3')}/restore`,
    `POST /course_pages/${id('c3')}/restore`,
  ]);
  await page.context().close();
});

test('TCH-28 (page) a page is deleted from its place in a module, and brought back', async () => {
  const { page, sent } = await openModules();
  await page.getByRole('button', { name: 'More for Safety' }).click();
  await page.getByRole('menuitem', { name: 'Delete the page' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => sent.map(([what]) => what))
    .toEqual([`DELETE /course_pages/${id('c1')}`, `POST /course_pages/${id('c1')}/restore`]);
  await page.context().close();
});

test('TCH-22 TCH-24 (page) who is how far in a module, those furthest behind first; a teacher decides for one', async () => {
  const { page, sent } = await openModules();
  await page.getByRole('button', { name: 'More for Cells' }).click();
  await page.getByRole('menuitem', { name: 'Who is how far' }).click();
  const drawer = page.getByRole('dialog', { name: 'Progress in Cells' });
  await drawer.getByText('1 of 2 students are through.').waitFor();
  const names = drawer.getByRole('button', { name: /Okafor|Ito/ });
  expect(await names.allTextContents()).toEqual([
    expect.stringContaining('Ben'),
    expect.stringContaining('Ada'),
  ]);
  await names.first().click();
  await drawer.getByRole('button', { name: /Mark done.*Safety/ }).click();
  const decided = { student_ids: [id('e2')], to: 'done' };
  await expect.poll(() => sent).toEqual([[`POST /module_items/${id('d1')}/complete`, decided]]);
  await page.context().close();
});
