import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

type Right = { role: string; capability: string };

function aServer(given: { data: Right[]; update: boolean }) {
  const calls: { role: string; capabilities: string[]; on: boolean }[] = [];
  let { data } = given;
  let isRefused = false;
  const api = async (route: Route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (!pathname.endsWith('/optional_rights')) {
      return route.fulfill({ json: { data: [], next_cursor: null } });
    }
    if (request.method() === 'PATCH') {
      const body = request.postDataJSON() as (typeof calls)[number];
      calls.push(body);
      if (isRefused) return route.fulfill({ status: 403, json: problem(403, 'exceeds_own_rights') });
      const meant = body.capabilities.map((capability) => ({ role: body.role, capability }));
      const isMeant = (one: Right) => meant.some((right) => right.capability === one.capability);
      data = body.on ? [...data, ...meant] : data.filter((one) => !isMeant(one));
    }
    return route.fulfill({ json: { data, can: { update: given.update } } });
  };
  const refuse = () => {
    isRefused = true;
  };
  return { api, calls, refuse };
}

test('IDN-95 (page) an admin of the organisation lets school admins view as somebody, and takes it back; a refusal leaves the switch', async () => {
  const server = aServer({ data: [], update: true });
  const page = await scenes.open('roles', { api: server.api });
  const view = page.getByRole('switch', { name: 'View as somebody for School admin' });
  await view.click();
  await expect.poll(() => server.calls.length).toBe(1);
  await expect.poll(() => view.isChecked()).toBe(true);
  await view.click();
  await expect.poll(() => view.isChecked()).toBe(false);
  expect(server.calls.map(({ role, capabilities, on }) => [role, capabilities, on])).toEqual([
    ['admin', ['users.impersonate'], true],
    ['admin', ['users.impersonate'], false],
  ]);
  server.refuse();
  await page.getByRole('switch', { name: 'Grade work for School admin' }).click();
  await page.getByText('Refused: exceeds_own_rights').first().waitFor();
  expect(server.calls[2]?.capabilities).toEqual(['submissions.grade', 'rubric_scores.write']);
  await expect
    .poll(() => page.getByRole('switch', { name: 'Grade work for School admin' }).isChecked())
    .toBe(false);
});

test('IDN-95 (page) whoever may not decide sees what is on and cannot turn it', async () => {
  const server = aServer({ data: [{ role: 'teacher', capability: 'enrollments.manage' }], update: false });
  const page = await scenes.open('roles', { api: server.api });
  const enrolling = page.getByRole('switch', { name: 'Enrol students for Teacher' });
  await enrolling.waitFor();
  expect([await enrolling.isChecked(), await enrolling.isDisabled()]).toEqual([true, true]);
});
