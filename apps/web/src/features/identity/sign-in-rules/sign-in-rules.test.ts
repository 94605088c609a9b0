import { defaultSignInPolicy, type SignInPolicy } from '@k12/contracts/identity/sign-in-policy';
import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

type Sent = SignInPolicy & { lock_version: number };

test('IDN-71 IDN-80 (page) rules of a role, of its sessions and of networks are saved together; what leaves oneself out is said at its field', async () => {
  const sent: Sent[] = [];
  const detail = 'These networks leave out the one you are in now (10.9.9.9).';
  const errors = [{ pointer: '/admin_networks', code: 'locks_out', detail }];
  const page = await scenes.open('signInRules', {
    api: (route: Route) => {
      if (route.request().method() === 'GET')
        return route.fulfill({ json: { ...defaultSignInPolicy, lock_version: 7 } });
      const policy = route.request().postDataJSON() as Sent;
      sent.push(policy);
      return policy.admin_networks.includes('10.9.0.0/16')
        ? route.fulfill({ json: { ...policy, lock_version: 8 } })
        : route.fulfill({ status: 422, json: problem(422, 'request.invalid', { errors }) });
    },
  });
  const teacher = page.getByRole('group', { name: 'Teacher', exact: true });
  await teacher.getByRole('combobox', { name: 'Second step' }).selectOption({ label: 'Required' });
  await teacher.getByRole('combobox', { name: 'Way in' }).selectOption({ label: 'Passkey' });
  expect(await teacher.getByRole('combobox', { name: 'Way in' }).locator('option').allTextContents()).toEqual(
    ['Any that is on', 'Password', 'Passkey'],
  );
  const student = page.getByRole('group', { name: 'Student' });
  expect(await student.getByRole('combobox', { name: 'Way in' }).locator('option').allTextContents()).toEqual(
    ['Any that is on', 'Password'],
  );
  const idle = student.getByRole('combobox', { name: 'Ends unused after' });
  expect(await idle.locator('option').last().textContent()).toBe('12 hours');
  await idle.selectOption({ label: '30 minutes' });
  const networks = page.getByRole('textbox', { name: 'Networks that admins sign in from' });
  await networks.fill('10.1.0.0/16');
  const save = page.getByRole('button', { name: 'Save' });
  await save.click();
  await page.getByText(detail).first().waitFor();
  expect(await networks.getAttribute('aria-invalid')).toBe('true');
  await networks.fill('10.1.0.0/16\n10.9.0.0/16');
  await save.click();
  await expect.poll(() => sent.length).toBe(2);
  await expect.poll(() => save.isDisabled()).toBe(true);
  expect(sent[1]).toEqual({
    ...defaultSignInPolicy,
    mfa: { ...defaultSignInPolicy.mfa, teacher: 'required' },
    required_method: { ...defaultSignInPolicy.required_method, teacher: 'passkey' },
    session_limits: {
      ...defaultSignInPolicy.session_limits,
      student: { idle_minutes: 30, absolute_minutes: 720 },
    },
    admin_networks: ['10.1.0.0/16', '10.9.0.0/16'],
    lock_version: 7,
  });
  await page.context().close();
});
