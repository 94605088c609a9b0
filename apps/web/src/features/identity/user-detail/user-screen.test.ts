import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000${String(at).padStart(5, '0')}`;
const [adaId, twinId, mergeId, riverId, hillId] = [100, 101, 102, 103, 104].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
];
const at = '2026-11-01T09:00:00Z';
const contact = {
  email: null,
  username: 'ada.okafor',
  student_number: '17',
  staff_number: null,
  external_id: null,
};
const ada = {
  id: adaId,
  given_name: 'Ada',
  family_name: 'Okafor',
  preferred_name: null,
  pronounced_as: null,
  display_name: 'Ada Okafor',
  pronouns: null,
  avatar_file_id: null,
  state: 'active',
  source: 'manual',
  roles: ['student'],
  memberships: [
    {
      id: idOf(105),
      school_id: riverId,
      school_name: 'Riverbend',
      is_primary: true,
      grade_level: '5',
      starts_on: null,
      ends_on: null,
      in_force: true,
    },
  ],
  contact,
  mfa_enrolled: false,
  last_sign_in_at: null,
  last_sign_in_method: null,
  created_at: at,
  updated_at: at,
  lock_version: 0,
  locale: null,
  time_zone: null,
  restricted: null,
  can: {
    update: true,
    suspend: true,
    activate: false,
    deactivate: true,
    restore: false,
    invite: false,
    reset_credentials: true,
  },
};
const methods = { password: true, mfa: true, passkeys_count: 0 };
const aSession = {
  id: idOf(106),
  kind: 'app',
  method: 'password',
  shared_computer: false,
  device_label: 'Ada’s tablet',
  user_agent: null,
  ip: '10.2.0.4',
  created_at: at,
  last_seen_at: at,
  expires_at: at,
  is_current: false,
};

type Call = { call: string; body: Record<string, unknown> | null };

/** A server that knows Ada and answers changes as the test says. */
function aServer(
  answer: (call: Call) => object,
  given: { user?: object; merges?: object[]; roles?: object[]; held?: object[] } = {},
) {
  const calls: Call[] = [];
  const api = async (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (request.method() !== 'GET') {
      const call = { call: `${request.method()} ${path}`, body: request.postDataJSON() };
      calls.push(call);
      return route.fulfill(answer(call));
    }
    if (path.endsWith('/overview')) {
      const lists = { roles_held: given.held ?? [], sign_in_events: [], guardian_links: [], history: [] };
      const user = { ...ada, ...given.user };
      return route.fulfill({ json: { user, methods, merges: given.merges ?? [], ...lists } });
    }
    if (path.endsWith('/sessions')) return route.fulfill({ json: { data: [aSession] } });
    if (path.endsWith('/effective_permissions')) {
      const row = { sensitive: false, reaches: ['own'], school_ids: [], through: ['student'] };
      return route.fulfill({ json: { data: [{ ...row, capability: 'submissions.create' }] } });
    }
    if (path === '/roles' && given.roles) {
      return route.fulfill({ json: { data: given.roles, next_cursor: null } });
    }
    const twin = { ...ada, id: twinId, display_name: 'Ada N. Okafor' };
    return route.fulfill({ json: { data: [ada, twin], next_cursor: null } });
  };
  return { api, calls };
}

const everything = ['tenant' as const];
const schools = [
  { id: riverId, name: 'Riverbend', time_zone: 'UTC' },
  { id: hillId, name: 'Hillside', time_zone: 'UTC' },
] as never;

test('IDN-39 IDN-68 (page) a pupil without an address gets a code that is shown once, with the name to sign in with', async () => {
  const server = aServer(() => ({ json: { method: 'code', code: 'KQ7RM-2XW9T', expires_at: at } }));
  const page = await scenes.open('person', { api: server.api });
  await page.getByRole('button', { name: 'Reset password' }).click();
  const drawer = page.getByRole('dialog', { name: 'Reset the password of Ada Okafor' });
  await drawer.getByText('No e-mail address is on record').waitFor();
  expect(await drawer.getByRole('radio').count()).toBe(1);
  await drawer.getByRole('button', { name: 'Reset' }).click();
  const made = page.getByRole('dialog', { name: 'Code for Ada Okafor' });
  await made.getByText('KQ7RM-2XW9T').waitFor();
  await made.getByText('ada.okafor').waitFor();
  await made.getByRole('button', { name: 'Done' }).click();
  await made.waitFor({ state: 'detached' });
  expect(server.calls).toEqual([
    { call: `POST /users/${adaId}/reset_credentials`, body: { method: 'code' } },
  ]);
});

test('IDN-73 (page) second steps are removed with a reason; a refusal keeps what was typed', async () => {
  let isWider = true;
  const server = aServer(() =>
    isWider ? { status: 403, json: problem(403, 'exceeds_own_rights') } : { status: 204, body: '' },
  );
  const page = await scenes.open('person', { api: server.api });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove second steps' }).click();
  const drawer = page.getByRole('dialog', { name: 'Remove the second steps of Ada Okafor' });
  const reason = drawer.getByRole('textbox', { name: 'Reason' });
  await reason.fill('The phone fell into the river');
  await drawer.getByRole('button', { name: 'Remove' }).click();
  await drawer.getByText('Refused: exceeds_own_rights').waitFor();
  expect(await reason.inputValue()).toBe('The phone fell into the river');
  isWider = false;
  await drawer.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('The second steps of Ada Okafor are removed').waitFor();
  expect(server.calls.at(-1)?.body).toEqual({ reason: 'The phone fell into the river' });
});

test('IDN-82 (page) apps and browsers of somebody are listed and ended one by one; without the right they are not asked for', async () => {
  const server = aServer(() => ({ status: 204, body: '' }));
  const capabilities = { 'sessions.revoke_others': everything };
  const page = await scenes.open('person', { api: server.api, me: { capabilities } });
  await page.getByRole('button', { name: 'End Ada’s tablet' }).click();
  await page.getByText('The session has ended').waitFor();
  expect(server.calls[0]?.call).toBe(`DELETE /users/${adaId}/sessions/${aSession.id}`);
  const other = await scenes.open('person', { api: server.api, me: { capabilities: {} } });
  await other.getByRole('heading', { name: 'Sign-ins' }).waitFor();
  expect(await other.getByRole('heading', { name: 'Signed in now' }).count()).toBe(0);
});

test('IDN-48 (page) what somebody may do is told with its place and role, and what they lack is said', async () => {
  const server = aServer(() => ({ json: {} }));
  const capabilities = { 'roles.read': everything };
  const page = await scenes.open('person', { api: server.api, me: { capabilities } });
  await page.getByRole('button', { name: 'What this allows' }).click();
  const drawer = page.getByRole('dialog', { name: 'What Ada Okafor may do' });
  await drawer.getByText('own only · as Student').waitFor();
  await drawer.getByRole('searchbox').fill('grades.finalize');
  await drawer.getByText('No such right').waitFor();
});

test('IDN-08 (page) a student moves to another school from a day on; the fault of the day stands at the day', async () => {
  let isEarly = true;
  const server = aServer(() => {
    const errors = [{ pointer: '/on', code: 'before_start', detail: 'Too early.' }];
    return isEarly ? { status: 422, json: problem(422, 'validation_failed', { errors }) } : { json: ada };
  });
  const page = await scenes.open('person', { api: server.api, me: { schools } });
  await page.getByRole('button', { name: 'Move from Riverbend to another school' }).click();
  const drawer = page.getByRole('dialog', { name: 'Move Ada Okafor to another school' });
  await drawer.getByRole('button', { name: 'Move' }).click();
  await drawer.getByText('Too early.').first().waitFor();
  expect(server.calls[0]).toMatchObject({
    call: `POST /users/${adaId}/move`,
    body: { from_school_id: riverId, to_school_id: hillId, grade_level: '5' },
  });
  isEarly = false;
  await drawer.getByRole('button', { name: 'Move' }).click();
  await page.getByText('Ada Okafor moves to Hillside').waitFor();
});

const roleOf = (at: number, key: string) => ({
  ...{ id: idOf(at), key, name: key, description: null, is_system: true, capabilities: [], holders_count: 0 },
  ...{ lock_version: 0, can: { update: false, delete: false, assign: true } },
});

test('IDN-45 IDN-46 (page) a role holds in the school of the person unless the whole organisation is chosen', async () => {
  const roles = [roleOf(201, 'teacher'), roleOf(202, 'district_admin')];
  const server = aServer(() => ({ status: 201, json: {} }), { roles });
  const capabilities = { 'role_assignments.manage': everything };
  const page = await scenes.open('person', { api: server.api, me: { schools, capabilities } });
  await page.getByRole('button', { name: 'Give a role' }).click();
  const drawer = page.getByRole('dialog', { name: /Ada Okafor/ });
  const place = drawer.getByRole('combobox', { name: /Where it holds/ });
  expect(await place.inputValue()).toBe(riverId);
  const role = drawer.getByRole('combobox', { name: /^Role/ });
  await role.selectOption({ value: idOf(202) });
  expect(await place.locator('option:checked').textContent()).toBe('Whole organisation');
  await role.selectOption({ value: idOf(201) });
  expect(await place.inputValue()).toBe(riverId);
  await place.selectOption({ label: 'Hillside' });
  await drawer.getByRole('button', { name: 'Give a role' }).click();
  await expect.poll(() => server.calls[0]?.body).toMatchObject({ scope: 'school', school_id: hillId });
});

test('UXP-36 IDN-45 (page) a role is taken away only after a question that says which one and where', async () => {
  const held = [riverId, hillId].map((school_id, place) => ({
    ...{
      assignment_id: idOf(210 + place),
      role_key: 'admin',
      role_name: 'Admin',
      scope: 'school',
      school_id,
    },
    ...{ school_name: ['Riverbend', 'Hillside'][place], starts_on: null, ends_on: null, source: 'manual' },
    ...{ created_at: at, granted_by_name: null, in_force: true },
  }));
  const server = aServer(() => ({ status: 204, body: '' }), { held });
  const capabilities = { 'role_assignments.manage': everything };
  const page = await scenes.open('person', { api: server.api, me: { schools, capabilities } });
  const name = /^Take away the role .* \(Hillside\)$/;
  await page.getByRole('button', { name }).click();
  const question = page.getByRole('dialog', { name });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(server.calls).toEqual([]);
  await page.getByRole('button', { name }).click();
  await question.getByRole('button', { name: 'Take away' }).click();
  await expect
    .poll(() => server.calls.map(({ call }) => call))
    .toEqual([`DELETE /role_assignments/${idOf(211)}`]);
});

const capabilities = { 'users.merge': everything };

test('IDN-37 (page) two records are joined after a look at what happens, and taken apart again', async () => {
  const preview = {
    kept_id: adaId,
    merged_id: twinId,
    fields: [
      { field: 'student_number', kept: '17', merged: '1700', result: '17' },
      { field: 'email', kept: null, merged: 'ada@example.org', result: 'ada@example.org' },
    ],
    records: [{ table: 'guardian_links', moved: 2, joined: 1 }],
  };
  const server = aServer(({ call, body }) => {
    const done = call.endsWith('/merge') && body?.dry_run === false;
    return { json: { ...preview, id: done ? mergeId : null, undo_until: done ? at : null } };
  });
  const page = await scenes.open('person', { api: server.api, me: { capabilities } });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Join with another record' }).click();
  const drawer = page.getByRole('dialog', { name: 'Join the record of Ada Okafor' });
  await drawer.getByRole('combobox').fill('Ada');
  await page.getByRole('option', { name: 'Ada N. Okafor' }).click();
  await drawer.getByRole('button', { name: 'Show what would happen' }).click();
  await drawer.getByText('Guardian links: 2 move, 1 are there already').waitFor();
  await drawer.getByText('1700').waitFor();
  expect(server.calls.map(({ body }) => body?.dry_run)).toEqual([true]);
  await drawer.getByRole('button', { name: 'Join the records' }).click();
  await page.getByText('The two records are one').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => server.calls.at(-1)?.call).toBe(`POST /users/merges/${mergeId}/undo`);
});

test('IDN-37 (page) a record with courses is refused in words, and a merge in force can be taken apart from the page', async () => {
  const merge = { id: mergeId, kept_id: adaId, other_id: twinId, other_name: 'Ada N. Okafor' };
  const server = aServer(
    ({ call }) =>
      call.endsWith('/undo')
        ? { json: { ...merge, merged_id: twinId, fields: [], records: [], undo_until: null } }
        : { status: 409, json: problem(409, 'user.merge_refused', { context: { reason: 'has_work' } }) },
    { merges: [{ ...merge, merged_at: at, undo_until: at }] },
  );
  const page = await scenes.open('person', { api: server.api, me: { capabilities } });
  await page.getByRole('button', { name: 'Take apart' }).click();
  await page.getByText('The two records are apart again').waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Join with another record' }).click();
  const drawer = page.getByRole('dialog', { name: 'Join the record of Ada Okafor' });
  await drawer.getByRole('combobox').fill('Ada');
  await page.getByRole('option', { name: 'Ada N. Okafor' }).click();
  await drawer.getByRole('button', { name: 'Show what would happen' }).click();
  await drawer.getByText('The record that goes has courses or plans.').waitFor();
});
