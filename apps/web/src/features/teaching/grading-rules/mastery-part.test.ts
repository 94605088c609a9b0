import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`;
const levels = ['Beginning', 'Developing', 'Proficient', 'Advanced'].map((label, at) => ({
  ...{ value: String(at + 1), label, color: 'plain' },
}));
const scale = {
  ...{ name: 'Four levels', levels, method: { kind: 'mean', of_latest: 3 }, mastery_at: '3' },
  ...{ least_assessed_percent: 50, conversion: null },
};
const settings = {
  ...{ scale, source: 'product', inherited: scale, inherited_from: 'product', lock_version: 0 },
  can: { update: true, convert: true },
};
const year = {
  id: id('a1'),
  name: '2026–27',
  state: 'active',
  starts_on: '2026-08-01',
  ends_on: '2027-06-30',
};

test('TCH-125 TCH-127 (page) a school names its levels and says from which score each is reached; what would change is told before', async () => {
  const sent: Record<string, unknown>[] = [];
  const page = await scenes.open('/admin/grading', {
    me: { schools: [{ id: id('c1'), name: 'North', code: 'N' }] as never },
    api: async (route) => {
      const { pathname, search } = new URL(route.request().url());
      if (pathname.endsWith('/academic_years'))
        return route.fulfill({ json: { data: [year], next_cursor: null } });
      if (!pathname.endsWith('/proficiency_scale'))
        return route.fulfill({ json: { data: [], next_cursor: null, can: {}, year_grade: 'items' } });
      if (route.request().method() === 'GET') return route.fulfill({ json: settings });
      expect(search).toBe(`?school_id=${id('c1')}`);
      const body = route.request().postDataJSON();
      sent.push(body);
      const now = body.dry_run
        ? settings
        : { ...settings, scale: body.scale, source: 'school', lock_version: 1 };
      return route.fulfill({
        json: { settings: now, changed_count: 7, results_count: 40, courses_count: 3 },
      });
    },
  });
  const part = page.getByRole('region', { name: 'How mastery is judged' });
  const save = part.getByRole('button', { name: 'Use in this school' });
  await part.getByRole('textbox', { name: 'Level 3' }).fill('Secure');
  await part.getByRole('switch', { name: 'Scores become levels' }).check();
  await part.getByRole('combobox', { name: 'Mastered from' }).selectOption('Advanced');
  await part.getByText('7 of 40 results would change').waitFor();
  expect(sent.every(({ dry_run }) => dry_run === true)).toBe(true);
  await save.click();
  await page.getByText('Mastery is judged this way now').waitFor();
  const named = levels.map((level, at) => (at === 2 ? { ...level, label: 'Secure' } : level));
  const steps = ['0', '50', '67', '83'].map((from_percent, at) => ({ from_percent, value: String(at + 1) }));
  expect(sent.at(-1)).toEqual({
    scale: { ...scale, levels: named, mastery_at: '4', conversion: steps },
    ...{ dry_run: false, lock_version: 0 },
  });
  await page.context().close();
});
