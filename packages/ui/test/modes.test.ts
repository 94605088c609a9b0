import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { entry, startBrowser } from './browser.ts';

let session: Awaited<ReturnType<typeof startBrowser>>;
let page: Page;

beforeAll(async () => {
  session = await startBrowser();
});

afterEach(async () => {
  await page?.context().close();
});

afterAll(async () => {
  await session?.close();
});

const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('UXP-25 without a choice the theme follows the system, and a choice wins over it', async () => {
  page = await session.open({ find: 'Switch' }, { colorScheme: 'dark' });
  expect(await ground()).toBe('rgb(245, 243, 237)');
  await page.evaluate(() => document.documentElement.removeAttribute('data-theme'));
  expect(await ground()).toBe('rgb(19, 23, 21)');
});

test('UXP-84 the system’s wish for contrast is followed', async () => {
  page = await session.open({ find: 'Switch' }, { contrast: 'more' });
  const ink = await page.evaluate(() => {
    document.documentElement.removeAttribute('data-contrast');
    return getComputedStyle(document.documentElement).color;
  });
  expect(ink).toBe('rgb(0, 0, 0)');
});

test('UXP-84 with forced colours what is chosen has an outline', async () => {
  page = await session.open({ find: 'Two to five ways' }, { forcedColors: 'active' });
  const chosen = entry(page, 'segmented-control').locator('label').filter({ hasText: 'List' });
  expect(
    await chosen.evaluate((one) => parseFloat(getComputedStyle(one).outlineWidth)),
  ).toBeGreaterThanOrEqual(2);
});

test('UXP-77 on a projector type is half as large again and private text is gone until revealed by itself', async () => {
  page = await session.open({ find: 'Reading options and projector' });
  const secret = page.getByText('28', { exact: true });
  expect(await secret.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Reveal: rows of North bed' }).click();
  expect(await secret.isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Projector' }).click();
  expect(await page.getByRole('button', { name: /Reveal|Hide/ }).count()).toBe(0);
  expect(await secret.isVisible()).toBe(true);
  await page.evaluate(() => document.documentElement.setAttribute('data-projector', ''));
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');
});

test('UXP-88 letter, word and line spacing grow together, and the guide follows the pointer', async () => {
  page = await session.open({ find: 'Reading options and projector' });
  const passage = page.locator('.reading').first();
  const spacing = () =>
    passage.evaluate((one) => {
      const { letterSpacing, wordSpacing, lineHeight } = getComputedStyle(one);
      return [letterSpacing, wordSpacing, lineHeight].map((value) => parseFloat(value));
    });
  const wide = await spacing();
  await page.getByRole('combobox', { name: 'Spacing' }).selectOption('wider');
  const wider = await spacing();
  expect(wider.every((value, at) => value > (wide[at] ?? 0))).toBe(true);
  await page.getByRole('button', { name: 'Line guide' }).click();
  await page.mouse.move(200, 321);
  const at = await page
    .locator('[style*="--guide"]')
    .evaluate((one) => (one as HTMLElement).style.getPropertyValue('--guide'));
  expect(at).toBe('321px');
});

test('UXP-22 on paper there are no buttons, and the ground is white even when the screen was dark', async () => {
  page = await session.open({ find: 'Does something. One primary', theme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await ground()).toBe('rgb(255, 255, 255)');
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
});

test('UXP-21 the style sheet knows seven type sizes, and no others', () => {
  const sizes = new Set(
    [...session.css.matchAll(/font-size:\s*(0?\.?\d+(?:\.\d+)?)rem/g)].map((match) => Number(match[1]) * 16),
  );
  expect([...sizes].sort((a, b) => a - b)).toEqual([12, 13, 14, 16, 20, 26, 34]);
});

test('UXP-20 components use tokens only: no raw colours, no left and right', async () => {
  const source = join(import.meta.dirname, '../src');
  const files = (await readdir(source, { recursive: true })).filter(
    (name) => name.endsWith('.tsx') && name !== 'brand.tsx',
  );
  const raw =
    /#[0-9a-f]{3,8}\b(?!["']?\s*\/?>)|\brgba?\(|\bhsla?\(|\b(?:ml|mr|pl|pr|left|right|rounded-[lr]|border-[lr])-\d/i;
  const found: string[] = [];
  for (const name of files) {
    const lines = (await readFile(join(source, name), 'utf8')).split('\n');
    found.push(
      ...lines
        .filter((line) => raw.test(line) && !/href|hash/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
  }
  expect(found).toEqual([]);
});

test('UXP-23 every component says what it is for, how it is made, its states, its speech, do and do not, with live examples', async () => {
  page = await session.open();
  const lacking = await page.evaluate(() =>
    [...document.querySelectorAll('article')].flatMap((article) => {
      const heads = [...article.querySelectorAll('h3')].map((head) => head.textContent);
      const missing = ['Anatomy', 'States', 'Screen reader', 'Do', 'Do not'].filter(
        (head) => !heads.includes(head),
      );
      const live = article.querySelectorAll('section [data-theme]').length > 0;
      return [...missing, ...(live ? [] : ['example'])].map((part) => `${article.id}: ${part}`);
    }),
  );
  expect(lacking).toEqual([]);
});
