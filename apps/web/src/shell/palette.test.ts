import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000000c${at}`;
const person = (at: number, title: string) => ({
  kind: 'person',
  id: idOf(at),
  title,
  code: null,
  detail: '',
  state: 'active',
  subjects: [],
  grade_levels: [],
  owner_name: null,
  unit_plan_id: null,
  framework_id: null,
  updated_at: '2026-11-16T12:00:00Z',
});

const pin = { subject_type: 'unit_plan', subject_id: idOf(1), title: 'Photosynthesis in Leaves' };

/** A server whose answer to a search comes when the test says so. */
function searchServer(results: readonly object[] = []) {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked: string[] = [];
  const api = async (route: Route) => {
    const url = new URL(route.request().url());
    if (url.pathname === '/api/v1/me/pins') return route.fulfill({ json: { data: [pin] } });
    if (url.pathname !== '/api/v1/search/suggest') return route.fulfill({ json: { data: [] } });
    asked.push(url.searchParams.get('q') ?? '');
    await held;
    const groups = results.length > 0 ? [{ kind: 'person', count: results.length, results }] : [];
    return route.fulfill({ json: { groups } });
  };
  return { api, asked, release: () => release() };
}

const capabilities = Object.fromEntries(
  [
    'unit_plans.create',
    'unit_plans.read',
    'schools.update',
    'terms.manage',
    'users.create',
    'users.read_restricted',
  ].map((name) => [name, ['tenant']]),
);
const everything = { roles: ['admin', 'teacher'], capabilities } as never;

async function openPalette(server: ReturnType<typeof searchServer>, words = ''): Promise<Page> {
  const page = await scenes.open('palette', { me: everything, api: server.api });
  await page.getByRole('button', { name: 'Select' }).focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  if (words) await page.keyboard.type(words);
  return page;
}

const path = (page: Page) => new URL(page.url()).pathname;
const chosen = (page: Page) => page.getByRole('option', { selected: true });

test('UXP-14 UXP-15 (late answer) Enter before the records have come opens the first of them, and never the search in their place', async () => {
  const server = searchServer([person(2, 'Ada Okafor'), person(3, 'Adam Lind')]);
  const page = await openPalette(server, 'okaf');
  await expect.poll(() => server.asked).toEqual(['okaf']);
  expect(await page.getByRole('option').count()).toBe(0);
  await page.keyboard.press('Enter');
  expect(path(page)).toBe('/');
  server.release();
  await expect.poll(() => path(page)).toBe(`/admin/users/${idOf(2)}`);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.context().close();
});

test('UXP-14 (late answer) the first record is chosen once it has come, before the search for everything, and is said to be', async () => {
  const server = searchServer([person(2, 'Ada Okafor')]);
  const page = await openPalette(server, 'okaf');
  server.release();
  await expect.poll(() => chosen(page).allTextContents()).toEqual(['Ada Okafor']);
  const active = await page.getByRole('combobox').getAttribute('aria-activedescendant');
  expect(await chosen(page).getAttribute('id')).toBe(active);
  expect(await page.getByRole('option').allTextContents()).toEqual(['Ada Okafor', 'All results for “okaf”']);
  await page.context().close();
});

test('UXP-14 (highlight) records that come late stand behind what was there and leave the chosen row alone', async () => {
  const server = searchServer([person(2, 'Schooling of Ada')]);
  const page = await openPalette(server, 'school');
  await expect.poll(() => chosen(page).count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  const before = await chosen(page).textContent();
  server.release();
  await page.getByRole('option', { name: 'Schooling of Ada' }).waitFor();
  expect(await chosen(page).textContent()).toBe(before);
  await page.context().close();
});

test('UXP-13 (recents, pins, pages, actions) the palette holds what the page and its selection offer, what is pinned and where one was', async () => {
  const server = searchServer();
  const page = await scenes.open('palette', { me: everything, api: server.api });
  await page.evaluate(() => {
    history.pushState(null, '', '/admin/schools');
  });
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem('homeroom_recents')))
    .toContain('schools');
  await page.evaluate(() => {
    history.pushState(null, '', '/plan/units');
  });
  await page.getByRole('button', { name: 'Select' }).click();
  await page.keyboard.press('Control+k');
  const optionsOf = (name: string) => page.getByRole('group', { name }).getByRole('option').allTextContents();
  await expect
    .poll(() => optionsOf('On this page'))
    .toEqual(['Publish unit · Light', 'Extend due date', 'Excusex']);
  await expect.poll(() => optionsOf('Recent')).toEqual(['Schools']);
  await expect.poll(() => optionsOf('Pinned')).toEqual(['Photosynthesis in Leaves']);
  expect(await optionsOf('Pages')).toContain('Academic years');
  await page.keyboard.type('pil');
  await expect.poll(() => chosen(page).allTextContents()).toEqual(['Photosynthesis in Leaves']);
  await page.getByRole('combobox').fill('extnd');
  await expect.poll(() => chosen(page).allTextContents()).toEqual(['Extend due date']);
  await page.keyboard.press('Enter');
  await page.getByText('Extended').waitFor();
  await page.getByRole('button', { name: 'Select' }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('extend');
  await expect.poll(() => page.getByRole('option', { name: 'Extend due date' }).count()).toBe(0);
  await page.context().close();
});

test('UXP-15 Ctrl+Enter opens a tab, Tab shows further actions and Shift+Tab leaves them, Escape gives the focus back', async () => {
  const page = await openPalette(searchServer(), 'pil');
  await expect.poll(() => chosen(page).count()).toBe(1);
  const tab = page.context().waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  expect(path(await tab)).toBe(`/plan/units/${idOf(1)}`);
  expect(path(page)).toBe('/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pil');
  await expect.poll(() => chosen(page).count()).toBe(1);
  await page.keyboard.press('Tab');
  const actions = page.getByRole('group', { name: 'More actions' }).getByRole('option');
  await expect.poll(() => actions.allTextContents()).toContain('Copy the address');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('pil');
  await page.keyboard.press('Tab');
  await page.keyboard.type('prin');
  await page.keyboard.press('Enter');
  await expect.poll(() => path(page)).toBe(`/plan/units/${idOf(1)}/print`);
  await page.getByRole('button', { name: 'Select' }).focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Select');
  await page.context().close();
});

test('UXP-15 (offline) without a connection recents, pins and pages are searched, the palette says so and asks nobody', async () => {
  const server = searchServer([person(2, 'Ada Okafor')]);
  const page = await openPalette(server);
  await page.getByRole('option', { name: 'Photosynthesis in Leaves' }).waitFor();
  await page.context().setOffline(true);
  await page.getByText('No connection: your recent pages, pins and pages are searched.').waitFor();
  await page.keyboard.type('leaves');
  await expect.poll(() => chosen(page).allTextContents()).toEqual(['Photosynthesis in Leaves']);
  await page.getByRole('combobox').fill('academic');
  await expect.poll(() => chosen(page).allTextContents()).toEqual(['Academic years']);
  expect(server.asked).toEqual([]);
  await page.context().close();
});

test('TCH-106 (from anywhere) who teaches finds a student by name and opens them beside the roster of the course', async () => {
  const asked: string[] = [];
  const api = async (route: Route) => {
    const url = new URL(route.request().url());
    if (url.pathname === '/api/v1/search/suggest') return route.fulfill({ json: { groups: [] } });
    if (url.pathname !== '/api/v1/enrollments') return route.fulfill({ json: { data: [] } });
    asked.push(url.searchParams.get('q') ?? '');
    const found = { id: idOf(5), user_id: idOf(6), user_name: 'Ada Okafor' };
    const data = [{ ...found, course_id: idOf(7), course_name: 'Biology' }];
    return route.fulfill({ json: { data, next_cursor: null } });
  };
  const me = { roles: ['teacher'], capabilities: { 'enrollments.read': ['course'] } } as never;
  const page = await scenes.open('palette', { me, api });
  await page.getByRole('button', { name: 'Select' }).focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('okaf');
  const student = page.getByRole('group', { name: 'Students' }).getByRole('option');
  await student.waitFor();
  expect(await student.textContent()).toContain('Ada Okafor · Biology');
  await expect.poll(() => asked.at(-1)).toBe('okaf');
  await student.click();
  await page.waitForURL((url) => url.pathname === `/teach/courses/${idOf(7)}/roster`);
  expect(new URL(page.url()).searchParams.get('student')).toBe(idOf(6));
  await page.context().close();
});
