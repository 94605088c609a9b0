import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-00000000000${at}`;
const [course, school, year, unitId, longId, lateId] = [1, 2, 3, 4, 5, 6].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const placement = (id: string, title: string, starts_on: string, ends_on: string) => ({
  ...{ id, unit_plan_id: id, title, plan_state: 'draft', current_version_number: null },
  ...{ published_version_number: null, course_id: course, school_id: school, academic_year_id: year },
  ...{ all_sections: true, section_ids: [], starts_on, ends_on, state: 'planned', follow_latest: true },
  ...{ shown_version_id: null, shown_version_number: null, has_update: false, lessons_count: 3 },
  ...{ planned_minutes: null, pacing_guide_id: null, recommended_starts_on: null, recommended_ends_on: null },
  ...{ updated_at: '2026-11-02T10:42:00Z', lock_version: 0, can: { update: true } },
});
const conflict = (placement_id: string, title: string, code: string) => ({
  ...{ placement_id, title, course_id: course, course_name: 'Biology', code, blocks: false },
  ...{ other_id: null, other_title: null },
});
const map = {
  ...{ academic_year_id: year, year_name: '2026–27', starts_on: '2026-08-25', ends_on: '2027-06-12' },
  ...{ today_on: '2026-11-22', terms: [], holidays: [], baseline: [], can: { freeze: false } },
  rows: [
    {
      ...{ course_id: course, name: 'Biology', school_id: school, school_name: 'Riverbend High' },
      ...{ subject: 'Science', grade_levels: ['9'], color: null, sections: [], can: { plan: true } },
    },
  ],
  placements: [
    placement(longId, 'Cells', '2026-11-09', '2026-12-11'),
    placement(lateId, 'Genes', '2026-12-14', '2026-12-24'),
  ],
  conflicts: [conflict(longId, 'Cells', 'spans_break'), conflict(lateId, 'Genes', 'in_break')],
  filters: { schools: [], subjects: ['Science'], grade_levels: ['9'] },
};
const proposal = {
  ...{ starts_on: '2026-11-23', school_on: '2026-11-23', ends_on: '2026-12-04', conflicts: [] },
  ...{ sections: [{ section_id: school, name: '9B', sessions_count: 3, ends_on: '2026-12-04' }] },
  unplaced_lessons: [],
};

/** A server with a year; a first day after it is refused, a Sunday is told. */
async function open(width: number) {
  const asked: { starts_on?: string }[] = [];
  const api = async (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (path === '/curriculum_map') return route.fulfill({ json: map });
    if (path === '/unit_plans')
      return route.fulfill({ json: { data: [{ id: unitId, title: 'Light', school_id: null }] } });
    if (request.method() !== 'POST') return route.fulfill({ json: { data: [], next_cursor: null } });
    const body = request.postDataJSON() as { starts_on?: string };
    asked.push(body);
    if (body.starts_on === '2027-06-12') {
      const errors = [{ pointer: '/ends_on', code: 'outside_year', detail: 'Must lie inside 2026–27.' }];
      return route.fulfill({ status: 422, json: problem(422, 'request.invalid', { errors }) });
    }
    const starts_on = body.starts_on ?? proposal.starts_on;
    return route.fulfill({ json: { ...proposal, starts_on } });
  };
  const me = { capabilities: { 'unit_plans.read': ['tenant'], 'unit_plans.update': ['tenant'] } } as never;
  const page = await scenes.open('map', { api, me, context: { viewport: { width, height: 900 } } });
  await page.getByRole('region', { name: 'Curriculum map' }).waitFor();
  return { page, asked };
}

async function place(page: Page) {
  await page.getByRole('button', { name: 'Unit', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Place a unit' });
  await dialog.getByRole('combobox', { name: 'Unit' }).click();
  await page.getByRole('option', { name: 'Light' }).click();
  return dialog;
}

test('PLN-111 a unit is placed from the next meeting on; days without school are told and refused ones marked', async () => {
  const { page, asked } = await open(1366);
  const dialog = await place(page);
  const day = dialog.getByLabel('First day');
  await expect.poll(() => day.inputValue()).toBe('2026-11-23');
  await dialog.getByText(/with 3 sessions/).waitFor();
  expect(asked.at(-1)?.starts_on).toBeUndefined();
  await day.fill('2026-11-22');
  await dialog.getByText('There is no school on Sunday, November 22').waitFor();
  await day.fill('2027-06-12');
  await dialog.getByText('It would run past the end of the school year').waitFor();
  expect(await day.getAttribute('aria-invalid')).toBe('true');
  await page.context().close();
});

test('PLN-107 a unit that only runs over a break is told but neither marked nor counted', async () => {
  const { page } = await open(1366);
  await page.getByRole('link', { name: '1 conflict' }).waitFor();
  await page.getByRole('button', { name: /^Genes.*worth a look/ }).waitFor();
  expect(await page.getByRole('button', { name: /^Cells.*worth a look/ }).count()).toBe(0);
  const list = page.getByRole('region', { name: 'Worth a look' });
  const line = list.getByRole('button', { name: /Cells runs over a break/ });
  expect(await line.isVisible()).toBe(false);
  await list.getByText('1 unit runs over a break').click();
  await line.waitFor();
  await page.context().close();
});

test('PLN-104 where the year does not fit the screen the map opens at today', async () => {
  const { page } = await open(390);
  const now = page.getByTitle('Today');
  const board = page.getByRole('region', { name: 'Curriculum map' });
  await expect
    .poll(async () => {
      const [line, frame] = [await now.boundingBox(), await board.boundingBox()];
      return line !== null && frame !== null && line.x > frame.x + 128 && line.x < frame.x + frame.width;
    })
    .toBe(true);
  await page.context().close();
});

test('PLN-110 a guide is made of the year of a course, says how far others are off, and is adopted', async () => {
  const sent: { path: string; body: unknown }[] = [];
  const guide = {
    ...{ id: idOf(7), school_id: school, academic_year_id: year, name: 'Grade 9', subject: 'Science' },
    ...{ grade_level: '9', state: 'published', lock_version: 0, can: { update: true, adopt: true } },
    units: [{ unit_plan_id: unitId, title: 'Light', starts_on: '2026-09-01', ends_on: '2026-09-25' }],
    adopted: [{ course_id: idOf(8), course_name: 'Biology honors', units_count: 4, drift: 2.5 }],
  };
  const api = (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (request.method() === 'POST') sent.push({ path, body: request.postDataJSON() });
    if (path === '/curriculum_map') return route.fulfill({ json: { ...map, can: { freeze: true } } });
    const isList = path === '/curriculum_map/pacing_guides' && request.method() === 'GET';
    return route.fulfill({ json: { data: isList ? [guide] : [], next_cursor: null } });
  };
  const page = await scenes.open('map', { api });
  await page.getByRole('button', { name: 'Pacing guides' }).click();
  const drawer = page.getByRole('dialog', { name: 'Pacing guides' });
  await drawer.getByRole('row', { name: 'Biology honors 4 2.5 school days' }).waitFor();
  await drawer.getByRole('checkbox', { name: 'Biology' }).check();
  await drawer.getByRole('button', { name: 'Adopt' }).click();
  await drawer.getByRole('button', { name: 'Make a guide' }).click();
  const form = page.getByRole('dialog', { name: 'Make a guide' });
  expect(await form.getByLabel('Name').inputValue()).toBe('Biology 2026–27');
  await form.getByRole('button', { name: 'Recommend' }).click();
  await form.waitFor({ state: 'detached' });
  expect(sent).toMatchObject([
    { path: '/curriculum_map/adopt', body: { pacing_guide_id: idOf(7), course_ids: [course] } },
    {
      path: '/curriculum_map/pacing_guides',
      body: {
        ...{ school_id: school, name: 'Biology 2026–27', grade_level: '9', state: 'published' },
        units: [
          { unit_plan_id: longId, starts_on: '2026-11-09', ends_on: '2026-12-11' },
          { unit_plan_id: lateId, starts_on: '2026-12-14', ends_on: '2026-12-24' },
        ],
      },
    },
  ]);
  await page.context().close();
});
