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
