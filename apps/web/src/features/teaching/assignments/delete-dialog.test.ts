import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

test('TCH-45 (page) before an assignment is deleted it is said how many students and totals that touches', async () => {
  const usage = { students_with_work: 3, students_with_grades: 1, totals_affected: 1 };
  const page = await scenes.open('deleteAssignments', {
    api: (route) => route.fulfill({ json: route.request().url().endsWith('/usage') ? usage : {} }),
  });
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await dialog.getByText('3 students have handed in, 1 is graded; 1 total moves.').waitFor();
  expect(await dialog.getByRole('listitem').allTextContents()).toHaveLength(1);
  await page.context().close();
});
