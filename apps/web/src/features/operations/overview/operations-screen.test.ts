import type { Page, Request, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyReply, readAt } from '../../../test/empty-replies.ts';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
let page: Page;
let answer: (route: Route) => Promise<void> = () => Promise.resolve();
// One page for all of them: to read its script again takes longer than to show what is tested.
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
  page = await scenes.open('', {
    me: { roles: ['super_admin'], capabilities: {} },
    api: (route) => answer(route),
  });
}, 120_000);
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000000${at}`;
const job = (at: number, given: object = {}) => ({
  ...{ id: idOf(at), kind: 'mail.send', queue: 'default', state: 'dead', tenant_id: null, started_by: null },
  ...{ request_id: 'request-9', attempts: 8, tries: 8, created_at: '2026-11-20T08:00:00Z' },
  ...{ run_at: '2026-11-20T08:00:00Z', started_at: null, finished_at: null, version: 1 },
  ...{ error: { name: 'Refused', message: 'No such mailbox', permanent: true }, can: { retry: true } },
  ...{ payload: { mail_id: idOf(44) }, stack: 'at sendMail (mail.ts:44)', discard_reason: null },
  ...given,
});
const queue = { queue: 'default', waiting: 0, scheduled: 0, running: 0, retrying: 0, dead: 2 };
const figures = {
  oldest_waiting_seconds: null,
  finished_last_hour: 9,
  latency_p50_ms: 4,
  latency_p95_ms: 90,
};
const workers = [
  { id: idOf(70), host: 'worker-a', version: '1.0.0', started_at: '2026-11-20T08:00:00Z', running_count: 0 },
].map((worker) => ({ ...worker, seen_at: '2100-01-01T00:00:00Z', state: 'working' }));

const replies: Record<string, object> = {
  'operations.queues': { data: [{ ...queue, ...figures }], workers },
  'operations.jobs': {
    data: [job(10), job(11), job(12, { state: 'finished', can: { retry: false } })],
    next_cursor: null,
  },
  'operations.job': job(10),
};

const patient = { timeout: 30_000 };

type Change = (request: Request) => { status: number; json: unknown };

/** Opens one part; what is changed is kept and answered by the test. */
async function open(
  part: string,
  given: { data?: Record<string, object>; change?: Change } = {},
  scene = '/admin/operations',
) {
  const changes: [path: string, body: unknown][] = [];
  const reads: string[] = [];
  answer = async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const path = pathname.replace('/api/v1', '') + search;
    if (request.method() !== 'GET') {
      changes.push([path, request.postDataJSON()]);
      return route.fulfill(given.change?.(request) ?? { status: 200, json: {} });
    }
    reads.push(path);
    const endpoint = readAt(pathname);
    if (!endpoint) return route.fulfill({ status: 404, json: problem(404, 'not_found') });
    const json = given.data?.[endpoint.name] ?? replies[endpoint.name] ?? emptyReply(endpoint);
    return route.fulfill({ json });
  };
  await page.evaluate((name) => window.showScene(name), scene);
  if (part !== 'Now') await page.getByRole('tab', { name: part }).click();
  return { changes, reads };
}

const rowOf = (at: number) => page.getByRole('row', { name: 'Send mail' }).nth(at);

test('OPS-105 what is wrong stands first, in words, and leads to the jobs that failed', async () => {
  const { reads } = await open('Now');
  const wrong = page.getByRole('list', { name: 'What is wrong now' });
  await expect.poll(() => wrong.getByRole('listitem').count(), patient).toBe(1);
  await wrong.getByRole('link', { name: '2 jobs have failed' }).click();
  await page.getByRole('tab', { name: 'Jobs', selected: true }).waitFor();
  await expect.poll(() => reads, patient).toContain('/admin/operations/jobs?state=dead');
});

test('OPS-105 a selection is started again, and each that was not is told apart', async () => {
  const answers = ['replayed', 'gone'].map((outcome, at) => ({ id: idOf(10 + at), outcome }));
  const { changes } = await open('Jobs', { change: () => ({ status: 200, json: { data: answers } }) });
  await page.getByRole('checkbox', { name: 'Select all rows' }).check();
  await page.getByRole('button', { name: 'Start 2 again' }).click();
  await page.getByText('One job was started again. The subject of one is gone.').first().waitFor();
  expect(changes).toEqual([['/admin/operations/jobs/replay', { ids: [idOf(10), idOf(11)] }]]);
});

test('OPS-105 a job shows its error, trace and what it was given, and is given up only with a reason', async () => {
  const { changes } = await open('Jobs', {
    change: () => ({ status: 200, json: job(10, { state: 'discarded' }) }),
  });
  await rowOf(0).click();
  const drawer = page.getByRole('dialog', { name: 'Send mail' });
  for (const words of ['Refused: No such mailbox', 'at sendMail (mail.ts:44)', idOf(44)])
    await drawer.getByText(words).waitFor();
  await drawer.getByRole('button', { name: 'Give up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give up “Send mail”?' });
  await dialog.getByRole('button', { name: 'Give up' }).click();
  await dialog
    .getByRole('textbox', { name: 'Reason', exact: false })
    .fill('The school has moved to another domain');
  expect(changes).toEqual([]);
  await dialog.getByRole('button', { name: 'Give up' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(changes).toEqual([
    [`/admin/operations/jobs/${idOf(10)}/discard`, { reason: 'The school has moved to another domain' }],
  ]);
});

test('OPS-105 all failed jobs of a kind run again only after a question', async () => {
  const { changes } = await open('Jobs', { change: () => ({ status: 200, json: { data: [] } }) });
  await page.getByRole('combobox', { name: 'State' }).selectOption('dead');
  await page.getByRole('combobox', { name: 'Work' }).selectOption('mail.send');
  await page.getByRole('button', { name: 'Start all of this kind again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start all failed “Send mail” again?' });
  await dialog.waitFor();
  expect(changes).toEqual([]);
  await dialog.getByRole('button', { name: 'Start all of this kind again' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(changes).toEqual([['/admin/operations/jobs/replay', { kind: 'mail.send' }]]);
});

test('OPS-154 errors are told by group, with their count for each organisation', async () => {
  const group = {
    ...{ fingerprint: 'a', source: 'core', type: 'TypeError', code: null, message: 'No title' },
    ...{ frames: ['at presentUnit (units.ts:41)'], route: 'GET /unit_plans/{id}', count: 17 },
    ...{ first_seen_at: '2026-11-19T08:00:00Z', last_seen_at: '2026-11-20T08:00:00Z' },
    ...{ last_request_id: 'request-17', counts_by_tenant: { [idOf(90)]: 12, [idOf(91)]: 5 } },
  };
  await open('Errors', { data: { 'operations.errors': { data: [group] } } });
  await page.getByRole('button', { name: 'TypeError: No title' }).click();
  const drawer = page.getByRole('dialog', { name: 'TypeError' });
  const rows = drawer.getByRole('list', { name: 'By organisation' }).getByRole('listitem');
  await expect.poll(() => rows.allInnerTexts(), patient).toEqual([`${idOf(90)}\n12`, `${idOf(91)}\n5`]);
  await drawer.getByText('at presentUnit (units.ts:41)').waitFor();
});

test('OPS-91 a change of stored data is paused at once and started after a question', async () => {
  const backfill = (name: string, state: string) => ({
    ...{ name, state, purpose: 'Encrypts', rows_done: 10, remaining: 90, error: null },
    ...{ started_at: null, updated_at: null, finished_at: null },
  });
  const data = [backfill('reseal_mails', 'running'), backfill('reseal_person_keys', 'paused')];
  const { changes } = await open('Database', { data: { 'operations.backfills': { data } } });
  await page.getByRole('button', { name: 'Pause “Encrypt mails anew”' }).click();
  await expect
    .poll(() => changes, patient)
    .toEqual([['/admin/operations/backfills/reseal_mails/pause', null]]);
  await page.getByRole('button', { name: 'Go on with “Encrypt keys of audit events anew”' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('90 rows are changed.').waitFor();
  expect(changes).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect
    .poll(() => changes.at(-1)?.[0], patient)
    .toBe('/admin/operations/backfills/reseal_person_keys/start');
});

test('OPS-111 an emergency switch says what stops before it is thrown, and keeps what was chosen when refused', async () => {
  const flag = {
    ...{ key: 'outbound_email', enabled: null, default_enabled: true, tenant_manageable: false },
    ...{ rollout_percent: null, rollout_by: 'tenant', roles: [], expires_on: null },
    ...{ lock_version: 3, to_clean_up: false },
  };
  let isRefused = true;
  const { changes } = await open('Features', {
    data: { 'operations.feature_flags': { data: [flag] } },
    change: () =>
      isRefused
        ? { status: 409, json: problem(409, 'version_conflict') }
        : { status: 200, json: { ...flag, enabled: false } },
  });
  await page.getByRole('button', { name: 'Sending e-mail' }).click();
  const drawer = page.getByRole('dialog', { name: 'Sending e-mail' });
  const decision = drawer.getByRole('combobox', { name: 'For everybody' });
  await decision.selectOption('off');
  await drawer.getByText('This part stops for everybody, at once').waitFor();
  await drawer.getByRole('button', { name: 'Switch off' }).click();
  await drawer.getByRole('alert').first().waitFor();
  expect(await decision.inputValue()).toBe('off');
  isRefused = false;
  await drawer.getByRole('button', { name: 'Switch off' }).click();
  await drawer.waitFor({ state: 'detached' });
  expect(changes.at(-1)).toEqual([
    '/admin/operations/feature_flags/outbound_email',
    {
      ...{ lock_version: 3, enabled: false, rollout_percent: null, rollout_by: 'tenant' },
      ...{ roles: [], tenant_manageable: false, expires_on: null },
    },
  ]);
});

test('OPS-106 an admin opens a job of the own organisation, reads what went wrong and starts it again', async () => {
  const { payload, stack, version, discard_reason, ...own } = job(10);
  const data = { 'jobs.list': { data: [own], next_cursor: null }, 'jobs.get': own };
  const change = () => ({ status: 200, json: { ...own, state: 'retrying', can: { retry: false } } });
  const { changes } = await open('Now', { data, change }, '/admin/operations/jobs');
  await rowOf(0).getByText('Send mail').click();
  const drawer = page.getByRole('dialog', { name: 'Send mail' });
  await drawer.getByText('No such mailbox').waitFor();
  await drawer.getByRole('button', { name: 'Start again' }).click();
  await expect.poll(() => changes, patient).toEqual([[`/admin/jobs/${idOf(10)}/retry`, null]]);
});

test('OPS-105 figures are read again by themselves, and what was chosen stays chosen', async () => {
  await page.clock.install();
  const { reads } = await open('Jobs');
  const box = page.getByRole('checkbox', { name: /Send mail/ }).first();
  await box.check();
  const before = reads.filter((path) => path === '/admin/operations/queues').length;
  expect(before).toBeGreaterThan(0);
  await page.clock.runFor(16_000);
  await expect
    .poll(() => reads.filter((path) => path === '/admin/operations/queues').length, patient)
    .toBeGreaterThan(before);
  expect(await box.isChecked()).toBe(true);
});
