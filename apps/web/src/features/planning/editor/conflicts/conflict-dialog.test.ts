import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

test('PLN-09 what one changed in two windows of one’s own is told as that, not as somebody else’s', async () => {
  const page = await scenes.open('conflict');
  const dialog = page.getByRole('dialog', { name: 'You changed the same place in another window' });
  await dialog.getByText('Changed in another window of yours').waitFor();
  for (const choice of ['Keep this window', 'Keep the other window'])
    await dialog.getByText(choice, { exact: true }).waitFor();
  expect(await dialog.getByText('Keep theirs').count()).toBe(0);
  await page.context().close();
});
