import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

test('UXP-29 a length that no lesson can have stays as typed, is explained and not saved; a right one is', async () => {
  const sent: unknown[] = [];
  const page = await scenes.open('lessonHead', {
    api: (route) => {
      sent.push((route.request().postDataJSON() as { duration_minutes: number }).duration_minutes);
      return route.fulfill({ json: { lock_version: 1, duration_minutes: sent.at(-1) } });
    },
  });
  const length = page.getByRole('textbox', { name: 'Length in minutes' });
  for (const typed of ['-5', '601', 'half']) {
    await length.fill(typed);
    await length.press('Enter');
    await page.getByRole('alert').getByText('1 to 600 minutes').waitFor();
    expect([await length.inputValue(), await length.getAttribute('aria-invalid')]).toEqual([typed, 'true']);
  }
  await length.fill('50');
  await length.press('Enter');
  await expect.poll(() => sent).toEqual([50]);
  expect(await page.getByText('1 to 600 minutes').count()).toBe(0);
  await page.context().close();
});
