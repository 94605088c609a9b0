import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000000c${at}`;
const author = { id: idOf(9), display_name: 'Ravi Iyer' };
const requestOf = (at: number, title: string, grade: string) => ({
  ...{ id: idOf(at), state: 'pending', version_id: idOf(at), version_number: 1, change_note: null },
  plan: {
    ...{ id: idOf(at + 4), kind: 'unit', title, subjects: ['Science'], grade_levels: [grade] },
    ...{ school_id: null, school_name: null },
  },
  ...{ compared_number: null, changed_fields_count: 2, submitted_by: author, step: 1, steps_count: 1 },
  ...{ submitted_at: '2026-11-20T10:00:00Z', step_mode: 'any', due_on: null, decided_at: null, opened: true },
  can: { decide: true, delegate: true, withdraw: false },
});

/** A queue of two requests; what was approved leaves it. */
async function open() {
  const approved: string[] = [];
  const rows = [requestOf(1, 'Light', '10'), requestOf(2, 'Leaves', '9')];
  const api = (route: Route) => {
    const path = new URL(route.request().url()).pathname.replace('/api/v1', '');
    const row = rows.find(({ id }) => path.startsWith(`/approvals/${id}`));
    const whole = row && { ...row, decisions: [], approvers: [], draft_differs: false };
    if (path === '/approvals')
      return route.fulfill({
        json: { data: rows.filter(({ id }) => !approved.includes(id)), next_cursor: null },
      });
    if (path.endsWith('/diff')) return route.fulfill({ json: { changes: [], lessons: [], coarse: false } });
    if (path.endsWith('/approve') && row) approved.push(row.id);
    return route.fulfill({ json: whole ?? { data: [], next_cursor: null } });
  };
  const me = { capabilities: { 'unit_plans.approve': ['tenant'], 'approvals.read': ['tenant'] } } as never;
  const page = await scenes.open('approvals', { api, me });
  await page.getByRole('button', { name: /^Light/ }).click();
  await page.getByRole('button', { name: /^Approve/ }).waitFor();
  return { page, approved };
}

test('PLN-53 after a decision by hand nothing to approve lies under the pointer; the next is offered beside it', async () => {
  const { page, approved } = await open();
  await page.getByRole('button', { name: /^Approve/ }).click();
  const next = page.getByRole('button', { name: 'Open the next one' });
  await next.waitFor();
  expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  expect(approved).toEqual([idOf(1)]);
  await next.click();
  await page.getByRole('region', { name: 'Review' }).getByRole('heading', { name: 'Leaves' }).waitFor();
  await page.context().close();
});

test('PLN-49 by key a decision leads on to the next request at once', async () => {
  const { page, approved } = await open();
  await page.keyboard.press('a');
  await page.getByRole('region', { name: 'Review' }).getByRole('heading', { name: 'Leaves' }).waitFor();
  expect(approved).toEqual([idOf(1)]);
  await page.context().close();
});

test('PLN-53 grades to filter by are named and stand in the order of school', async () => {
  const { page } = await open();
  const options = page.getByRole('combobox', { name: 'Grade' }).locator('option');
  await expect.poll(() => options.allTextContents()).toEqual(['All grades', 'Grade 9', 'Grade 10']);
  await page.context().close();
});
