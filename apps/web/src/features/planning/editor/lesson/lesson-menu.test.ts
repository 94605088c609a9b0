import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const lessonId = '01900000-0000-7000-8000-00000000bbbb';
const unitId = '01900000-0000-7000-8000-00000000aaaa';
const otherId = '01900000-0000-7000-8000-00000000cccc';
const copyId = '01900000-0000-7000-8000-00000000dddd';
const lesson = `/lesson_plans/${lessonId}`;
const units = [
  { id: unitId, title: 'Waves', course_name: 'Physics', can: { update: true } },
  { id: otherId, title: 'Optics', course_name: 'Physics', can: { update: true } },
  { id: copyId, title: 'Colours of others', course_name: null, can: { update: false } },
];

interface Sent {
  call: string;
  body: unknown;
}

async function open() {
  const sent: Sent[] = [];
  const api = (route: Route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const path = pathname.replace('/api/v1', '');
    if (request.method() === 'GET') return route.fulfill({ json: { data: units, next_cursor: null } });
    sent.push({ call: `${request.method()} ${path}${search}`, body: request.postDataJSON() });
    const isAsked = request.method() === 'DELETE' && path === lesson && !search.includes('confirm=true');
    if (isAsked) return route.fulfill({ status: 409, json: problem(409, 'plan.in_use') });
    return route.fulfill({ json: { id: copyId } });
  };
  const me = { capabilities: { 'lesson_plans.create': ['tenant'] } } as never;
  const page = await scenes.open('lessonMenu', { api, me });
  await page.getByRole('button', { name: 'More for Light' }).click();
  return { page, sent };
}

async function choose(page: Page, action: string) {
  const dialog = page.getByRole('dialog', { name: `${action} “Light”` });
  await dialog.getByRole('combobox', { name: 'Unit' }).fill('Opt');
  await page.getByRole('option', { name: /Optics/ }).waitFor();
  const offered = await page.getByRole('option').allTextContents();
  await page.getByRole('option', { name: /Optics/ }).click();
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  return offered.map((text) => text.replace('Physics', ''));
}

test('PLN-14 a lesson is moved to a unit one may change, and undo brings it back to its place', async () => {
  const { page, sent } = await open();
  await page.getByRole('menuitem', { name: 'Move to another unit…' }).click();
  expect(await choose(page, 'Move')).toEqual(['Optics']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => sent)
    .toEqual([
      { call: `POST ${lesson}/move`, body: { unit_plan_id: otherId } },
      { call: `POST ${lesson}/move`, body: { unit_plan_id: unitId, position: 3 } },
    ]);
  await page.context().close();
});

test('PLN-14 a lesson is copied, into its own unit too, and undo bins the copy', async () => {
  const { page, sent } = await open();
  await page.getByRole('menuitem', { name: 'Copy to a unit…' }).click();
  expect(await choose(page, 'Copy')).toEqual(['Waves', 'Optics']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => sent.map(({ call }) => call))
    .toEqual([`POST ${lesson}/copy`, `DELETE /lesson_plans/${copyId}`]);
  await page.context().close();
});

test('PLN-22 a lesson on the calendar is binned only after one was told so, and undo restores it', async () => {
  const { page, sent } = await open();
  await page.getByRole('menuitem', { name: 'Move to the bin' }).click();
  const question = page.getByRole('dialog', { name: '“Light” is on the calendar' });
  await question.getByRole('button', { name: 'Move to the bin' }).click();
  await question.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => sent.map(({ call }) => call))
    .toEqual([`DELETE ${lesson}`, `DELETE ${lesson}?confirm=true`, `POST ${lesson}/restore_deleted`]);
  await page.context().close();
});
