import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const ids = ['1', '2', '3', '4'].map((at) => `01900000-0000-7000-8000-0000000000c${at}`);
const courses = ['Maths 6', 'Maths 7'].map((name, at) => ({ id: ids[at], name, sections: [] }));
const side = (name: string, taught: number) => ({
  ...{ name, from_on: '2026-08-01', to_on: '2027-06-30' },
  totals: { planned: 2, taught, assessed: 0, denominator: 4 },
});
const comparison = {
  ...{ computed_at: '2026-11-22T02:00:00Z', left: side('Maths 6, 2026', 2), right: side('Maths 7, 2026', 0) },
  ...{ same_count: 3, differences_count: 1 },
  data: [
    {
      standard: { id: ids[3], code: 'A.1', statement: 'Compare ratios' },
      left: { planned: true, taught: true, assessed: false, units_count: 1 },
      right: { planned: false, taught: false, assessed: false, units_count: 0 },
    },
  ],
};

test('PLN-100 two courses are chosen and stand side by side with what differs', async () => {
  const asked: string[] = [];
  const replies: Record<string, unknown> = {
    '/standard_frameworks': {
      data: [{ id: ids[2], title: 'Mathematics', standards_count: 4 }],
      next_cursor: null,
    },
    '/courses': { data: courses, next_cursor: null },
    '/standards_coverage': {
      ...{ computed_at: comparison.computed_at, from_on: '2026-08-01', to_on: '2027-06-30' },
      ...{ framework_title: 'Mathematics', breadcrumb: [], columns: [], rows: [] },
      totals: { planned: 0, taught: 0, assessed: 0, denominator: 0 },
    },
    '/standards_coverage/comparison': comparison,
  };
  const api = (route: Route) => {
    const url = new URL(route.request().url());
    const path = url.pathname.replace('/api/v1', '');
    if (path.endsWith('/comparison')) asked.push(url.search);
    return route.fulfill({ json: replies[path] ?? { data: [], next_cursor: null } });
  };
  const page = await scenes.open('coverage', { api });
  await page.getByText('Compare', { exact: true }).click();
  await page.getByText('Choose two to compare').waitFor();
  await page.getByRole('combobox', { name: 'One side' }).selectOption({ label: 'Maths 6' });
  await page.getByRole('combobox', { name: 'Other side' }).selectOption({ label: 'Maths 7' });
  await page.getByText('1 standard differs; 3 are the same on both sides.').waitFor();
  expect(asked.at(-1)).toContain(`course_id=${ids[0]}`);
  expect(asked.at(-1)).toContain(`with_course_id=${ids[1]}`);
  for (const name of ['Maths 6, 2026', 'Maths 7, 2026']) await page.getByText(name).first().waitFor();
  const row = page.getByRole('row').filter({ hasText: 'A.1' });
  await row.waitFor();
  expect(await row.textContent()).toMatch(/A\.1\s*Compare ratios\s*Planned\s*Taught\s*Not planned/);
  await page.context().close();
});
