import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000${String(at).padStart(5, '0')}`;
const studentId = idOf(100);
const guardianId = idOf(200);
const linkId = idOf(300);
const can = { update: true, approve: false, restrict: true, end: true, restore: false };
const aLink = {
  id: linkId,
  guardian_id: guardianId,
  guardian_name: 'Blessing Okafor',
  student_id: studentId,
  student_name: 'Ada Okafor',
  relationship: 'parent',
  may_access_records: true,
  may_consent: true,
  receives_communications: true,
  legal_note: null,
  starts_on: null,
  ends_on: null,
  source: 'manual',
  state: 'active',
  adult_basis: null,
  adult_basis_ends_on: null,
  confirmed_at: null,
  created_at: '2026-11-01T09:00:00Z',
  updated_at: '2026-11-01T09:00:00Z',
  lock_version: 3,
  can,
};
const aPerson = (id: string, display_name: string, role: string) => ({
  id,
  given_name: display_name,
  family_name: '',
  preferred_name: null,
  pronounced_as: null,
  display_name,
  pronouns: null,
  avatar_file_id: null,
  state: 'active',
  source: 'manual',
  roles: [role],
  memberships: [],
  contact: null,
  mfa_enrolled: false,
  last_sign_in_at: null,
  last_sign_in_method: null,
  created_at: '2026-11-01T09:00:00Z',
  updated_at: '2026-11-01T09:00:00Z',
  lock_version: 0,
  can: { update: false, suspend: false, activate: false, deactivate: false, restore: false, invite: false },
  locale: null,
  time_zone: null,
  restricted: { birth_on: '2008-01-15' },
});
const ada = aPerson(studentId, 'Ada Okafor', 'student');

type Call = { call: string; body: Record<string, unknown> };
type Answer = (call: Call) => object | undefined;

/** A server that knows Ada, who is of age, her links, and the people that a search finds. */
function aServer({ links = [aLink] as object[], answer = (() => undefined) as Answer } = {}) {
  const calls: Call[] = [];
  const api = async (route: Route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const path = pathname.replace('/api/v1', '');
    if (request.method() !== 'GET') {
      const call = { call: `${request.method()} ${path}`, body: request.postDataJSON() };
      calls.push(call);
      return route.fulfill(answer(call) ?? { json: aLink });
    }
    if (path.endsWith('/overview')) {
      const lists = { roles_held: [], sign_in_events: [], merges: [], history: [] };
      const methods = { password: true, mfa: false, passkeys_count: 0 };
      return route.fulfill({ json: { user: ada, methods, guardian_links: links, ...lists } });
    }
    if (path === '/guardian_links') return route.fulfill({ json: { data: links, next_cursor: null } });
    const data = [
      aPerson(guardianId, 'Blessing Okafor', 'guardian'),
      aPerson(idOf(201), 'Bo Lind', 'student'),
    ];
    return route.fulfill({ json: { data, next_cursor: null } });
  };
  return { api, calls, links };
}

const manages = { 'guardian_links.manage': ['tenant' as const], 'users.impersonate': ['tenant' as const] };

async function choose(page: Page, label: string, name: string) {
  await page.getByRole('combobox', { name: label }).fill('B');
  await page.getByRole('option', { name }).click();
}

test('IDN-52 IDN-53 (page) an admin links a guardian to the student whose page is open; the eleventh is refused in words', async () => {
  let isFull = true;
  const server = aServer({
    links: [],
    answer: () => (isFull ? { status: 409, json: problem(409, 'guardian_link.limit') } : undefined),
  });
  const page = await scenes.open('person', { me: { capabilities: manages }, api: server.api });
  await page.getByText('No guardian is linked yet.').waitFor();
  await page.getByRole('button', { name: 'Link a guardian' }).click();
  const form = page.getByRole('dialog', { name: 'Link a guardian to Ada Okafor' });
  await form.getByRole('combobox', { name: 'Guardian' }).fill('B');
  await page.getByRole('option', { name: 'Blessing Okafor' }).waitFor();
  expect(await page.getByRole('option', { name: 'Bo Lind' }).count()).toBe(0);
  await page.getByRole('option', { name: 'Blessing Okafor' }).click();
  await form.getByRole('combobox', { name: 'Relationship' }).selectOption({ label: 'Relative' });
  await form.getByRole('checkbox', { name: 'Sees records' }).uncheck();
  await form.getByRole('button', { name: 'Link', exact: true }).click();
  await form.getByText('Refused: guardian_link.limit').waitFor();
  isFull = false;
  await form.getByRole('button', { name: 'Link', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  expect(server.calls).toHaveLength(2);
  expect(server.calls[1]).toEqual({
    call: 'POST /guardian_links',
    body: {
      student_id: studentId,
      guardian_id: guardianId,
      relationship: 'relative',
      may_access_records: false,
      may_consent: true,
      receives_communications: true,
      starts_on: null,
      ends_on: null,
      legal_note: null,
    },
  });
  await page.context().close();
});

test('IDN-54 (page) record access is switched off for one guardian, on the version that was open; a newer one is offered', async () => {
  const server = aServer({
    answer: ({ body }) => {
      if (body.lock_version !== 3) return undefined;
      server.links[0] = { ...aLink, lock_version: 4, relationship: 'relative' };
      return { status: 409, json: problem(409, 'version_conflict') };
    },
  });
  const page = await scenes.open('person', { me: { capabilities: manages }, api: server.api });
  await page.getByRole('button', { name: 'More for Blessing Okafor and Ada Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  const form = page.getByRole('dialog', { name: 'Blessing Okafor and Ada Okafor' });
  await form.getByRole('checkbox', { name: 'Sees records' }).uncheck();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Somebody else has changed this').waitFor();
  await form.getByRole('button', { name: 'Take the newer version' }).click();
  expect(await form.getByRole('combobox', { name: 'Relationship' }).inputValue()).toBe('relative');
  await form.getByRole('checkbox', { name: 'Sees records' }).uncheck();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  expect(server.calls.at(-1)).toMatchObject({
    call: `PATCH /guardian_links/${linkId}`,
    body: { lock_version: 4, relationship: 'relative', may_access_records: false, may_consent: true },
  });
  await page.context().close();
});

test('IDN-55 (page) access to a student of age shows as paused until a lawful basis with its last day is recorded', async () => {
  const server = aServer();
  const page = await scenes.open('person', {
    me: { capabilities: manages },
    clock: new Date('2026-11-16T17:00:00Z'),
    api: server.api,
  });
  await page.getByText('Paused since the 18th birthday: the student has not agreed').waitFor();
  await page.getByRole('button', { name: 'More for Blessing Okafor and Ada Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Access from age 18' }).click();
  const form = page.getByRole('dialog', { name: 'Access of Blessing Okafor to Ada Okafor from age 18' });
  await form
    .getByRole('textbox', { name: 'Why the guardian keeps access' })
    .fill('A court order of November');
  await form.getByLabel('Until').fill('2027-06-30');
  server.links[0] = { ...aLink, adult_basis: 'lawful_basis', adult_basis_ends_on: '2027-06-30' };
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('access from age 18 recorded until Jun 30, 2027').waitFor();
  expect(await page.getByText('Paused since the 18th birthday').count()).toBe(0);
  expect(server.calls).toEqual([
    {
      call: `POST /guardian_links/${linkId}/adult_basis`,
      body: { reason: 'A court order of November', ends_on: '2027-06-30' },
    },
  ]);
  await page.context().close();
});

test('IDN-52 (page) on the page of all links both people are searched for; without the right nothing offers it', async () => {
  const server = aServer();
  const page = await scenes.open('guardians', { me: { capabilities: manages }, api: server.api });
  await page.getByRole('button', { name: 'Link a guardian' }).click();
  const form = page.getByRole('dialog', { name: 'Link a guardian' });
  await form.getByRole('button', { name: 'Link', exact: true }).waitFor();
  await choose(page, 'Guardian', 'Blessing Okafor');
  await choose(page, 'Student', 'Blessing Okafor');
  await form.getByRole('button', { name: 'Link', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  expect(server.calls.map(({ call }) => call)).toEqual(['POST /guardian_links']);
  await page.context().close();

  const other = await scenes.open('guardians', {
    me: { capabilities: {} },
    api: aServer({ links: [{ ...aLink, can: { ...can, update: false, restrict: false, end: false } }] }).api,
  });
  await other.getByRole('link', { name: 'Blessing Okafor' }).waitFor();
  expect(
    await other
      .getByRole('button')
      .filter({ hasText: /Link|Change|More/ })
      .count(),
  ).toBe(0);
  await other.context().close();
});

test('IDN-95 (page: reason, mode, length) another person’s view starts with a reason, for who may, and opens at their home', async () => {
  const server = aServer({
    answer: ({ body }) =>
      String(body.reason).length < 10
        ? {
            status: 422,
            json: problem(422, 'request.invalid', {
              errors: [
                {
                  pointer: '/reason',
                  code: 'too_small',
                  detail: 'Too small: expected string to have >=10 characters',
                },
              ],
            }),
          }
        : {
            status: 201,
            json: {
              id: idOf(1),
              mode: 'act',
              target_name: 'Ada Okafor',
              ends_at: '2026-11-16T18:00:00Z',
              home: '/learn/dashboard',
            },
          },
  });
  const page = await scenes.open('person', { me: { capabilities: manages }, api: server.api });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'View as this person' }).click();
  const form = page.getByRole('dialog', { name: 'View as Ada Okafor' });
  await form.getByRole('radio', { name: 'Act' }).check();
  await form.getByRole('textbox', { name: 'Reason' }).fill('Help');
  await form.getByRole('button', { name: 'Start' }).click();
  await form.getByText('10').first().waitFor();
  await form.getByRole('textbox', { name: 'Reason' }).fill('Ada cannot find her work');
  await form.getByRole('button', { name: 'Start' }).click();
  await page.waitForURL('**/learn/dashboard');
  expect(server.calls.at(-1)).toEqual({
    call: 'POST /session/impersonation',
    body: { user_id: studentId, mode: 'act', reason: 'Ada cannot find her work', minutes: 30 },
  });
  await page.context().close();

  for (const me of [
    { capabilities: {} },
    { capabilities: manages, user: { ...ada, id: studentId } as never },
  ]) {
    const refused = await scenes.open('person', { me, api: aServer().api });
    await refused.getByText('Blessing Okafor').waitFor();
    expect(await refused.getByRole('button', { name: 'More', exact: true }).count()).toBe(0);
    await refused.context().close();
  }
});
