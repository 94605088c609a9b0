import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../test/serve-scenes.ts';
import { pageList } from './pages.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
}, 120_000);
afterAll(() => scenes?.close());

const screens = readFileSync(new URL('../test/scenes/page-screens.tsx', import.meta.url), 'utf8');
const routes = [...screens.matchAll(/^ {2}'(\/[^']+)': /gm)].map(([, route = '']) => route);

test('UXP-47 (administration) the inventory names pages that exist', () => {
  const known: readonly string[] = pageList.map(({ route }) => route);
  expect(routes.filter((route) => !known.includes(route))).toEqual([]);
  expect(routes.length).toBeGreaterThan(10);
});

test.each(routes)(
  'UXP-47 UXP-50 (administration: waiting, error) %s stands while its data is on the way and says what is wrong when none comes',
  async (route) => {
    const held: (() => void)[] = [];
    let isDown = false;
    const page = await scenes.open(route, {
      me: { capabilities: {} },
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
    expect(await page.locator('[aria-busy=true]').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  },
  120_000,
);
