import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schoolsOf } from '../test/schools.ts';
import { problem, serveScenes } from '../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const noon = new Date('2026-11-16T17:00:00Z');
const never = () => new Promise<void>(() => {});
const refusal = (status: number, code: string) => (route: Route) =>
  route.fulfill({ status, json: problem(status, code) });
const region = (page: Page) => page.getByRole('region', { name: 'Schools' });
const skeleton = (page: Page) => region(page).locator('[aria-busy=true]');

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  return violations.map(({ id }) => id);
}

describe('while it loads', () => {
  test('UXP-48 nothing for 150 ms, then a skeleton of the same size; after 5 s words and cancel, after 15 s a new try', async () => {
    let asked = 0;
    const page = await scenes.open('states', {
      clock: noon,
      api: () => {
        asked += 1;
        return never();
      },
    });
    await region(page).waitFor();
    await page.clock.pauseAt(new Date(noon.getTime() + 60_000));
    await page.reload();
    await region(page).waitFor();
    const before = await region(page).boundingBox();
    expect(await skeleton(page).isVisible()).toBe(false);
    await page.clock.runFor(160);
    expect(await skeleton(page).isVisible()).toBe(true);
    expect(await region(page).boundingBox()).toEqual(before);
    expect(await region(page).getByRole('button').count()).toBe(0);

    await page.clock.runFor(5_000);
    expect(await region(page).getByText('This is taking longer than usual.').isVisible()).toBe(true);
    const cancel = region(page).getByRole('button', { name: 'Cancel' });
    const retry = region(page).getByRole('button', { name: 'Try again' });
    expect([await cancel.count(), await retry.count()]).toEqual([1, 0]);
    await page.clock.runFor(10_000);
    expect(await retry.count()).toBe(1);
    const former = asked;
    await retry.click();
    await expect.poll(() => asked).toBe(former + 1);
    expect(await retry.count()).toBe(0);

    await page.clock.runFor(6_000);
    await cancel.click();
    expect(await region(page).getByText('Nothing was loaded').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Something else' }).isEnabled()).toBe(true);
    await page.context().close();
  });
});

describe('each state of a region', () => {
  test.each([
    ['loading', never, /Loading/],
    ['nothing yet', (route: Route) => route.fulfill({ json: schoolsOf() }), /No schools yet/],
    ['not permitted', refusal(403, 'forbidden'), /You may not see this part/],
    ['gone', refusal(404, 'not_found'), /There is nothing here any more/],
    ['archived', refusal(410, 'gone'), /This is archived/],
    ['locked', refusal(423, 'locked'), /This is locked at the moment/],
    ['error', refusal(422, 'validation'), /This could not be loaded/],
    ['done', (route: Route) => route.fulfill({ json: schoolsOf('Northside') }), /Northside/],
  ] as const)(
    'UXP-47 UXP-50 %s: its own words, no axe finding, and the rest of the page works',
    async (_state, api, words) => {
      const page = await scenes.open('states', { api });
      await region(page).getByText(words).first().waitFor({ state: 'attached' });
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.getByRole('button', { name: 'Something else' }).isEnabled()).toBe(true);
      await page.context().close();
    },
  );
});
