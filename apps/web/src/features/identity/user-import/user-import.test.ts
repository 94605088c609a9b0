import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000006${String(at).padStart(2, '0')}`;
const counts = { new: 0, known: 0, bad: 0, created: 0, failed: 0 };
const table = {
  ...{ id: idOf(1), file_name: 'people.csv', state: 'previewed', role_id: null, school_id: idOf(2) },
  ...{ columns: [{ name: 'Role', samples: ['Principal'] }], mapping: { role: 'Role' } },
  ...{ created_at: '2026-11-22T09:00:00Z', finished_at: null, expires_at: '2026-12-22T09:00:00Z' },
  counts: { ...counts, bad: 2 },
};
const row = {
  ...{ line: 2, name: 'Ana', account: 'ana', status: 'bad', user_id: null, other_line: null, detail: 'x' },
  ...{ field: 'role', code: 'unknown_role' },
  faults: [
    { field: 'role', code: 'unknown_role', value: 'Principal', detail: 'x' },
    { field: 'school_code', code: 'not_your_school', value: 'RHS', detail: 'x' },
  ],
};
const twin = { field: 'username', code: 'duplicate_row', other_line: 2, faults: [] };
const teacher = {
  ...{ id: idOf(3), key: 'teacher', name: 'Teacher', description: null, is_system: true, capabilities: [] },
  ...{ holders_count: 0, lock_version: 0, can: { update: false, delete: false, assign: true } },
};
const schools = [{ id: idOf(2), name: 'Cedar Bend', time_zone: 'UTC' }] as never;
const own = ['school' as const];
const capabilities = { 'imports.run': own, 'users.create': own, 'users.read': own, 'courses.read': own };

async function open(shown: object) {
  const api = async (route: Route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith(`/user_imports/${idOf(1)}`)) return route.fulfill({ json: shown });
    const data = pathname.endsWith('/rows')
      ? [row, { ...row, ...twin, line: 3 }]
      : pathname.endsWith('/roles')
        ? [teacher]
        : [];
    return route.fulfill({ json: { data, next_cursor: null } });
  };
  const page = await scenes.open('peopleImport', { api, me: { schools, capabilities } });
  await page.goto(`${page.url()}?import=${idOf(1)}`);
  return page;
}

test('UXP-38 PRV-54 (people, page) a row says everything that keeps it out, and the own school is there already', async () => {
  const page = await open(table);
  await page.getByText('There is no role “Principal”. Roles: Teacher.').waitFor();
  await page.getByText('This is not a school of yours.').waitFor();
  await page.getByText('Username: the same as in line 2.').waitFor();
  const school = page.getByRole('combobox', { name: 'School of rows without one' });
  expect(await school.locator('option').allTextContents()).toEqual(['Cedar Bend']);
});

test('UXP-38 PRV-48 (people, page) after the last row it is said what comes next for those who were added', async () => {
  const page = await open({ ...table, state: 'applied', counts: { ...counts, created: 2 } });
  const next = page.getByRole('list', { name: 'What comes next' });
  const invite = next.getByRole('link', { name: /Invite/ });
  expect(await invite.getAttribute('href')).toBe(`/admin/users?sort=-created_at&school_id=${idOf(2)}`);
  expect(await next.getByRole('link', { name: /courses/ }).getAttribute('href')).toBe('/teach/courses');
});
