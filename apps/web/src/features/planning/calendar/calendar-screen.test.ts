import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const none = {
  ...{ detail: null, starts_at: null, ends_at: null, time_zone: null, location: null, state: null },
  ...{ school_id: null, course_id: null, section_id: null, record_id: null, lesson_plan_id: null },
  ...{ unit_plan_id: null, student_id: null, can_move: false, lock_version: null, color: 'leaf' },
};
const unit = (title: string, starts_on: string, ends_on: string) => ({
  ...{ ...none, key: `unit:${title}`, kind: 'unit', title, starts_on, ends_on },
});
const items = [
  unit('Atoms', '2026-10-12', '2026-11-23'),
  unit('Energy', '2026-10-26', '2026-12-04'),
  unit('Bonds', '2026-11-24', '2027-01-22'),
];
const api = (route: Route) =>
  route.fulfill({
    json: new URL(route.request().url()).pathname.endsWith('/calendar')
      ? { data: items }
      : { data: [], next_cursor: null },
  });

const open = (width: number) =>
  scenes.open('calendar', { api, context: { viewport: { width, height: 900 } } });
const tops = async (page: Page, title: string) => {
  await page.getByText(title, { exact: true }).first().waitFor();
  const boxes = await Promise.all(
    (await page.getByText(title, { exact: true }).all()).map((entry) => entry.boundingBox()),
  );
  return boxes.flatMap((box) => (box ? [Math.round(box.y)] : []));
};

test('PLN-120 UXP-123 in the week a unit is one straight bar, above or below the others on every day', async () => {
  const page = await open(1366);
  const [energy, bonds] = [await tops(page, 'Energy'), await tops(page, 'Bonds')];
  expect([new Set(energy).size, energy.length]).toEqual([1, 7]);
  // It begins where “Atoms” ended the day before, in the same lane.
  expect(new Set([...bonds, ...(await tops(page, 'Atoms'))]).size).toBe(1);
  await page.context().close();
});

test('UXP-73 on a phone, where days stand under each other, a unit is said once', async () => {
  const page = await open(390);
  expect(await tops(page, 'Energy')).toHaveLength(1);
  await page.context().close();
});

const recordId = '01900000-0000-7000-8000-00000000cccc';

/** Plays the server: keeps what is sent, answers the calendar with these items. */
function serverWith(given: object[], replies: Record<string, object> = {}) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  const play = (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (request.method() !== 'GET')
      sent.push({ method: request.method(), path, body: request.postDataJSON() });
    const key = `${request.method()} ${path}`;
    if (key === 'GET /calendar') return route.fulfill({ json: { data: given } });
    return route.fulfill({ json: replies[key] ?? { data: [], next_cursor: null } });
  };
  return { sent, api: play };
}

test('PLN-120 PLN-122 an event of one’s own is put on the calendar in the times of one’s own clocks', async () => {
  const { sent, api: play } = serverWith([]);
  const page = await scenes.open('calendar', { api: play });
  await page.getByRole('button', { name: 'Event', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'New event' });
  await form.getByLabel('What').fill('Dentist');
  expect(await form.getByLabel('First day').inputValue()).toBe('2026-11-24');
  await form.getByLabel('First day').fill('2026-11-26');
  expect(await form.getByLabel('Last day').inputValue()).toBe('2026-11-26');
  await form.getByLabel('Whole days').uncheck();
  await form.getByLabel('From', { exact: false }).fill('08:00');
  await form.getByLabel('To', { exact: false }).fill('09:15');
  await form.getByRole('button', { name: 'Put on the calendar' }).click();
  await form.waitFor({ state: 'detached' });
  const none = { starts_on: null, ends_on: null };
  const times = { starts_at: '2026-11-26T13:00:00.000Z', ends_at: '2026-11-26T14:15:00.000Z' };
  expect(sent).toEqual([
    { method: 'POST', path: '/planner_events', body: { title: 'Dentist', ...none, ...times } },
  ]);
  await page.context().close();
});

test('PLN-120 an own event opens, and removing it can be taken back', async () => {
  const days = { starts_on: '2026-11-24', ends_on: '2026-11-25' };
  const own = { ...none, ...days, kind: 'personal', title: 'Field trip', key: 'personal:1', color: null };
  const { sent, api: play } = serverWith([{ ...own, record_id: recordId, lock_version: 3, can_move: true }]);
  const page = await scenes.open('calendar', { api: play });
  await page.getByRole('button', { name: 'Field trip' }).first().click();
  await page.getByRole('dialog', { name: 'Event' }).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => sent.map(({ method }) => method)).toEqual(['DELETE', 'POST']);
  expect(sent[1]?.body).toMatchObject({ title: 'Field trip', ...days });
  await page.context().close();
});

test('PLN-123 feeds are listed with their last reading, and one ends only after it was said what that costs', async () => {
  const feed = { id: recordId, course_id: null, course_name: null, created_at: '2026-11-01T08:00:00Z' };
  const { sent, api: play } = serverWith([], {
    'GET /calendar/feeds': { data: [{ ...feed, last_used_at: null }] },
  });
  const page = await scenes.open('calendar', { api: play });
  await page.getByRole('button', { name: 'Calendar feeds' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calendar feeds' });
  await dialog.getByText('Not read by any program yet').waitFor();
  await dialog.getByRole('button', { name: 'End My whole calendar' }).click();
  expect(sent).toEqual([]);
  await dialog.getByRole('alert').getByRole('button', { name: 'End' }).click();
  await expect
    .poll(() => sent)
    .toEqual([{ method: 'DELETE', path: `/calendar/feeds/${recordId}`, body: null }]);
  await page.context().close();
});

test('PLN-116 a lesson goes on in the next meeting with one press, and one undo takes it back', async () => {
  const session = {
    ...{ id: recordId, title: 'Cells', course_name: 'Biology', section_name: '9B', lock_version: 2 },
    ...{ meeting_on: '2026-11-24', state: 'scheduled', carried_over: null, unit_plan_id: null },
    ...{ taught_note: null, not_reached: null, can: { update: true } },
  };
  const days = { starts_on: '2026-11-24', ends_on: '2026-11-24' };
  const item = { ...none, ...days, kind: 'session', title: 'Cells', key: 'session:1', state: 'scheduled' };
  const { sent, api: play } = serverWith([{ ...item, record_id: recordId, lock_version: 2 }], {
    [`GET /lesson_sessions/${recordId}`]: session,
    [`POST /lesson_sessions/${recordId}/split`]: {
      ...{ moved: [], due_dates: [], unplaced: [] },
      change: { id: recordId },
    },
  });
  const page = await scenes.open('calendar', { api: play });
  await page.getByRole('button', { name: 'Cells' }).click();
  await page.getByRole('button', { name: 'Go on in the next meeting' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => sent.map(({ path }) => path))
    .toEqual([`/lesson_sessions/${recordId}/split`, expect.stringContaining(recordId)]);
  expect(sent[0]?.body).toEqual({ lock_version: 2 });
  await page.context().close();
});
