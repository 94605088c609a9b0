import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetOf } from '../../../test/a-sheet.ts';
import { serveScenes } from '../../../test/serve-scenes.ts';
import { longestInOrder } from './sheet-rows.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

const [students, assignments] = [120, 40];
const number = (at: number) => String(at).padStart(3, '0');

/** Each cell holds its row and its column, so that none can stand in the place of another unseen. */
function bigSheet() {
  const { rows, columns, ...book } = sheetOf('');
  const [row, column] = [rows[0], columns[0]];
  return {
    ...book,
    columns: Array.from({ length: assignments }, (_, at) => ({
      ...{ ...column, title: `Work ${at}`, points_possible: '99999' },
      id: `01900000-0000-7000-8000-000000${number(at)}a01`,
    })),
    rows: Array.from({ length: students }, (_, at) => ({
      ...row,
      student_id: `01900000-0000-7000-8000-000000${number(at)}b01`,
      sort_name: `Student ${number(at)}`,
      name: `Student ${number(at)}`,
      cells: Array.from({ length: assignments }, (__, place) => `${place}:17~1~${at * 100 + place}`).join(
        '|',
      ),
    })),
  };
}

async function opened(locale: 'en' | 'ar' = 'en', heard?: (body: string) => void): Promise<Page> {
  const book = bigSheet();
  const api = (route: Route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('/gradebook')) return route.fulfill({ json: book });
    if (!pathname.endsWith('/gradebook/cells')) return route.fulfill({ status: 404, json: {} });
    heard?.(request.postData() ?? '');
    return route.fulfill({ json: saved(request.postDataJSON().cells) });
  };
  const page = await scenes.open('/teach/courses/[courseId]/gradebook', { api, locale });
  await page.getByRole('gridcell', { selected: true }).waitFor();
  return page;
}

const saved = (cells: { student_id: string; assignment_id: string; entry: string }[]) => ({
  ...{ change_set_id: null, saved_count: cells.length, totals: [] },
  results: cells.map(({ student_id, assignment_id, entry }) => ({
    ...{ student_id, assignment_id, status: 'saved', code: null, notice: null },
    cell: {
      ...{ student_id, assignment_id, entry, entered_score: entry, effective_score: entry, deduction: '0' },
      ...{ state: 'graded', status_override: null, late_minutes_override: null, is_posted: false },
      ...{ grade_version: 2, graded_by: null, graded_at: null },
    },
  })),
});

/** Everything that is drawn: whose row it is said to be, and what stands in its cells. */
const drawn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
      at: Number(row.dataset.row),
      index: Number(row.getAttribute('aria-rowindex')),
      name: row.querySelector('[role=rowheader]')?.textContent,
      wrong: [...row.querySelectorAll<HTMLElement>('[data-place]')]
        .filter(
          (cell) => cell.textContent !== String(Number(row.dataset.row) * 100 + Number(cell.dataset.place)),
        )
        .map((cell) => `${cell.dataset.place}: ${cell.textContent}`),
      places: [...row.querySelectorAll<HTMLElement>('[data-place]')].map(({ dataset }) =>
        Number(dataset.place),
      ),
    })),
  );

const scrollTo = (page: Page, top: number, start: number) =>
  page.evaluate(
    ([y, x]) =>
      document.querySelector('[role=grid]')?.scrollTo({ top: y ?? 0, left: x ?? 0, behavior: 'instant' }),
    [top, start],
  );

test.each([['en'], ['ar']] as const)(
  'TCH-90 wherever one scrolls to, each row drawn is one student with that student’s grades, in their order at rest (%s)',
  async (locale) => {
    const page = await opened(locale);
    const sign = locale === 'ar' ? -1 : 1;
    for (const [top, start] of [
      [0, 0],
      [700, 0],
      [1500, 900],
      [1300, 2400],
      [3000, 0],
      [100, 4000],
    ] as const) {
      await scrollTo(page, top, sign * start);
      const first = Math.floor(top / 32);
      await page.locator(`[data-row="${first}"]`).waitFor();
      await expect
        .poll(() => page.evaluate(() => !!document.elementFromPoint(700, 500)?.closest('[data-row]')))
        .toBe(true);
      await expect
        .poll(async () => {
          const rows = await drawn(page);
          return rows
            .map(({ at }) => at)
            .every((at, place) => place === 0 || at === (rows[place - 1]?.at ?? 0) + 1);
        })
        .toBe(true);
      const rows = await drawn(page);
      expect(rows.flatMap(({ wrong }) => wrong)).toEqual([]);
      expect(rows.map(({ name }) => name)).toEqual(rows.map(({ at }) => `Student ${number(at)}`));
      expect(rows.map(({ index }) => index)).toEqual(rows.map(({ at }) => at + 3));
      const places = rows[0]?.places ?? [];
      expect(places).toEqual(places.map((_, step) => (places[0] ?? 0) + step));
      expect(rows.every((row) => String(row.places) === String(places))).toBe(true);
    }
    await page.close();
  },
);

test('TCH-101 what is being typed stays open and heard while its row is scrolled out of sight', async () => {
  const page = await opened();
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('4');
  await scrollTo(page, 2600, 0);
  await page.locator('[data-row="90"]').waitFor();
  await page.keyboard.type('2');
  expect(await page.getByRole('textbox', { name: 'Entry' }).or(grid.getByRole('textbox')).inputValue()).toBe(
    '42',
  );
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('[data-row="1"]').first().textContent()).toContain('Student 001');
  expect(await grid.getByRole('textbox').count()).toBe(0);
  await page.close();
});

test('TCH-90 only rows that do not follow one another have to move', () => {
  expect([...longestInOrder([8, 9, 3, 4, 5, 6, 7])].sort()).toEqual([3, 4, 5, 6, 7]);
  expect([...longestInOrder([3, 4, 5, 1, 2])].sort()).toEqual([3, 4, 5]);
  expect(longestInOrder([]).size).toBe(0);
});

test('TCH-97 a typed grade is on its way to the server before the key that ends it is', async () => {
  const sent: string[] = [];
  const page = await opened('en', (body) => sent.push(body));
  await page.getByRole('grid').focus();
  // The first write asks for its token; every later one has it.
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect.poll(() => sent.length).toBe(1);
  await expect.poll(() => page.getByRole('status').first().textContent()).toContain('Saved');
  await page.keyboard.type('7');
  // The client keeps the browser's own way to send for itself; it writes the request down at once before it sends it.
  const isSent = await page.evaluate(() => {
    let isWritten = false;
    const { stringify } = JSON;
    JSON.stringify = (value: unknown) => {
      isWritten ||= typeof value === 'object' && value !== null && 'decimal_comma' in value;
      return stringify(value);
    };
    const press = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(press);
    JSON.stringify = stringify;
    return isWritten;
  });
  expect(isSent).toBe(true);
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]).toContain('"entry":"7"');
  await page.close();
});
