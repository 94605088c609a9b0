import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

test('PPL-101 a score says itself when its work came late or was filled in because nothing came', async () => {
  const page = await scenes.open('gradedRows');
  const rows = page.getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(3);
  const texts = await rows.allTextContents();
  expect(texts.map((text) => /Late|Missing/.exec(text)?.[0] ?? null)).toEqual([null, 'Late', 'Missing']);
  expect(texts[2]).toContain('0/20');
  await page.context().close();
});
