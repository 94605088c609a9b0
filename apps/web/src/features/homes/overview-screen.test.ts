import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000002${String(at).padStart(2, '0')}`;
const framework = '01900000-0000-7000-8000-000000000300';
const names = ['Riverbend High School', 'Maple Street Middle School', 'Oak Hill Elementary School'];
const schools = names.map((name, at) => ({
  ...{ id: idOf(at), name, code: `S${at}`, lowest_grade: '9', highest_grade: '12' },
  ...{
    teachers_count: 30 - at,
    students_count: 421 - 100 * at,
    active_users_count: 300,
    active_courses_count: 21,
  },
  onboarding:
    at === 2
      ? { done_count: 5, total_count: 7, missing: ['school_configured', 'course_created'] }
      : { done_count: 7, total_count: 7, missing: [] },
}));
/** Of ten standards each: enough for green, for amber, and too few. */
const planned = [8, 5, 4];

function districtServer() {
  const asked: string[] = [];
  const api = async (route: Route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const chosen = route.request().headers()['x-school-id'];
    const here = schools.filter(({ id }) => !chosen || id === chosen);
    if (pathname === '/api/v1/district/schools')
      return route.fulfill({ json: { computed_at: '2026-11-22T01:00:00Z', data: here } });
    if (pathname !== '/api/v1/district/standards_coverage')
      return route.fulfill({
        json: { data: pathname.endsWith('frameworks') ? [aFramework] : [], next_cursor: null },
      });
    asked.push(`${searchParams} ${chosen ?? ''}`.trim());
    const data = here.map(({ id }) => {
      const count = planned[schools.findIndex((school) => school.id === id)] ?? 0;
      return { school_id: id, planned: count, taught: 1, assessed: 0, denominator: 10 };
    });
    const span = { from_on: '2026-08-25', to_on: '2027-06-12', computed_at: '2026-11-22T01:00:00Z' };
    return route.fulfill({ json: { ...span, framework_id: framework, framework_title: 'Science', data } });
  };
  return { api, asked };
}

const aFramework = { id: framework, title: 'Science', standards_count: 10 };
const me = {
  roles: ['district_admin'],
  schools: schools.map(({ id, name, code }) => ({
    id,
    name,
    code,
    time_zone: 'America/New_York',
    first_weekday: null,
  })),
  capabilities: {
    'users.create': ['tenant' as const],
    'schools.read': ['tenant' as const],
    'templates.push_to_schools': ['tenant' as const],
  },
};

test('IDN-09 (page) schools side by side: figures, set-up, coverage in colour and words, by grade and measure', async () => {
  const server = districtServer();
  const page = await scenes.open('overview', { api: server.api, me });
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await row('Riverbend').getByText('80% · well covered').waitFor();
  expect(await row('Maple').getByText('50% · partly covered').count()).toBe(1);
  expect(await row('Oak Hill').getByText('40% · large gaps').count()).toBe(1);
  const colours = await Promise.all(
    ['well covered', 'partly covered', 'large gaps'].map((words) =>
      page.getByText(words).evaluate((text) => getComputedStyle(text).color),
    ),
  );
  expect(new Set(colours).size).toBe(3);
  expect(await page.getByText('Oak Hill Elementary School: No courses this year').count()).toBe(1);

  await page.getByRole('radio', { name: 'Taught' }).click();
  await row('Riverbend').getByText('10% · large gaps').waitFor();
  await page.getByRole('combobox', { name: 'Grade' }).selectOption('Grade 9');
  await expect.poll(() => server.asked.at(-1)).toBe('grade_level=9');
  await page.context().close();
});

test('IDN-09 (page) pressing a school goes into it without signing in again, and back to all of them', async () => {
  const server = districtServer();
  const page = await scenes.open('overview', { api: server.api, me });
  await page.getByText('Maple Street Middle School', { exact: true }).click();
  await page.getByRole('heading', { name: 'Maple Street Middle School' }).waitFor();
  await expect.poll(() => server.asked.at(-1)).toBe(idOf(1));
  await page.getByText('5 of 10').waitFor();
  expect(await page.getByText('Riverbend High School').count()).toBe(0);
  const people = page.getByRole('link', { name: 'People of this school' });
  expect(await people.getAttribute('href')).toBe(`/admin/users?school_id=${idOf(1)}`);
  const push = page.getByRole('link', { name: 'Push templates' });
  expect(await push.getAttribute('href')).toBe(`/district/templates?open=new&schools=${idOf(1)}`);
  await page.getByRole('button', { name: 'All schools' }).click();
  await page.getByText('Riverbend High School').waitFor();
  await page.context().close();
});

test('IDN-09 (page) what a school still lacks is named, and its courses open with that school chosen', async () => {
  const server = districtServer();
  const everywhere = ['tenant' as const];
  const capabilities = {
    'schools.read': everywhere,
    'schools.update': everywhere,
    'courses.read': everywhere,
  };
  const page = await scenes.open('overview', { api: server.api, me: { ...me, capabilities } });
  const address = page.getByRole('link', {
    name: 'Oak Hill Elementary School: The address is not filled in',
  });
  expect(await address.getAttribute('href')).toBe(`/admin/schools?open=${idOf(2)}`);
  await page.getByRole('button', { name: 'Oak Hill Elementary School: No courses this year' }).click();
  await expect.poll(() => server.asked.at(-1)).toBe(idOf(2));
  await page.context().close();
});
