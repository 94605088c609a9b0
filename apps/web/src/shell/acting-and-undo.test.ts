import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schoolsOf } from '../test/schools.ts';
import { problem, serveScenes } from '../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const noon = new Date('2026-11-16T17:00:00Z');
const inMinutes = (minutes: number) => new Date(noon.getTime() + minutes * 60_000).toISOString();

test('UXP-11 (the bar) says for whom and until when, has one exit, stays in sight and offers nothing that hides it', async () => {
  const calls: string[] = [];
  const page = await scenes.open('acting', {
    me: {
      impersonation: {
        actor_name: 'Sam Rivera',
        target_name: 'Ada Okafor',
        mode: 'read',
        ends_at: inMinutes(40),
      },
    },
    api: (route: Route) => {
      calls.push(`${route.request().method()} ${new URL(route.request().url()).pathname}`);
      return route.fulfill({ status: 204 });
    },
  });
  const bar = page.getByRole('status').filter({ hasText: 'Ada Okafor' });
  await bar.waitFor();
  expect(await bar.textContent()).toMatch(/12:40/);
  expect(await bar.getByRole('button').allTextContents()).toEqual(['Stop']);
  for (const press of ['Escape', 'End'] as const) {
    await page.keyboard.press(press);
    await expect.poll(() => bar.evaluate((one) => one.getBoundingClientRect().top)).toBe(0);
    expect(await bar.isVisible()).toBe(true);
  }
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await bar.evaluate((one) => one.getBoundingClientRect().top)).toBe(0);
  expect(await bar.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  await bar.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => calls).toEqual(['DELETE /api/v1/session/impersonation']);
  await page.context().close();
});

test('UXP-86 (session) two minutes before the end a warning is there, and one key extends the session', async () => {
  let ends = inMinutes(10);
  let extended = 0;
  const session = () => ({ id: 'session', method: 'password', mfa: false, signed_in_at: inMinutes(-60) });
  const times = () => ({ expires_at: inMinutes(600), idle_expires_at: ends });
  const page = await scenes.open('idle', {
    clock: noon,
    me: { session: { ...session(), ...times() } as never },
    api: (route) => {
      if (route.request().method() === 'POST') {
        extended += 1;
        ends = inMinutes(40);
      }
      return route.fulfill({ json: { ...session(), ...times() } });
    },
  });
  await page.getByRole('heading', { name: 'A page left alone' }).waitFor();
  await page.clock.runFor(60_000);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.clock.runFor(7 * 60_000);
  const warning = page.getByRole('dialog', { name: 'Are you still there?' });
  await warning.waitFor();
  expect(await warning.textContent()).toMatch(/2 minutes/);
  await expect
    .poll(() =>
      warning
        .getByRole('button', { name: 'Stay signed in' })
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => extended).toBe(1);
  await warning.waitFor({ state: 'detached' });
  await page.context().close();
});

test('UXP-36 (10 s) a change acts at once and can be taken back for ten seconds, also from another page', async () => {
  const calls: string[] = [];
  const page = await scenes.open('undo', {
    clock: noon,
    api: (route) => {
      const { pathname } = new URL(route.request().url());
      if (route.request().method() === 'GET')
        return route.fulfill({ json: schoolsOf('Northside', 'Southside') });
      calls.push(pathname.split('/').at(-1) ?? '');
      return route.fulfill({ json: schoolsOf('Northside').data[0] });
    },
  });
  await page.getByRole('button', { name: 'Archive Northside' }).click();
  await expect.poll(() => calls).toEqual(['archive']);
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  await page.getByRole('button', { name: 'Go elsewhere' }).click();
  await page.getByRole('heading', { name: 'Elsewhere' }).waitFor();
  await page.clock.runFor(8_500);
  await undo.click();
  await expect.poll(() => calls).toEqual(['archive', 'restore']);
  await undo.waitFor({ state: 'detached' });

  await page.goBack();
  await page.getByRole('button', { name: 'Archive Southside' }).click();
  await undo.waitFor();
  await page.mouse.move(0, 0);
  await page.clock.runFor(11_000);
  await undo.waitFor({ state: 'detached' });
  await page.context().close();
});

test('UXP-31 a double click changes once and says so once', async () => {
  const held: (() => void)[] = [];
  const page = await scenes.open('undo', {
    api: async (route) => {
      if (route.request().method() === 'GET') return route.fulfill({ json: schoolsOf('Northside') });
      await new Promise<void>((resolve) => held.push(resolve));
      return route.fulfill({ json: schoolsOf('Northside').data[0] });
    },
  });
  await page.getByRole('button', { name: 'Archive Northside' }).dblclick();
  await expect.poll(() => held.length).toBe(1);
  held[0]!();
  const said = page.getByRole('dialog', { name: 'Northside is archived.' });
  await said.first().waitFor();
  expect([held.length, await said.count()]).toEqual([1, 1]);
  await page.getByRole('button', { name: 'Archive Northside' }).click();
  await expect.poll(() => held.length).toBe(2);
  await page.context().close();
});

test('UXP-52 where no form shows what is wrong with a value, the message says that very thing', async () => {
  const detail = 'This school still has courses.';
  const refusal = {
    ...problem(422, 'request.invalid'),
    errors: [{ pointer: '/id', code: 'in_use', detail }],
  };
  const page = await scenes.open('undo', {
    api: (route) =>
      route.request().method() === 'GET'
        ? route.fulfill({ json: schoolsOf('Northside') })
        : route.fulfill({ status: 422, json: refusal }),
  });
  await page.getByRole('button', { name: 'Archive Northside' }).click();
  await page.getByText(detail, { exact: true }).first().waitFor();
  await page.context().close();
});
