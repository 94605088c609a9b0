import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

test('IDN-69 (page) a teacher of a school that allows it hands a student a code from the roster, and no link; elsewhere it is not offered', async () => {
  const bodies: unknown[] = [];
  const api = async (route: Route) => {
    bodies.push(route.request().postDataJSON());
    const reply = { method: 'code', code: 'KQ7RM-2XW9T', expires_at: '2026-11-01T09:00:00Z' };
    return route.fulfill({ json: reply });
  };
  const capabilities = { 'users.reset_credentials': ['course' as const] };
  const page = await scenes.open('rosterMenu', { api, me: { capabilities } });
  await page.getByRole('button', { name: /Ada Okafor/ }).click();
  await page.getByRole('menuitem', { name: 'Sign-in code' }).click();
  const drawer = page.getByRole('dialog', { name: 'Reset the password of Ada Okafor' });
  await drawer.getByRole('radio', { name: 'Show a one-time code' }).waitFor();
  expect(await drawer.getByRole('radio').count()).toBe(1);
  await drawer.getByRole('button', { name: 'Reset' }).click();
  await page.getByText('KQ7RM-2XW9T').waitFor();
  expect(bodies).toEqual([{ method: 'code' }]);

  const other = await scenes.open('rosterMenu', { api, me: { capabilities: {} } });
  await other.getByRole('button', { name: /Ada Okafor/ }).click();
  await other.getByRole('menuitem').first().waitFor();
  expect(await other.getByRole('menuitem', { name: 'Sign-in code' }).count()).toBe(0);
});
