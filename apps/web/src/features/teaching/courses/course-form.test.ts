import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`;
const year = (last: string, name: string, state: string) => ({ id: id(last), name, state });
const years = [
  year('a1', '2027–28', 'planned'),
  year('a2', '2026–27', 'active'),
  year('a3', '2025–26', 'closed'),
];
const term = { id: id('b1'), name: 'Fall', school_ids: [] };
const fault = (pointer: string, code: string, detail: string) => ({ pointer, code, detail });
const refusal = problem(422, 'request.invalid', {
  errors: [
    fault('/academic_year_id', 'year_closed', 'This year is closed.'),
    fault('/sections/0/term_ids/0', 'outside_year', 'Must be a term of this year.'),
  ],
});

const schools = ['North', 'South'].map((name, at) => ({ id: id(`c${at}`), name, code: name }));
const capabilities = { 'courses.read': ['own'], 'courses.create': ['school'] } as never;

/** Refuses the first course and takes the second. */
function aServer(sent: unknown[]) {
  return async (route: Route) => {
    const { pathname } = new URL(route.request().url());
    const list = (data: unknown[]) => route.fulfill({ json: { data, next_cursor: null } });
    if (pathname.endsWith('/academic_years')) return list(years);
    if (pathname.endsWith('/terms')) return list([term]);
    if (route.request().method() !== 'POST') return list([]);
    sent.push(route.request().postDataJSON());
    if (sent.length === 1) return route.fulfill({ status: 422, json: refusal });
    return route.fulfill({ status: 201, json: { id: id('d1') } });
  };
}

test('TCH-01 (page) a course is made with its first section, every refusal stands at its field, and it opens once it is there', async () => {
  const sent: unknown[] = [];
  const page = await scenes.open('/teach/courses', {
    me: { capabilities, schools: schools as never },
    api: aServer(sent),
  });
  await page.getByRole('button', { name: 'New course' }).first().click();
  const form = page.getByRole('dialog', { name: 'New course' });
  const chosenYear = form.getByRole('combobox', { name: /^Academic year/ });
  await chosenYear.waitFor();
  expect(await chosenYear.locator('option').allTextContents()).toEqual(['2027–28', '2026–27']);
  const create = form.getByRole('button', { name: 'Create course' });
  await create.click();
  await form.getByRole('link', { name: 'Name: This is needed' }).waitFor();
  expect(sent).toEqual([]);

  await form.getByRole('textbox', { name: /^Name/ }).fill('Biology');
  await form.getByRole('combobox', { name: /^School/ }).selectOption('South');
  await form.getByRole('combobox', { name: /^Term/ }).selectOption('Fall');
  await form.getByRole('textbox', { name: /^First section/ }).fill('9A');
  await form.getByRole('radio', { name: 'Teal' }).check();
  await create.click();
  await form.getByRole('link', { name: 'Academic year: This year is closed.' }).waitFor();
  await form.getByRole('link', { name: 'Term: Must be a term of this year.' }).waitFor();
  expect(await chosenYear.getAttribute('aria-invalid')).toBe('true');

  await create.click();
  await page.waitForURL(`**/teach/courses/${id('d1')}`);
  expect(sent[1]).toEqual({
    ...{ school_id: id('c1'), academic_year_id: id('a2'), name: 'Biology', code: '', subject: '' },
    ...{ grade_levels: [], color: 'teal', sections: [{ name: '9A', term_ids: [id('b1')] }] },
  });
  await page.context().close();
});

test('TCH-01 (page) nobody is offered a new course who may not make one', async () => {
  const page = await scenes.open('/teach/courses', {
    me: { capabilities: { 'courses.read': ['own'] } as never },
    api: aServer([]),
  });
  await page.getByText('No courses yet').waitFor();
  expect(await page.getByRole('button', { name: 'New course' }).count()).toBe(0);
  await page.context().close();
});
