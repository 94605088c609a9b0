import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../test/serve-scenes.ts';
import { pageList } from './pages.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
}, 120_000);
afterAll(() => scenes?.close());

/** Pages of forms and choices: they wait for nothing before somebody chose or typed something. */
const withoutData = new Set([
  '/admin/users/import',
  '/me/security',
  '/plan/packages',
  '/plan/units/new',
  '/search',
  '/select-school',
  '/settings/appearance',
  '/settings/profile',
]);

const routesOf = (area: string) => {
  const screens = readFileSync(new URL(`../test/scenes/page-screens.${area}.tsx`, import.meta.url), 'utf8');
  return [...screens.matchAll(/^ {2}'(\/[^']+)': /gm)].map(([, route = '']) => route);
};
const areas = ['administration', 'planning', 'teaching'];
const routes = areas.flatMap((area) => routesOf(area).map((route) => [area, route] as const));

const school = {
  id: '01900000-0000-7000-8000-0000000000a1',
  name: 'Northside School',
  code: 'NORTH',
  time_zone: 'America/New_York',
  first_weekday: null,
};

test('UXP-47 every page for people who signed in is one of these, or has no data of its own', () => {
  const asked = new Set([...routes.map(([, route]) => route), ...withoutData]);
  const signedIn = pageList.filter(({ access }) => access !== 'public').map(({ route }) => route as string);
  expect(signedIn.filter((route) => !asked.has(route))).toEqual([]);
  expect([...asked].filter((route) => !signedIn.includes(route))).toEqual([]);
});

test.each(routes)(
  'UXP-47 UXP-50 (%s: waiting, error) %s stands while its data is on the way and says what is wrong when none comes',
  async (_, route) => {
    const held: (() => void)[] = [];
    let isDown = false;
    const page = await scenes.open(route, {
      me: { capabilities: {}, schools: [school] },
      api: async (request) => {
        if (!isDown) await new Promise<void>((resolve) => held.push(resolve));
        await request.fulfill({ status: 403, json: problem(403, 'forbidden') });
      },
    });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await expect.poll(() => held.length, { timeout: 30_000 }).toBeGreaterThan(0);
    await expect.poll(() => page.locator('[aria-busy=true]').count(), { timeout: 30_000 }).toBeGreaterThan(0);
    isDown = true;
    for (const release of held) release();
    await page.getByText('Reference request-1').first().waitFor({ timeout: 30_000 });
    await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  },
  120_000,
);
