import type { SchoolDaysPut } from '@k12/contracts/teaching/school-days';
import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
}, 120_000);
afterAll(() => scenes?.close());

const school_id = '01900000-0000-7000-8000-0000000000a1';
const academic_year_id = '01900000-0000-7000-8000-0000000000b1';
const school = { id: school_id, name: 'North', code: 'N', time_zone: 'America/New_York', first_weekday: 1 };
const year = {
  ...{
    id: academic_year_id,
    name: '2026–27',
    starts_on: '2026-08-24',
    ends_on: '2027-06-11',
    lock_version: 1,
  },
  ...{ state: 'active', can: { update: true, activate: false, close: false } },
};
const calendar = {
  ...{ school_id, academic_year_id, weekdays: [1, 2, 3, 4, 5], rotation_days: ['A', 'B'], lock_version: 1 },
  ...{ rotation_on_day_off: 'keep', rotation_starts_on: null },
};
const breakDay = (day_on: string) => ({
  ...{ school_id, day_on, is_instructional: false, rotation_day: null, bell_schedule: 'normal' },
  ...{ opens_at: null, closes_at: null, note: 'Winter break' },
});
const chemistry = { section_id: year.id, section_name: '10C', course_name: 'Chemistry', sessions_count: 2 };

/** A server that keeps the days of one school. */
function aServer() {
  const sent: { method: string; body: SchoolDaysPut | Record<string, string> }[] = [];
  let days = [breakDay('2026-12-22'), breakDay('2026-12-23')];
  const api = async (route: Route) => {
    const request = route.request();
    const url = new URL(request.url());
    const answer = (json: object, status = 200) => route.fulfill({ status, json });
    if (url.pathname.endsWith('/academic_years')) return answer({ data: [year], next_cursor: null });
    if (url.pathname.endsWith('/calendar')) return answer(calendar);
    if (request.method() === 'GET') return answer({ data: days });
    if (request.method() === 'DELETE') {
      const body = Object.fromEntries(url.searchParams);
      sent.push({ method: 'DELETE', body });
      days = days.filter(({ day_on }) => day_on < String(body.from) || day_on > String(body.to));
      return answer({ data: days, affected: [] });
    }
    const body = request.postDataJSON() as SchoolDaysPut;
    sent.push({ method: 'PUT', body });
    const detail = 'Must not be before the first day.';
    const errors = [{ pointer: '/to', code: 'before_start', detail }];
    if (body.to < body.from) return answer(problem(422, 'request.invalid', { errors }), 422);
    return answer({ data: days, affected: [chemistry] });
  };
  return { api, sent };
}

function open(server: ReturnType<typeof aServer>, locale: 'en' | 'ar' = 'en'): Promise<Page> {
  return scenes.open('/admin/academic-years/calendar', {
    locale,
    clock: new Date('2026-11-19T15:00:00Z'),
    me: { schools: [school], capabilities: { 'terms.manage': ['school'] } },
    api: server.api,
  });
}

test('PLN-112 (by keyboard) arrows walk the days of the year, each says what it is, and Enter opens it', async () => {
  const page = await open(aServer());
  const focused = page.locator('[data-day]:focus');
  await page.locator('[data-day="2026-11-19"]').focus();
  for (const [key, day] of [
    ['ArrowRight', '2026-11-20'],
    ['ArrowDown', '2026-11-27'],
    ['Home', '2026-11-23'],
    ['End', '2026-11-29'],
    ['PageDown', '2026-12-29'],
    ['ArrowUp', '2026-12-22'],
  ]) {
    await page.keyboard.press(key ?? '');
    await expect.poll(() => focused.getAttribute('data-day')).toBe(day);
  }
  expect(await focused.getAttribute('aria-label')).toMatch(/December 22, No school, Winter break$/);
  expect(await page.locator('[data-day][tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await page.getByLabel('Last day').inputValue()).toBe('2026-12-23');
  await page.context().close();
});

test('PLN-112 (by keyboard, Arabic) the arrow to the left goes to the next day where days run to the left', async () => {
  const arabic = await open(aServer(), 'ar');
  await arabic.locator('[data-day="2026-11-19"]').focus();
  await arabic.keyboard.press('ArrowLeft');
  await expect.poll(() => arabic.locator('[data-day]:focus').getAttribute('data-day')).toBe('2026-11-20');
  await arabic.context().close();
});

test('PLN-125 UXP-81 a refusal stands at its field; saved days name the sections that are asked and give the focus back', async () => {
  const server = aServer();
  const page = await open(server);
  await page.locator('[data-day="2027-03-16"]').click();
  await page.getByLabel('Name').fill('Water damage');
  await page.getByLabel('Last day').fill('2027-03-15');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => page.locator('#to-error').textContent()).toContain('before the first day');
  await page.getByLabel('Last day').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(() => page.getByRole('status').allTextContents())
    .toContainEqual(expect.stringMatching(/1 section has lessons on these days.*Chemistry · 10C: 2 lessons/));
  await expect.poll(() => page.locator('[data-day]:focus').getAttribute('data-day')).toBe('2027-03-16');
  expect(server.sent.at(-1)?.body).toMatchObject({
    ...{ school_id, from: '2027-03-16', to: '2027-03-16' },
    ...{ is_instructional: false, note: 'Water damage' },
  });
  await page.context().close();
});

test('PLN-112 a shorter break gives its other days back; a removed one can be brought back', async () => {
  const server = aServer();
  const page = await open(server);
  await page.getByRole('button', { name: 'Winter break', exact: true }).click();
  await page.getByLabel('Last day').fill('2026-12-22');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => server.sent.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
  expect(server.sent[1]?.body).toMatchObject({ from: '2026-12-23', to: '2026-12-23' });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('[data-day="2026-12-22"]').click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('No holidays yet').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => server.sent.at(-1))
    .toMatchObject({
      method: 'PUT',
      body: { from: '2026-12-22', to: '2026-12-22', is_instructional: false, note: 'Winter break' },
    });
  await page.context().close();
});
