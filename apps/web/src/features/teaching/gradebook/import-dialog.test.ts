import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ada, essay, idOf, sheetOf } from '../../../test/a-sheet.ts';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const cell = (outcome: string, more: object) => ({
  ...{ line: 2, student_id: ada, student: 'Okafor, Ada', assignment_id: essay, column: 'Essay' },
  ...{ outcome, code: null, before: '17', after: '19', grade_version: 4, ...more },
});
const preview = {
  ...{ id: idOf('f1'), file_name: 'grades.csv', state: 'previewed', created_at: '2026-11-16T12:00:00Z' },
  ...{ change_set_id: null, unknown_columns: [] },
  counts: { change: 1, same: 0, refused: 1, conflict: 0, unknown_student: 0, duplicate_row: 0 },
  cells: [cell('change', {}), cell('refused', { line: 3, code: 'not_understood', after: 'what' })],
};

/** Takes a file, previews it, applies it and takes it back; the sheet follows. */
function importServer() {
  const sent: string[] = [];
  let cells = '0:17~1~4';
  const api = async (route: Route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname.replace('/api/v1', '');
    sent.push(`${route.request().method()} ${path}`);
    if (path === '/files') return route.fulfill({ status: 201, json: { id: idOf('f0') } });
    if (path.endsWith('/apply')) {
      cells = '0:17~2~9';
      const done = { change_set_id: idOf('f2'), saved_count: 1, created_assignment_ids: [], skipped: [] };
      return route.fulfill({ json: done });
    }
    if (path.endsWith('/revert')) {
      cells = '0:17~3~4';
      return route.fulfill({ json: { change_set_id: idOf('f3'), reverted_count: 1, skipped: [] } });
    }
    if (route.request().method() === 'GET') return route.fulfill({ json: sheetOf(cells) });
    return route.fulfill({ status: 201, json: preview });
  };
  return { api, sent };
}

const file = { name: 'grades.csv', mimeType: 'text/csv', buffer: Buffer.from('x') };

test.each(['the toast', 'Undo'])(
  'TCH-99 TCH-130 an import is seen cell by cell with its file, is no news, and is taken back from %s',
  async (from) => {
    const { api, sent } = importServer();
    const page = await scenes.open('gradeImport', { api });
    await page.locator('input[type=file]').setInputFiles(file);
    const rows = page.getByRole('table').getByRole('row');
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.nth(1).textContent()).toContain('This is no grade');
    expect(await rows.nth(2).textContent()).toContain('17 → 19');
    await page.getByText('grades.csv', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Change 1 grade' }).click();
    await page.getByText('1 grade imported').waitFor();
    await page.getByText('News: 0').waitFor();
    const button = from === 'Undo' ? 'Undo' : 'Take back';
    await page.getByRole('button', { name: button }).click();
    await page.getByText('1 grade put back').waitFor();
    expect(sent.filter((one) => one.endsWith('/revert'))).toHaveLength(1);
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    await page.context().close();
  },
);

test('TCH-132 UXP-97 why a file is no table is said in the language of the reader', async () => {
  const errors = [{ pointer: '/content_base64', code: 'broken_quoting', detail: 'Line 7: never closed.' }];
  const page = await scenes.open('gradeImport', {
    locale: 'fr',
    api: (route) =>
      route.request().url().includes('/files')
        ? route.fulfill({ status: 201, json: { id: idOf('f0') } })
        : route.fulfill({ status: 422, json: problem(422, 'request.invalid', { errors }) }),
  });
  await page.locator('input[type=file]').setInputFiles(file);
  const alert = page.getByRole('alert').filter({ hasText: 'Ligne 7' });
  await expect
    .poll(() => alert.textContent())
    .toBe('Ligne 7 : Un guillemet est ouvert et n’est pas fermé comme il faut.');
  await page.context().close();
});
