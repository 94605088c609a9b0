import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schoolsOf } from '../../../test/schools.ts';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

const everywhere = ['tenant' as const];
const capabilities = {
  'schools.read': everywhere,
  'schools.update': everywhere,
  'schools.create': everywhere,
};

test('UXP-29 UXP-36 IDN-33 (page) grades are chosen from those there are, a wrong order is told at its field, and saving says so', async () => {
  const listed = schoolsOf('Cedar Bend');
  const bodies: Record<string, unknown>[] = [];
  const api = async (route: Route) => {
    const request = route.request();
    if (request.method() === 'GET') {
      const isSchools = new URL(request.url()).pathname.endsWith('/schools');
      return route.fulfill({ json: isSchools ? listed : { data: [], next_cursor: null } });
    }
    bodies.push(request.postDataJSON());
    const errors = [{ pointer: '/highest_grade', code: 'below_lowest', detail: 'Before the lowest.' }];
    if (bodies.length === 1)
      return route.fulfill({ status: 422, json: problem(422, 'validation_failed', { errors }) });
    return route.fulfill({ status: 201, json: { ...listed.data[0], name: 'Lakeview' } });
  };
  const page = await scenes.open('/admin/schools', { api, me: { capabilities } });
  await page.getByRole('button', { name: 'Add a school' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'New school' });
  await drawer.getByRole('textbox', { name: 'Name' }).fill('Lakeview');
  await drawer.getByRole('textbox', { name: 'Code' }).fill('LV');
  await drawer.getByRole('combobox', { name: 'Lowest grade' }).selectOption('9');
  const highest = drawer.getByRole('combobox', { name: 'Highest grade' });
  expect((await highest.locator('option').allTextContents()).slice(0, 4)).toEqual([
    'No grade',
    'PK',
    'K',
    '1',
  ]);
  await highest.selectOption('5');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.getByText('This is below the lowest grade').first().waitFor();
  await highest.selectOption('12');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Lakeview is saved').waitFor();
  expect(bodies.at(-1)).toMatchObject({ lowest_grade: '9', highest_grade: '12' });
  await page.getByRole('button', { name: 'See its people' }).waitFor();
});
