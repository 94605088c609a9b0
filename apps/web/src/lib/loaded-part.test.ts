import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

async function openParts(fail: number, locale: 'en' | 'es' | 'fr' | 'ar' = 'en') {
  const page = await scenes.open('parts', { locale });
  await page.getByRole('textbox', { name: 'Note' }).fill('kept');
  await page.evaluate((count) => {
    window.chunks = { fail: count, asked: 0 };
  }, fail);
  return page;
}

test('UXP-50 (later parts) a part whose load fails says so in its place, the page and what was typed stay, and trying again shows it', async () => {
  const page = await openParts(2);
  await page.getByRole('button', { name: 'Show the table' }).click();
  await page.getByRole('alert').getByText('This part could not be loaded').waitFor();
  const again = page.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect.poll(() => page.evaluate(() => window.chunks?.asked)).toBe(2);
  expect(await page.getByText('The table', { exact: true }).count()).toBe(0);
  await again.click();
  await page.getByText('The table', { exact: true }).waitFor();
  expect(await again.count()).toBe(0);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Parts');
  expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('kept');
  await page.context().close();
});

test('UXP-50 (later dialogs) a dialog that cannot be loaded says so as one, closes by Escape, and becomes the real one', async () => {
  const page = await openParts(2);
  const failed = page.getByRole('dialog', { name: 'This part could not be loaded' });
  await page.getByRole('button', { name: 'Show the form' }).click();
  await failed.waitFor();
  await page.keyboard.press('Escape');
  await failed.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show the form');
  await page.keyboard.press('Enter');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => page.evaluate(() => window.chunks?.asked)).toBe(2);
  await failed.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('dialog', { name: 'The form' }).waitFor();
  await page.context().close();
});

test('UXP-50 (connection) an extra is missing without a word and comes with the connection', async () => {
  const page = await openParts(1);
  await page.getByRole('button', { name: 'Show the extra' }).click();
  await expect.poll(() => page.evaluate(() => window.chunks?.asked)).toBe(1);
  expect(await page.getByText('could not be loaded').count()).toBe(0);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('The extra').waitFor();
  await page.context().close();
});

test.each([
  ['es', 'Esta parte no se ha podido cargar'],
  ['fr', 'Cette partie n’a pas pu être chargée'],
  ['ar', 'تعذّر تحميل هذا الجزء'],
] as const)(
  'UXP-50 UXP-91 in %s a part that cannot be loaded is told in that language',
  async (locale, words) => {
    const page = await openParts(1, locale);
    await page.getByRole('button', { name: 'Show the table' }).click();
    await page.getByText(words).waitFor();
    await page.context().close();
  },
);

test('UXP-50 every part that comes later is loaded so that its page survives, with a place of its own while it comes', () => {
  const source = path.resolve(import.meta.dirname, '..');
  const files = globSync('{app,features,lib,shell}/**/*.{ts,tsx}', { cwd: source });
  const unsafe = files.filter((file) => {
    const text = readFileSync(path.join(source, file), 'utf8');
    if (/\blazy\b.*from 'react'/.test(text)) return true;
    if (!text.includes("from 'next/dynamic'")) return false;
    const parts = text.split(/\bdynamic\(/).slice(1);
    const isSafe = /^\s*(withPage\(\s*loaded(Quietly)?\(|loaded(Quietly)?\([^;]*\b(loading\b|ssr: false))/;
    return parts.some((part) => !isSafe.test(part));
  });
  expect(files.length).toBeGreaterThan(100);
  expect(unsafe).toEqual([]);
});
