import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findPage, mayOpen, navigationOf, pageList, pages } from './pages.ts';
import { paths, safeNext } from './paths.ts';

const app = path.resolve(import.meta.dirname, '../app');
const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('page.tsx'),
);
const routeOf = (file: string) =>
  `/${file.replace(/\(.*?\)\/?/g, '').replace(/\/?page\.tsx$/, '')}`.replace(/\/$/, '') || '/';

test('UXP-119 registered pages are exactly the pages that exist', () => {
  expect(pageList.map(({ route }) => route).sort()).toEqual(files.map(routeOf).sort());
});

test('IDN-122 every page behind the sign-in loads through the guard, and none besides is protected by place alone', () => {
  for (const file of files) {
    const page = pageList.find(({ route }) => route === routeOf(file));
    const source = readFileSync(path.join(app, file), 'utf8');
    const isProtected = page?.access !== 'public' && !/\bredirect\(/.test(source);
    if (isProtected) expect(source, file).toMatch(/await loadPage\(pages\.\w+/);
    expect(source.split('\n').length, file).toBeLessThanOrEqual(41);
  }
});

test.each([
  '/admin/schools/',
  '/admin/schools.',
  '/admin/schools.json',
  '/Admin/Schools',
  '/%61dmin/schools',
  '/admin//schools',
  '/login/../admin/schools',
  '/loginx',
  '/',
])('IDN-122 %s is no page', (address) => {
  expect(findPage(address)).toBeUndefined();
});

test('IDN-122 an address with a parameter never hides a fixed one', () => {
  expect(findPage('/login/mfa')).toBe(pages.loginSecondStep);
  expect(findPage('/login/riverbend')).toBe(pages.loginTenant);
});

test('IDN-124 navigation and guard read the same rights', () => {
  const admin = { roles: ['admin'], capabilities: {} };
  expect(mayOpen(pages.adminSchools, admin)).toBe(false);
  expect(navigationOf(admin)).not.toContain(pages.adminSchools);
  const able = { ...admin, capabilities: { 'schools.update': ['school'] } };
  expect(navigationOf(able)).toContain(pages.adminSchools);
  const student = { roles: ['student'], capabilities: able.capabilities };
  expect(navigationOf(student)).toEqual([pages.studentHome]);
});

test('IDN-44 whoever has only a role of their own opens what its capabilities open, on the side of staff alone', () => {
  const head = {
    roles: ['department_head'],
    capabilities: {
      'unit_plans.read': ['school'],
      'unit_plans.approve': ['school'],
      'approvals.read': ['school'],
      'assignments.read': ['school'],
    },
  };
  for (const page of [pages.teacherHome, pages.planUnits, pages.planApprovals, pages.adminApprovals])
    expect(mayOpen(page, head), page.route).toBe(true);
  const shut = [pages.planNewUnit, pages.adminUsers, pages.adminHome, pages.districtHome, pages.learnCourses];
  for (const page of shut) expect(mayOpen(page, head), page.route).toBe(false);
  expect(navigationOf(head)).toEqual(expect.arrayContaining([pages.teacherHome, pages.plan]));
  const nobody = { roles: ['department_head'], capabilities: {} };
  expect(navigationOf(nobody)).toEqual([]);
});

test('IDN-58 only addresses inside this site are gone to after signing in', () => {
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\tx',
    'javascript:1',
    '',
  ])
    expect(safeNext(next, '/home'), next).toBe('/home');
  expect(safeNext('/admin/schools?q=a', '/home')).toBe('/admin/schools?q=a');
});

test('every address of the app leads to a page', () => {
  const addresses = Object.values(paths).map((make) => (make as (...given: string[]) => string)('a1', 'b2'));
  for (const address of addresses) expect(findPage(address.split('?')[0] ?? ''), address).toBeDefined();
});

test('every page with a place in the navigation has an icon', () => {
  const icons = readFileSync(path.resolve(import.meta.dirname, '../shell/nav-icons.tsx'), 'utf8');
  for (const { navigation } of pageList)
    if (navigation) expect(icons).toMatch(new RegExp(`'?${navigation.icon}'?:`));
});
