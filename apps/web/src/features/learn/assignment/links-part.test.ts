import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

test('TCH-62 (page) an address that is still in the field is taken along by whoever goes on to hand in', async () => {
  const page = await scenes.open('addresses');
  const field = page.getByRole('textbox');
  await field.fill('example.org/leaf');
  await page.getByRole('button', { name: 'Hand in' }).focus();
  await page.getByRole('link', { name: 'example.org https://example.org/leaf' }).waitFor();
  expect(await field.inputValue()).toBe('');
  await field.fill('not yet an address');
  await page.getByRole('button', { name: 'Hand in' }).focus();
  expect(await field.inputValue()).toBe('not yet an address');
  await page.context().close();
});
