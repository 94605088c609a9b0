import { defaultSignInPolicy } from '@k12/contracts/identity/sign-in-policy';
import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000${String(at).padStart(5, '0')}`;
const at = '2026-11-01T09:00:00Z';
const ownId = idOf(1);
const account = {
  id: idOf(500),
  name: 'SIS bridge',
  owners: [
    { id: ownId, display_name: 'Sam Rivera', left_at: null },
    { id: idOf(2), display_name: 'Kim Lee', left_at: at },
  ],
  tokens: 1,
  created_at: at,
};
const token = {
  id: idOf(600),
  name: 'Nightly sync',
  prefix: 'k12_abcdefgh',
  owner: { id: account.id, display_name: 'SIS bridge' },
  scopes: ['users.read'],
  school_id: null,
  ip_ranges: [],
  state: 'orphaned',
  stops_at: at,
  created_at: at,
  expires_at: at,
  last_used_at: null,
  last_used_ip: null,
  calls_by_day: [
    { used_on: '2026-11-01', calls: 3 },
    { used_on: '2026-11-02', calls: 4 },
  ],
};
const admin = (id: string, display_name: string) => ({ id, display_name, roles: ['admin'] });

function aServer() {
  const calls: { call: string; body: unknown }[] = [];
  const reads: string[] = [];
  const lists: Record<string, object[]> = {
    '/service_accounts': [account],
    '/api_tokens': [token],
    '/users': [admin(ownId, 'Sam Rivera'), admin(idOf(3), 'Noor Haddad')],
  };
  const api = async (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (request.method() === 'GET') {
      reads.push(path);
      if (path === '/sign_in_policy')
        return route.fulfill({ json: { ...defaultSignInPolicy, lock_version: 1 } });
      return route.fulfill({ json: { data: lists[path] ?? [], next_cursor: null } });
    }
    const call = { call: `${request.method()} ${path}`, body: request.postDataJSON() };
    calls.push(call);
    if (call.call === 'POST /service_accounts' && calls.length === 1) {
      const errors = [{ pointer: '/owner_ids/1', code: 'not_an_admin', detail: 'Name an active admin.' }];
      return route.fulfill({ status: 422, json: problem(422, 'request.invalid', { errors }) });
    }
    if (path.endsWith('/api_tokens')) return route.fulfill({ json: { ...token, token: 'k12_secret_text' } });
    return request.method() === 'DELETE'
      ? route.fulfill({ status: 204, body: '' })
      : route.fulfill({ json: account });
  };
  return { api, calls, reads };
}

const capabilities = {
  'service_accounts.manage': ['tenant' as const],
  'api_tokens.manage_all': ['tenant' as const],
  'users.read': ['tenant' as const],
};

test('IDN-89 (page) an account of a program is made with two admins, gets a token that is shown once, and tells that somebody left', async () => {
  const server = aServer();
  const page = await scenes.open('signInRules', { api: server.api, me: { capabilities } });
  await page.getByRole('button', { name: 'Show accounts and tokens' }).waitFor();
  expect(server.reads).toEqual(['/sign_in_policy']);
  await page.getByRole('button', { name: 'Show accounts and tokens' }).click();
  await page.getByText('answered for by Sam Rivera').waitFor();
  await page.getByText('Owner left').waitFor();
  await page.getByRole('button', { name: 'Add an account' }).click();
  const drawer = page.getByRole('dialog', { name: 'Add an account' });
  await drawer.getByRole('textbox', { name: 'Name' }).fill('Library');
  await drawer.getByRole('combobox', { name: 'Second admin' }).fill('Noor');
  await page.getByRole('option', { name: 'Noor Haddad' }).click();
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.getByText('Name two different active admins').first().waitFor();
  await drawer.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The account is there').waitFor();
  const body = { name: 'Library', owner_ids: [ownId, idOf(3)] };
  expect(server.calls).toEqual(Array(2).fill({ call: 'POST /service_accounts', body }));
  await page.getByRole('button', { name: 'More for SIS bridge' }).click();
  await page.getByRole('menuitem', { name: 'Create a token' }).click();
  const form = page.getByRole('dialog', { name: 'Create a token' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Nightly sync');
  await form.getByRole('combobox', { name: 'Rights' }).click();
  await page.getByRole('option', { name: 'users.read' }).click();
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Create a token' }).click();
  await page.getByText('k12_secret_text').waitFor();
  expect(server.calls[2]?.call).toBe(`POST /service_accounts/${account.id}/api_tokens`);
});

test('IDN-90 (page) everybody’s tokens tell owner, use and state, and are revoked; a school’s admin is offered none', async () => {
  const server = aServer();
  const page = await scenes.open('signInRules', { api: server.api, me: { capabilities } });
  await page.getByRole('button', { name: 'Show accounts and tokens' }).click();
  await page.getByText('7 calls in 30 days').waitFor();
  await page.getByText('Without owner').waitFor();
  await page.getByRole('button', { name: 'Revoke Nightly sync of SIS bridge' }).click();
  await page.getByText('The token is revoked').waitFor();
  expect(server.calls).toEqual([{ call: `DELETE /api_tokens/${token.id}`, body: null }]);
  const other = await scenes.open('signInRules', { api: server.api, me: { capabilities: {} } });
  await other.getByRole('button', { name: 'Save' }).waitFor();
  expect(await other.getByRole('button', { name: 'Show accounts and tokens' }).count()).toBe(0);
});
