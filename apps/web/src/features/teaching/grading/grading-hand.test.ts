import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

test('TCH-69 digits typed on arrival are the score; Escape leaves it as it was, Enter gives the keys back', async () => {
  const saved: string[] = [];
  const page = await scenes.open('gradeScore', {
    api: async (route) => {
      const body = route.request().postDataJSON();
      if (route.request().method() === 'PUT' && body?.entry) saved.push(body.entry);
      return route.fulfill({ status: 503, json: { type: 'about:blank', title: 'Not now', status: 503 } });
    },
  });
  const score = page.getByRole('textbox', { name: 'Score' });
  await score.waitFor();
  await page.keyboard.type('17');
  expect(await score.inputValue()).toBe('17');
  await page.keyboard.press('Escape');
  expect(await score.inputValue()).toBe('');
  await page.keyboard.type('15');
  await page.keyboard.press('Enter');
  await expect.poll(() => saved).toContain('15');
  expect(saved).not.toContain('17');
  expect(await score.evaluate((field) => field === document.activeElement)).toBe(false);
  await page.context().close();
});

test('TCH-86 a rubric of other points than the work has says what the best comes to, and leads to the points', async () => {
  const page = await scenes.open('gradeRubric');
  const note = page.getByText(
    'The rubric gives 8 points at most and this work has 20: the best result is 40%.',
  );
  await note.waitFor();
  expect(await note.getByRole('link', { name: 'Match the points' }).getAttribute('href')).toMatch(
    /\/teach\/courses\/[^/]+\/assignments\/[^/]+$/,
  );
  await page.context().close();
});
