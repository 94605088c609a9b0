import { readFile } from 'node:fs/promises';
import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

test('PRV-126 (page) the events of the chosen filters leave as a table, with a reason; whoever may only read is offered none', async () => {
  const asked: URLSearchParams[] = [];
  const table = 'number,occurred_at\r\n7,2026-11-01T09:00:00Z\r\n';
  const api = async (route: Route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (!pathname.endsWith('/audit_log/export')) {
      return route.fulfill({ json: { data: [], next_cursor: null, latest: null } });
    }
    asked.push(searchParams);
    return route.fulfill({ contentType: 'text/csv; charset=utf-8', body: table });
  };
  const capabilities = { 'audit_log.export': ['tenant' as const] };
  const page = await scenes.open('/admin/audit-log', { api, me: { capabilities } });
  await page.getByRole('searchbox').fill('password');
  await page.getByRole('button', { name: 'Clear filters' }).waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const drawer = page.getByRole('dialog', { name: 'Export the audit log' });
  await drawer.getByText('match the filter on the page').waitFor();
  await drawer.getByRole('textbox', { name: 'Why' }).fill('For the yearly review');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('audit-log.csv');
  expect(await readFile(await file.path(), 'utf8')).toBe(table);
  await drawer.waitFor({ state: 'detached' });
  expect(asked.map((query) => Object.fromEntries(query))).toEqual([
    { q: 'password', reason: 'For the yearly review' },
  ]);
  const reader = await scenes.open('/admin/audit-log', { api, me: { capabilities: {} } });
  await reader.getByRole('heading', { name: 'Audit log' }).waitFor();
  expect(await reader.getByRole('button', { name: 'Export' }).count()).toBe(0);
});
