import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000000${at}`;
const at = '2026-11-22T10:00:00Z';

type Answer = (body: Record<string, unknown>) => { status?: number; json: unknown };

async function open(scene: string, answers: Record<string, Answer>) {
  const sent: [string, unknown][] = [];
  const api = (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    const asked = `${request.method()} ${path}`;
    const body =
      request.method() === 'GET' ? {} : ((request.postDataJSON() ?? {}) as Record<string, unknown>);
    if (request.method() !== 'GET') sent.push([asked, body]);
    const answer = answers[asked]?.(body) ?? { json: { data: [], next_cursor: null } };
    return route.fulfill(answer as never);
  };
  const me = { capabilities: { 'templates.read': ['school'], 'unit_plans.read': ['school'] } } as never;
  const page = await scenes.open(scene, { api, me });
  return { page, sent };
}

test('PLN-164 saved searches are asked again, named otherwise and deleted; a name that is taken is said at its field', async () => {
  let saved = [
    {
      ...{ id: idOf(10), name: 'Ratios in grade 6', digest: false, created_at: at, updated_at: at },
      ...{ query: { q: 'ratio', kind: 'unit', grade_level: '6' }, lock_version: 3 },
    },
  ];
  const { page, sent } = await open('search', {
    'GET /saved_searches': () => ({ json: { data: saved } }),
    [`PATCH /saved_searches/${idOf(10)}`]: ({ name }) => {
      if (name === 'Fractions') {
        const errors = [
          { pointer: '/name', code: 'name_taken', detail: 'You have a saved search of this name.' },
        ];
        return { status: 409, json: problem(409, 'conflict', { errors }) };
      }
      saved = saved.map((one) => ({ ...one, name: String(name), lock_version: 4 }));
      return { json: saved[0] };
    },
    [`DELETE /saved_searches/${idOf(10)}`]: () => {
      saved = [];
      return { status: 204, json: undefined };
    },
  });
  const list = page.getByRole('region', { name: 'Saved searches' });
  const link = list.getByRole('link', { name: 'Ratios in grade 6' });
  expect(await link.getAttribute('href')).toBe('/search?q=ratio&kind=unit&grade_level=6');
  await list.getByText('“ratio”, Unit, and Grade 6').waitFor();
  await list.getByRole('button', { name: 'More for Ratios in grade 6' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename' });
  const name = dialog.getByRole('textbox', { name: /^Name/ });
  await name.fill('Fractions');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog
    .getByRole('alert')
    .getByText(/You have a saved search of this name/)
    .waitFor();
  await name.fill('Ratios');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(sent.at(-1)?.[1]).toEqual({ name: 'Ratios', lock_version: 3 });
  await list.getByRole('button', { name: 'More for Ratios' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await list.waitFor({ state: 'detached' });
  await page.context().close();
});

test('PLN-20 (templates) a template that was thrown away is in the bin and comes back from it', async () => {
  const template = {
    ...{ id: idOf(20), title: 'Lab report', level: 'school', lessons_count: 2, uses_count: 1 },
    ...{ deleted_at: at, purge_at: null, can: { restore: true } },
  };
  let binned = [template];
  const { page, sent } = await open('planBin', {
    'GET /templates': () => ({ json: { data: binned, next_cursor: null } }),
    [`POST /templates/${template.id}/restore_deleted`]: () => {
      binned = [];
      return { json: template };
    },
  });
  const row = page.getByRole('listitem').filter({ hasText: 'Lab report' });
  await row.getByText(/^Template/).waitFor();
  await row.getByRole('button', { name: 'Bring back' }).click();
  await row.waitFor({ state: 'detached' });
  expect(sent.map(([asked]) => asked)).toEqual([`POST /templates/${template.id}/restore_deleted`]);
  await page.context().close();
});

test('PLN-129 a tag gets another name everywhere, and the name of another makes the two one', async () => {
  let tags = [
    { tag: 'lab', count: 3 },
    { tag: 'labs', count: 2 },
  ];
  const { page, sent } = await open('tags', {
    'GET /resource_tags': () => ({ json: { data: tags } }),
    'POST /resource_tags/rename': () => {
      tags = [{ tag: 'lab', count: 5 }];
      return { json: { changed_count: 2 } };
    },
  });
  const dialog = page.getByRole('dialog', { name: 'Tags in use' });
  await dialog.getByRole('button', { name: 'Rename labs' }).click();
  const name = dialog.getByRole('textbox', { name: /^New name of labs/ });
  await name.fill('lab');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await name.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Messages' }).getByText('2 resources joined lab').waitFor();
  await dialog.getByText('on 5 resources').waitFor();
  expect(sent).toEqual([['POST /resource_tags/rename', { from: 'labs', to: 'lab' }]]);
  await page.context().close();
});
