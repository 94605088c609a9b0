import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000${String(at).padStart(5, '0')}`;
const people = Array.from({ length: 120 }, (_, at) => ({
  id: idOf(at),
  display_name: `Person ${at + 1}`,
  state: 'active',
  roles: ['teacher'],
  memberships: [],
  contact: null,
  last_sign_in_at: null,
}));
const nameOf = (id: string) => people.find((person) => person.id === id)?.display_name;
const runId = idOf(90_000);
const perPage = 50;

/** A server with 120 people, of whom two cannot be suspended the first time they are asked about. */
function peopleServer() {
  const calls: { action: string; user_ids: string[] }[] = [];
  const refuses = new Set([idOf(3), idOf(110)]);
  const api = async (route: Route) => {
    const url = new URL(route.request().url());
    if (url.pathname === '/api/v1/users') {
      const from = Number(url.searchParams.get('cursor') ?? 0);
      const next = from + perPage < people.length ? String(from + perPage) : null;
      return route.fulfill({ json: { data: people.slice(from, from + perPage), next_cursor: next } });
    }
    if (url.pathname.startsWith('/api/v1/user_bulk_runs/')) return route.fulfill({ json: runAt(url) });
    if (!/bulk/.test(url.pathname)) return route.fulfill({ json: { data: [], next_cursor: null } });
    const call = route.request().postDataJSON() as (typeof calls)[number];
    calls.push(call);
    const data = call.user_ids.map((user_id) =>
      refuses.delete(user_id)
        ? { user_id, status: 'failed', code: 'conflict', detail: 'Is the last administrator.' }
        : { user_id, status: 'done', code: null, detail: null },
    );
    const done_count = data.filter(({ status }) => status === 'done').length;
    const counts = { done_count, failed_count: data.length - done_count };
    if (url.pathname === '/api/v1/users/bulk') return route.fulfill({ json: { data, ...counts } });
    run = { ...counts, data, action: call.action, looks: 0 };
    return route.fulfill({ status: 202, json: { id: runId, state: 'waiting', total_count: data.length } });
  };
  let run = {
    done_count: 0,
    failed_count: 0,
    action: 'suspend',
    looks: 0,
    data: [] as { status: string; user_id: string }[],
  };
  /** Half of it at the first look, all of it at the second. */
  const runAt = ({ pathname }: URL) => {
    const { data, looks, ...counts } = run;
    if (pathname.endsWith('/items')) {
      const failed = data.filter(({ status }) => status === 'failed');
      return {
        data: failed.map((item) => ({ ...item, user_name: nameOf(item.user_id) })),
        next_cursor: null,
      };
    }
    run.looks += 1;
    const base = { id: runId, total_count: data.length, ...counts };
    return looks === 0
      ? { ...base, state: 'running', done_count: 60, failed_count: 0 }
      : { ...base, state: 'done' };
  };
  return { api, calls };
}

test('UXP-37 INT-142 (boxes, range, all that match, progress, reasons, retry) many people are chosen and changed, and those refused tried again', async () => {
  const server = peopleServer();
  const page = await scenes.open('users', {
    api: server.api,
    me: { capabilities: { 'users.create': ['tenant'], 'users.bulk': ['tenant'] } },
  });
  const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
  await box('Person 2').click();
  await page.getByText('1 selected').waitFor();
  await box('Person 5').click({ modifiers: ['Shift'] });
  await page.getByText('4 selected').waitFor();
  const everything = page.getByRole('button', { name: 'Select everything that matches' });
  expect(await everything.count()).toBe(0);
  await page.getByRole('checkbox', { name: 'Select all rows' }).click();
  await page.getByText('50 selected').waitFor();
  await everything.click();
  await page.getByText('120 selected').waitFor();

  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByText('60 of 120 done').waitFor();
  expect(new URL(page.url()).searchParams.get('run')).toBe(runId);
  await page.getByText('118 people suspended').waitFor();
  expect(new URL(page.url()).searchParams.get('run')).toBeNull();
  expect(server.calls.map(({ action, user_ids }) => [action, user_ids.length])).toEqual([['suspend', 120]]);
  expect(await page.getByText('Is the last administrator.').allTextContents()).toEqual([
    'Person 4: Is the last administrator.',
    'Person 111: Is the last administrator.',
  ]);
  await page.getByText('2 selected').waitFor();
  await page.getByRole('button', { name: 'Try these 2 again' }).click();
  await page.getByText('2 people suspended').waitFor();
  expect(server.calls.at(-1)?.user_ids).toEqual([idOf(3), idOf(110)]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => server.calls.at(-1)?.action).toBe('activate');
  await page.context().close();
});

test('UXP-46 (lists) a list of more than fifty goes on by cursor, page by page to its end', async () => {
  const asked: string[] = [];
  const server = peopleServer();
  const page = await scenes.open('users', {
    api: (route) => {
      const url = new URL(route.request().url());
      if (url.pathname === '/api/v1/users') asked.push(url.searchParams.get('cursor') ?? 'first');
      return server.api(route);
    },
    me: { capabilities: { 'users.create': ['tenant'] } },
  });
  const more = page.getByRole('button', { name: 'Load more' });
  await page.getByText('50 shown').waitFor();
  await more.click();
  await page.getByText('100 shown').waitFor();
  expect(asked).toEqual(['first', '50']);
  await more.click();
  await page.getByText('120 shown').waitFor();
  expect(await more.count()).toBe(0);
  await page.context().close();
});

test('UXP-08 UXP-18 words typed into the search at the pace of a person stay in it, and clearing empties it', async () => {
  const page = await scenes.open('users', { api: peopleServer().api });
  const search = page.getByRole('searchbox');
  await page.getByText('50 shown').waitFor();
  await page.keyboard.press('f');
  // Slower than the pause after which the address follows.
  await page.keyboard.type('oka for', { delay: 250 });
  expect(await search.inputValue()).toBe('oka for');
  expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('oka for');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => search.inputValue()).toBe('');
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await page.context().close();
});

test('UXP-37 INT-142 (roles, schools, grades) what needs a word is asked for; a run goes on when the page is opened again', async () => {
  const server = peopleServer();
  const page = await scenes.open('users', {
    api: server.api,
    me: { capabilities: { 'users.create': ['tenant'], 'users.bulk': ['tenant'] } },
  });
  await page.getByRole('checkbox', { name: 'Select Person 2', exact: true }).click();
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Add to a school', 'Set the grade']);
  await page.getByRole('menuitem', { name: 'Set the grade' }).click();
  await page.getByRole('combobox', { name: 'Grade (required)' }).selectOption('6');
  await page.getByRole('button', { name: 'Change 1 person' }).click();
  await page.getByText('1 grade set').waitFor();
  expect(server.calls).toEqual([{ action: 'assign_grade', grade_level: '6', user_ids: [idOf(1)] }]);

  await page.goto(`${page.url()}?run=${runId}`);
  await page.getByText('0 people suspended').waitFor();
  expect(new URL(page.url()).searchParams.get('run')).toBeNull();
  await page.context().close();
});

test('UXP-29 UXP-30 (words of the contract) what a form got wrong is said at once, by field and in the language of the page', async () => {
  const faults = [
    {
      pointer: '/given_name',
      code: 'too_small',
      detail: 'Too small: expected string to have >=1 characters',
    },
    { pointer: '/role_id', code: 'invalid_format', detail: 'Invalid UUID' },
    { pointer: '/email', code: 'invalid_format', detail: 'Invalid email address' },
    { pointer: '/username', code: 'too_small', detail: 'Too small: expected string to have >=2 characters' },
  ];
  const server = peopleServer();
  const page = await scenes.open('users', {
    locale: 'fr',
    api: (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 422, json: problem(422, 'request.invalid', { errors: faults }) })
        : server.api(route),
    me: { capabilities: { 'users.create': ['tenant'] } },
  });
  await page.getByRole('button', { name: 'Ajouter une personne' }).first().click();
  const form = page.getByRole('dialog');
  await form.locator('[name=email]').fill('not-an-address');
  await form.locator('[name=username]').fill('x');
  await form.getByRole('button', { name: 'Ajouter une personne' }).click();
  const summary = form.getByRole('alert');
  await summary.waitFor();
  const said = await summary.getByRole('link').allTextContents();
  expect(said).toHaveLength(4);
  expect(said.join()).not.toMatch(/Too small|Invalid/);
  expect(said.filter((words) => words.includes('2 caractères'))).toHaveLength(1);
  expect(await form.locator('[name=email]').inputValue()).toBe('not-an-address');
  await page.context().close();
});

test('IDN-45 (page, many people) an untouched form gives a role in a school, never in the whole organisation', async () => {
  const server = peopleServer();
  const everywhere = ['tenant' as const];
  const schools = ['Hillside', 'Riverbend'].map((name, at) => ({
    ...{ id: idOf(70_000 + at), name, time_zone: 'UTC' },
  })) as never;
  const capabilities = { 'users.bulk': everywhere, 'role_assignments.manage': everywhere };
  const page = await scenes.open('users', { api: server.api, me: { schools, capabilities } });
  await page.getByRole('checkbox', { name: 'Select Person 2', exact: true }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Give a role' }).click();
  const place = page.getByRole('combobox', { name: 'Where it holds' });
  await place.waitFor();
  expect(await place.locator('option').allTextContents()).toEqual([
    ...['Hillside', 'Riverbend', 'Whole organisation'],
  ]);
  await page.getByRole('button', { name: 'Change 1 person' }).click();
  await expect.poll(() => server.calls[0]).toMatchObject({ school_id: idOf(70_000) });
  await page.context().close();
});
