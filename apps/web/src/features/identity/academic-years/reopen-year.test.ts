import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

const year = {
  id: '01900000-0000-7000-8000-000000000901',
  name: '2025–26',
  starts_on: '2025-08-18',
  ends_on: '2026-06-12',
  state: 'closed',
  terms_count: 0,
  created_at: '2025-08-01T09:00:00Z',
  updated_at: '2025-08-01T09:00:00Z',
  lock_version: 4,
  can: { update: false, activate: false, close: false, reopen: true },
};

test('IDN-14 (page, the way back) a closed year is reopened with a reason, which a refusal leaves in place', async () => {
  const shown = { ...year };
  const bodies: unknown[] = [];
  const api = async (route: Route) => {
    const request = route.request();
    if (request.method() !== 'GET') {
      bodies.push(request.postDataJSON());
      if (bodies.length === 1) return route.fulfill({ status: 409, json: problem(409, 'conflict') });
      Object.assign(shown, { state: 'closing', can: { ...year.can, close: true, reopen: false } });
      return route.fulfill({ json: shown });
    }
    const isYears = new URL(request.url()).pathname.endsWith('/academic_years');
    return route.fulfill({ json: { data: isYears ? [shown] : [], next_cursor: null } });
  };
  const page = await scenes.open('/admin/academic-years', { api });
  await page.getByRole('button', { name: 'Reopen 2025–26' }).click();
  const drawer = page.getByRole('dialog', { name: 'Reopen 2025–26' });
  const reason = drawer.getByRole('textbox', { name: 'Reason' });
  await reason.fill('A grade was entered for the wrong student');
  await drawer.getByRole('button', { name: 'Reopen' }).click();
  await drawer.getByText('Refused: conflict').waitFor();
  expect(await reason.inputValue()).toBe('A grade was entered for the wrong student');
  await drawer.getByRole('button', { name: 'Reopen' }).click();
  await page.getByText('2025–26 can be changed again').waitFor();
  await page.getByRole('button', { name: /Close.*2025–26/ }).waitFor();
  expect(bodies).toEqual(Array(2).fill({ reason: 'A grade was entered for the wrong student' }));
});

test('IDN-11 (page) an admin of one school begins a term with that school, and reads who adds years', async () => {
  const planned = { ...year, state: 'active', can: { ...year.can, update: false } };
  const bodies: { school_ids?: string[] }[] = [];
  const api = async (route: Route) => {
    const request = route.request();
    if (request.method() === 'POST') {
      bodies.push(request.postDataJSON());
      return route.fulfill({ status: 201, json: {} });
    }
    const isYears = new URL(request.url()).pathname.endsWith('/academic_years');
    return route.fulfill({ json: { data: isYears ? [planned] : [], next_cursor: null } });
  };
  const school_id = '01900000-0000-7000-8000-000000000902';
  const schools = [{ id: school_id, name: 'Cedar Bend', time_zone: 'UTC' }] as never;
  const capabilities = { 'academic_years.read': ['school' as const], 'terms.manage': ['school' as const] };
  const page = await scenes.open('/admin/academic-years', { api, me: { schools, capabilities } });
  await page.getByText('Years are planned by admins of the whole organisation.').waitFor();
  await page.getByRole('button', { name: /Add a term/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('textbox', { name: /Name/ }).fill('Trimester 1');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => bodies[0]?.school_ids).toEqual([school_id]);
});
