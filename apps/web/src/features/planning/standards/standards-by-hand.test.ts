import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000000${at}`;
const at = '2026-11-22T10:00:00Z';
const framework = {
  ...{
    id: idOf(10),
    identifier: 'cs',
    source_uri: null,
    title: 'Computer science',
    creator: '',
    publisher: '',
  },
  ...{ jurisdiction: '', description: '', subjects: [], version: '2026', adoption_status: 'adopted' },
  ...{ language: 'en', licence: '', scope: 'district', school_id: null, standards_count: 3 },
  ...{ created_at: at, updated_at: at, imported_at: null, lock_version: 0 },
  can: { update: true, import: true, extend: true, delete: true },
};
const standardOf = (number: number, position: number) => ({
  ...{
    id: idOf(20 + number),
    framework_id: framework.id,
    identifier: `cs${number}`,
    parent_id: null,
    position,
  },
  ...{ depth: 0, is_leaf: true, is_unplaced: false, code: `CS.${number}`, statement: `Statement ${number}` },
  ...{ short_statement: null, label: null, item_type: null, education_levels: [], grade_levels: ['6'] },
  ...{ subjects: [], assessable: true, list_enumeration: null, state: 'active', school_id: null },
  ...{
    lock_version: 0,
    children_count: 0,
    alignments_count: 0,
    framework_title: framework.title,
    notes: null,
  },
  ...{ language: 'en', licence: '', source_uri: null, breadcrumb: [], equivalents: [], replacements: [] },
  ...{ related: [], can: { update: true, retire: true, delete: true, align: false } },
});
const school = { id: idOf(90), name: 'Northside School', code: 'N', time_zone: 'America/New_York' };
const verbs = ['read', 'create', 'update', 'import'];
const capabilities = Object.fromEntries(verbs.map((verb) => [`standards.${verb}`, ['tenant']]));

type Reply = { status?: number; json: unknown };
type Answer = (body: never, path: string) => Reply | unknown;

/** A server that answers what the test says, keeps what was sent to it, and has nothing else. */
async function open(scene: string, address: string, answers: Record<string, Answer>) {
  const sent: [string, unknown][] = [];
  const api = async (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    const method = request.method();
    const isJson = request.headers()['content-type'] === 'application/json';
    const body = isJson ? request.postDataJSON() : null;
    const key = Object.keys(answers).find((one) => new RegExp(`^${one}$`).test(`${method} ${path}`));
    if (method !== 'GET') sent.push([`${method} ${path}`, body]);
    const answer = key ? answers[key]?.(body as never, path) : { data: [], next_cursor: null };
    const given = answer as Reply;
    if (given && typeof given.status === 'number' && 'json' in given) return route.fulfill(given as never);
    return route.fulfill({ json: answer });
  };
  const me = { capabilities, schools: [school] } as never;
  const page = await scenes.open(scene, { api, me });
  await page.evaluate((search) => window.history.replaceState(null, '', search), address);
  return { page, sent };
}

const tree = (rows: () => object[]) => ({
  'GET /standard_frameworks': () => ({ data: [framework], next_cursor: null }),
  [`GET /standard_frameworks/${framework.id}/tree`]: () => ({
    breadcrumb: [],
    data: rows(),
    unplaced_count: 0,
  }),
  'GET /standard_alignments': () => ({ data: [], hidden_count: 0 }),
});

const close = (page: Page) => page.context().close();

test('PLN-83 a standard is written by hand; a code that is taken is said at its field and nothing typed is lost', async () => {
  const rows = [standardOf(1, 0)];
  const { page, sent } = await open('standards', '?', {
    ...tree(() => rows),
    'POST /standards': ({ code }: { code: string }) => {
      if (code === 'CS.1')
        return {
          status: 422,
          json: problem(422, 'standard.code_taken', {
            errors: [{ pointer: '/code', code: 'standard.code_taken', detail: 'The code is taken.' }],
          }),
        };
      rows.push(standardOf(2, 1));
      return { status: 201, json: rows[1] };
    },
    'GET /standards/.+': () => rows[1],
  });
  await page.getByRole('button', { name: 'Add a standard' }).click();
  const form = page.getByRole('dialog', { name: 'New standard' });
  await form.getByRole('textbox', { name: 'Code' }).fill('CS.1');
  await form.getByRole('textbox', { name: /^Statement/ }).fill('Trace a program by hand');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.getByRole('alert').getByText('Code: The code is taken.').waitFor();
  const statement = form.getByRole('textbox', { name: /^Statement/ });
  expect(await statement.inputValue()).toBe('Trace a program by hand');
  await form.getByRole('textbox', { name: 'Code' }).fill('CS.2');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^CS.2/ }).waitFor();
  expect(sent.at(-1)?.[1]).toMatchObject({ framework_id: framework.id, code: 'CS.2', parent_id: null });
  await close(page);
});

test('PLN-83 standards change places by Alt and arrows and by dragging, over retired ones that are not shown, and back by undo', async () => {
  const rows = [standardOf(1, 0), { ...standardOf(2, 1), state: 'retired' }, standardOf(3, 2)];
  const { page, sent } = await open('standards', '?', {
    ...tree(() => rows),
    'PATCH /standards/.+': (body: { lock_version: number }) => ({
      ...standardOf(3, 0),
      lock_version: body.lock_version + 1,
    }),
  });
  const third = page.getByRole('button', { name: /^CS.3/ });
  await third.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => sent.map(([, body]) => body))
    .toEqual([
      { position: 0, lock_version: 0 },
      { parent_id: null, position: 2, lock_version: 1 },
    ]);
  expect(await page.getByRole('button', { name: /^CS.2/ }).count()).toBe(0);
  const first = page.getByRole('button', { name: /^CS.1/ });
  const height = (await first.boundingBox())?.height ?? 0;
  await third.dragTo(first, { targetPosition: { x: 20, y: height / 2 } });
  await expect.poll(() => sent.at(-1)?.[1]).toEqual({ parent_id: idOf(21), lock_version: 0 });
  await close(page);
});

test('PLN-83 PLN-92 a standard is retired with a way back, and one that is in use is not deleted without a word', async () => {
  const shown = { ...standardOf(1, 0) };
  const { page, sent } = await open('standards', `?standard=${shown.id}`, {
    ...tree(() => [shown]),
    [`GET /standards/${shown.id}`]: () => shown,
    'POST /standards/.+/(retire|reinstate)': (_body, path) => {
      shown.state = path.endsWith('retire') ? 'retired' : 'active';
      return shown;
    },
    'DELETE /standards/.+': () => ({ status: 409, json: problem(409, 'standard.in_use') }),
  });
  const menu = page.getByRole('button', { name: 'Change CS.1' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Retire' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent.map(([asked]) => asked.split('/').at(-1))).toEqual(['retire', 'reinstate']);
  await menu.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete CS.1?' }).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('region', { name: 'Messages' }).getByText('Refused: standard.in_use').waitFor();
  await close(page);
});

test('PLN-82 a school is shown only the frameworks that are chosen for it, or all again', async () => {
  const other = { ...framework, id: idOf(11), title: 'Mathematics' };
  let chosen: string[] | null = null;
  const { page, sent } = await open('frameworks', '?', {
    'GET /standard_frameworks': () => ({ data: [framework, other], next_cursor: null }),
    'GET /schools/.+/framework_subscriptions': () => ({ framework_ids: chosen, can: { update: true } }),
    'PUT /schools/.+/framework_subscriptions': ({ framework_ids }: { framework_ids: string[] }) => {
      chosen = framework_ids.length > 0 ? framework_ids : null;
      return { framework_ids: chosen, can: { update: true } };
    },
  });
  const choice = page.getByRole('dialog', { name: 'Frameworks shown to teachers' });
  await page.getByRole('button', { name: 'Shown to teachers' }).click();
  await choice.getByRole('radio', { name: 'Only these' }).check();
  await choice.getByRole('checkbox', { name: /Mathematics/ }).uncheck();
  await choice.getByRole('button', { name: 'Save' }).click();
  await choice.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Shown to teachers' }).click();
  await choice.getByRole('radio', { name: 'All frameworks' }).check();
  await choice.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => sent.map(([, body]) => body))
    .toEqual([{ framework_ids: [framework.id] }, { framework_ids: [] }]);
  await close(page);
});

test('PLN-81 what would move to newer standards is shown first, can be left out, and moves back from the list of moves', async () => {
  const [from, to, kept] = [standardOf(1, 0), standardOf(2, 1), standardOf(3, 2)];
  const offers = [
    { from, to, alignments_count: 4 },
    { from: kept, to, alignments_count: 2 },
  ];
  const moved = { id: idOf(40), moved_count: 7, created_at: at, undo_until_at: at, undone_at: null };
  const { page, sent } = await open('frameworks', '?', {
    'GET /standard_frameworks': () => ({ data: [framework], next_cursor: null }),
    'GET /alignment_migrations': () => ({ data: [moved] }),
    'POST /standards/migrate_alignments': () => ({ ...moved, offers, moved_count: 6 }),
    'POST /alignment_migrations/.+/undo': () => ({ ...moved, offers: [] }),
  });
  await page.getByRole('button', { name: 'More about Computer science' }).click();
  await page.getByRole('menuitem', { name: /^Move plans/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Move plans/ });
  await dialog.getByRole('button', { name: 'Move 6 alignments' }).waitFor();
  expect(sent).toEqual([
    ['POST /standards/migrate_alignments', { framework_id: framework.id, dry_run: true }],
  ]);
  await dialog.getByRole('button', { name: 'Put back' }).click();
  await expect
    .poll(() => sent.map(([asked]) => asked))
    .toContain(`POST /alignment_migrations/${moved.id}/undo`);
  await dialog.getByRole('checkbox', { name: /^CS.3/ }).uncheck();
  await dialog.getByRole('button', { name: 'Move 4 alignments' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(sent.at(-1)?.[1]).toEqual({ framework_id: framework.id, dry_run: false, standard_ids: [from.id] });
  await close(page);
});

test('UXP-38 (standards: page) an import that left rows out gives them as a file, and takes them back corrected', async () => {
  const counts = { added: 5, changed: 0, moved: 0, retired: 0, removed: 0, unchanged: 0, associations: 0 };
  const row = {
    ...{ id: idOf(50), file_name: 'table.csv', format: 'csv', state: 'applied', framework_id: framework.id },
    ...{ school_id: null, corrects_import_id: null, title: null, columns: [], mapping: {}, documents: [] },
    ...{ document_identifier: null, counts: { ...counts, bad: 1, notes: 0 }, fault: null, done_count: 5 },
    ...{ total_count: 5, created_at: at, finished_at: at },
    can: { apply: false, cancel: false, map: false, correct: true },
  };
  const fault = {
    ...{
      number: 0,
      severity: 'error',
      code: 'statement_missing',
      place: 'line 3',
      line: 3,
      column: 'statement',
    },
    ...{ identifier: null, value: '', detail: 'The row has no statement.' },
  };
  const corrected = { ...row, id: idOf(51), state: 'previewed', corrects_import_id: row.id };
  const { page, sent } = await open('frameworks', '?', {
    'GET /standard_imports': () => ({ data: [row], next_cursor: null }),
    [`GET /standard_imports/${row.id}`]: () => row,
    [`GET /standard_imports/${corrected.id}`]: () => corrected,
    'GET /standard_imports/.+/problems': () => ({ data: [fault], next_cursor: null }),
    'POST /files': () => ({ status: 201, json: { id: idOf(60) } }),
    'POST /standard_imports': () => ({ status: 201, json: corrected }),
  });
  await page
    .getByRole('region', { name: 'Imports so far' })
    .getByRole('button', { name: 'table.csv' })
    .click();
  const bad = page.getByRole('region', { name: '1 row is left out' });
  const file = bad.getByRole('link', { name: 'Download 1 row to correct' });
  expect(await file.getAttribute('href')).toBe(`/api/v1/standard_imports/${row.id}/bad_rows`);
  await page.getByText('Line 3 · statement').first().waitFor();
  const chosen = {
    name: 'rows.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Code,Statement\nA.1,Good\n'),
  };
  await bad.locator('input[type=file]').setInputFiles(chosen);
  await expect
    .poll(() => sent.at(-1))
    .toEqual(['POST /standard_imports', { file_id: idOf(60), corrects_import_id: row.id }]);
  await expect.poll(() => page.url()).toContain(`import=${corrected.id}`);
  await close(page);
});
