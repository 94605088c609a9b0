import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const nobody = { data: [], next_cursor: null };
const adder = { capabilities: { 'users.create': ['tenant'] } } as never;

/** Only the list of people is played; filters and views have nothing to offer. */
const listed = (answer: (route: Route, url: URL) => Promise<void>) => async (route: Route) => {
  const url = new URL(route.request().url());
  return url.pathname === '/api/v1/users' ? answer(route, url) : route.fulfill({ json: nobody });
};

test('UXP-47 UXP-49 (people: nothing yet) an empty list says what belongs here and offers to add to whoever may, and to nobody else', async () => {
  const api = listed((route) => route.fulfill({ json: nobody }));
  const page = await scenes.open('users', { api, me: adder });
  const main = page.getByRole('row').filter({ hasText: 'Nobody here yet' });
  await main.getByText('People you add or import appear here').waitFor();
  expect(await main.getByRole('button').allTextContents()).toEqual(['Add a person']);
  await page.context().close();
  const other = await scenes.open('users', { api, me: { capabilities: {} } });
  await other.getByText('Nobody here yet').waitFor();
  expect(await other.getByRole('button', { name: 'Add a person' }).count()).toBe(0);
  await other.context().close();
});

test('UXP-47 UXP-49 (people: nothing matching) a search without a hit blames nobody and gives the whole list back at one press', async () => {
  const asked: string[] = [];
  const api = listed((route, url) => {
    asked.push(url.searchParams.get('q') ?? '');
    return route.fulfill({ json: nobody });
  });
  const page = await scenes.open('users', { api, me: adder });
  await page.getByRole('searchbox').fill('zzz');
  const none = page.getByRole('row').filter({ hasText: 'Nobody matches' });
  await none.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('Nobody here yet').waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  expect(asked).toEqual(expect.arrayContaining(['zzz', '']));
  await page.context().close();
});

test('UXP-47 UXP-50 (people: waiting, not permitted, done) each state shows in the place of the list while the page around it works', async () => {
  let status = 503;
  const held: (() => void)[] = [];
  const api = listed(async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    if (status === 200) return route.fulfill({ json: nobody });
    return route.fulfill({ status, json: problem(status, status === 403 ? 'forbidden' : 'maintenance') });
  });
  const answer = async (next: number) => {
    await expect.poll(() => held.length).toBeGreaterThan(0);
    status = next;
    held.shift()?.();
  };
  const page = await scenes.open('users', { api, me: adder });
  await expect.poll(() => held.length).toBe(1);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('People');
  await answer(403);
  await page.getByText('Reference request-1').waitFor();
  expect(await page.getByRole('searchbox').isEnabled()).toBe(true);
  await page.getByRole('button', { name: 'Try again' }).click();
  await answer(200);
  await page.getByText('Nobody here yet').waitFor();
  await page.context().close();
});
