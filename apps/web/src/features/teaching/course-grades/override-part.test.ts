import { afterAll, beforeAll, expect, test } from 'vitest';
import { ada } from '../../../test/a-sheet.ts';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const calculated = {
  ...{ student_id: ada, grading_period_id: null, so_far: '83.1111', if_nothing_more: '74.8' },
  ...{ posted_so_far: null, posted_if_nothing_more: null, label: 'B', posted_label: null, override: null },
  ...{ categories: [], dropped: [], finalized_at: null, lock_version: 3 },
};
const wrong = problem(422, 'request.invalid', {
  errors: [{ pointer: '/percent', code: 'invalid_format', detail: 'Not a percentage.' }],
});

test('TCH-120 (page) a grade is set by hand with a reason; what is wrong stands at its field, and it can be given back', async () => {
  const sent: Record<string, unknown>[] = [];
  let total: object = calculated;
  const page = await scenes.open('gradeByHand', {
    api: async (route) => {
      if (route.request().method() === 'GET') return route.fulfill({ json: { data: [total] } });
      const { percent, label, reason, ...rest } = route.request().postDataJSON();
      sent.push({ percent, label, reason, ...rest });
      if (percent === 'ninety') return route.fulfill({ status: 422, json: wrong });
      const override = percent || label ? { percent, label, reason } : null;
      total = { ...calculated, override, lock_version: rest.lock_version + 1 };
      return route.fulfill({ json: total });
    },
  });
  await page.getByRole('button', { name: 'Set the grade by hand' }).click();
  const reason = page.getByRole('textbox', { name: /^Why/ });
  await page.getByRole('textbox', { name: 'Percent' }).fill('ninety');
  await reason.fill('Strong second half.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: /^Percent:/ }).waitFor();
  expect(await reason.inputValue()).toBe('Strong second half.');

  await page.getByRole('textbox', { name: 'Percent' }).fill('90,5');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Set: 1').waitFor();
  const place = { student_id: ada, grading_period_id: null };
  expect(sent.at(-1)).toEqual({
    ...{ ...place, percent: '90.5', label: null },
    ...{ reason: 'Strong second half.', lock_version: 3 },
  });

  await page.getByRole('button', { name: 'Change the grade set by hand' }).click();
  await page.getByRole('textbox', { name: 'Percent' }).fill('');
  await reason.fill('It was right as calculated.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Set: 2').waitFor();
  expect(sent.at(-1)).toMatchObject({ percent: null, label: null, lock_version: 4 });
  await page.context().close();
});
