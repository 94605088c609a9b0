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
const can = { update: false, approve: false, restrict: false, end: false, restore: false, consent: true };
const aLink = {
  id: idOf(300),
  guardian_id: idOf(200),
  guardian_name: 'Blessing Okafor',
  student_id: idOf(1),
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
  adult_basis: null as string | null,
  adult_basis_ends_on: null,
  confirmed_at: null,
  created_at: at,
  updated_at: at,
  lock_version: 3,
  can,
};
const anInvite = (id: string, student_name: string, state: string) => ({
  id,
  student_id: idOf(1),
  student_name,
  relationship: 'parent',
  email: null,
  state,
  created_at: at,
  expires_at: at,
});

type Call = { call: string; body: Record<string, unknown> | null };

function aServer(lists: Record<string, object[]>, answer: (call: Call) => object) {
  const calls: Call[] = [];
  const api = async (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (request.method() === 'GET') {
      return route.fulfill({ json: { data: lists[path] ?? [], next_cursor: null } });
    }
    const call = { call: `${request.method()} ${path}`, body: request.postDataJSON() };
    calls.push(call);
    return route.fulfill(answer(call));
  };
  return { api, calls };
}

test('IDN-52 (page, revocable) codes handed out are listed with what became of them, and an open one is withdrawn', async () => {
  const open = anInvite(idOf(400), 'Ada Okafor', 'open');
  const invites = [
    open,
    anInvite(idOf(401), 'Bo Lind', 'redeemed'),
    anInvite(idOf(402), 'Cy Reyes', 'locked'),
  ];
  const server = aServer({ '/guardian_invites': invites }, () => {
    open.state = 'revoked';
    return { status: 204, body: '' };
  });
  const capabilities = { 'guardian_links.invite': ['tenant' as const] };
  const page = await scenes.open('guardians', { api: server.api, me: { capabilities } });
  await page.getByRole('button', { name: 'Codes handed out' }).click();
  const drawer = page.getByRole('dialog', { name: 'Codes handed out' });
  await drawer.getByText('Too many wrong tries').waitFor();
  expect(await drawer.getByRole('button', { name: /^Withdraw/ }).count()).toBe(1);
  await drawer.getByRole('button', { name: 'Withdraw the code for Ada Okafor' }).click();
  await drawer.getByText('Withdrawn').waitFor();
  expect(server.calls).toEqual([{ call: `DELETE /guardian_invites/${open.id}`, body: null }]);
});

test('IDN-52 IDN-53 (page) somebody signed in adds a child by a code; wrong and spent codes are told at the field', async () => {
  const refusals = [
    problem(422, 'request.invalid', { errors: [{ pointer: '/code', code: 'wrong_code', detail: 'Wrong.' }] }),
    problem(410, 'gone'),
  ];
  const server = aServer({}, () => {
    const refusal = refusals.shift();
    return refusal ? { status: refusal.status, json: refusal } : { json: { state: 'invited' } };
  });
  const page = await scenes.open('profile', { api: server.api, me: { roles: ['guardian'] } });
  await page.getByRole('button', { name: 'Add a child' }).click();
  const drawer = page.getByRole('dialog', { name: 'Use a code from the school' });
  const field = drawer.getByRole('textbox', { name: 'Code' });
  await field.fill('abcd-efghjk');
  const send = drawer.getByRole('button', { name: 'Use the code' });
  await send.click();
  await drawer.getByText('This code is not right.').first().waitFor();
  await send.click();
  await drawer.getByText('This code was used, withdrawn or is too old.').first().waitFor();
  expect(await field.inputValue()).toBe('abcd-efghjk');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await send.click();
  await page.getByText('The school confirms it now').waitFor();
  expect(server.calls.map(({ call }) => call)).toEqual(Array(3).fill('POST /guardian_invites/redeem'));
});

test('IDN-55 (page) a student of age switches the access of a guardian on and off; without a say nothing is shown', async () => {
  const link = { ...aLink };
  const server = aServer({ '/guardian_links': [link] }, ({ body }) => {
    link.adult_basis = body?.allow ? 'student_consent' : null;
    return { json: link };
  });
  const me = { roles: ['student' as const] };
  const page = await scenes.open('profile', { api: server.api, me });
  const access = page.getByRole('switch', { name: 'Blessing Okafor' });
  await access.click();
  await expect.poll(() => server.calls.length).toBe(1);
  await expect.poll(() => access.isChecked()).toBe(true);
  await access.click();
  await expect.poll(() => server.calls.length).toBe(2);
  await expect.poll(() => access.isChecked()).toBe(false);
  expect(server.calls.map(({ body }) => body)).toEqual([{ allow: true }, { allow: false }]);

  const young = aServer({ '/guardian_links': [{ ...aLink, can: { ...can, consent: false } }] }, () => ({}));
  const other = await scenes.open('profile', { api: young.api, me });
  await other.getByRole('button', { name: 'Save' }).waitFor();
  expect(await other.getByRole('switch').count()).toBe(0);
  expect(await other.getByRole('button', { name: 'Add a child' }).count()).toBe(0);
});
