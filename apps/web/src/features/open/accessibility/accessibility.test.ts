import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../../lib/locales.ts';
import { pageList } from '../../../lib/pages.ts';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';
import { knownGaps } from './known-gaps.ts';
import { notWalked, walk, walkedOn, walkFigures } from './walk.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const wordsOf = (locale: string) =>
  JSON.parse(
    readFileSync(
      path.resolve(import.meta.dirname, `../../../../messages/${locale}/accessibility.json`),
      'utf8',
    ),
  ) as { gaps: Record<string, string> };

test('UXP-90 every known gap says since when, in every language, and none is worded that is not listed', () => {
  for (const { since } of knownGaps) expect(new Date(since).toISOString().slice(0, 10)).toBe(since);
  for (const locale of locales)
    expect(Object.keys(wordsOf(locale).gaps).sort(), locale).toEqual(knownGaps.map(({ key }) => key).sort());
});

test('UXP-90 the results are those the walk wrote: every page of the app is either in them or named as not checked', () => {
  expect(walk.engine).toMatch(/^axe-core \d/);
  const known = pageList.map(({ route }) => route);
  const walked = walk.pages.map(({ route }) => route).filter((route) => known.includes(route));
  expect([...walked, ...notWalked].sort()).toEqual([...known].sort());
  for (const { checks, checked_on } of walk.pages) {
    expect(checks).toBeGreaterThan(0);
    expect(checked_on >= (walkedOn ?? '')).toBe(true);
  }
  expect(walkFigures).toMatchObject({ pages: walk.pages.length });
});

test('UXP-90 a report is sent without signing in, says its number, and keeps what was typed when it was refused', async () => {
  const bodies: unknown[] = [];
  let refuses = true;
  const page = await scenes.open('report', {
    locale: 'fr',
    api: async (route) => {
      bodies.push(route.request().postDataJSON());
      return refuses
        ? route.fulfill({ status: 429, json: problem(429, 'rate_limited', { retry_after: 60 }) })
        : route.fulfill({ status: 201, json: { reference: 'A-1B2C3D4E' } });
    },
  });
  const message = page.getByLabel('Que vouliez-vous faire', { exact: false });
  const send = page.getByRole('button', { name: 'Envoyer le signalement' });
  await message.fill('trop');
  await send.click();
  await page.getByRole('alert').getByText('Écrivez au moins dix caractères.').waitFor();
  expect(bodies).toEqual([]);
  await message.fill('Le calendrier ne se lit pas');
  await send.click();
  await page.getByRole('alert').getByText('60 secondes', { exact: false }).waitFor();
  expect(await message.inputValue()).toBe('Le calendrier ne se lit pas');
  refuses = false;
  await send.click();
  const answer = page.getByRole('status').filter({ hasText: 'A-1B2C3D4E' });
  await answer.waitFor();
  await expect.poll(() => answer.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(bodies.at(-1)).toEqual({ message: 'Le calendrier ne se lit pas', locale: 'fr' });
  await page.context().close();
});

test('UXP-90 whoever looks after the organisation reads the words of the sender and closes the report', async () => {
  const report = {
    ...{ id: '01900000-0000-7000-8000-0000000000e1', reference: 'A-000000E1', state: 'open' },
    ...{ message: 'The calendar cannot be read', place: null, reply_to: 'me@example.test', locale: 'en' },
    ...{ created_at: '2026-11-20T10:00:00Z', closed_at: null, lock_version: 0 },
  };
  let current: object = report;
  const page = await scenes.open('reports', {
    api: async (route) => {
      if (route.request().method() === 'GET')
        return route.fulfill({ json: { data: [current], next_cursor: null } });
      expect(route.request().postDataJSON()).toEqual({ state: 'closed', lock_version: 0 });
      current = { ...report, state: 'closed', closed_at: '2026-11-21T10:00:00Z', lock_version: 1 };
      return route.fulfill({ json: current });
    },
  });
  await page.getByRole('row').filter({ hasText: 'A-000000E1' }).getByText('The calendar').first().click();
  const drawer = page.getByRole('dialog');
  expect(await drawer.getByRole('link').getAttribute('href')).toBe(
    'mailto:me@example.test?subject=A-000000E1',
  );
  await drawer.getByRole('button', { name: 'Close report' }).click();
  await page.getByRole('row').getByText('Closed', { exact: true }).waitFor();
  await page.context().close();
});
