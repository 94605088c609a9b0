import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

test('UXP-28 every field has a visible label, says in words that it is needed, and brings the right keyboard', async () => {
  const page = await scenes.open('tenantForm');
  const form = page.getByRole('dialog', { name: 'Add an organisation' });
  await form.waitFor();
  const fields = await form.locator('input, select, textarea').evaluateAll((all) =>
    (all as HTMLInputElement[]).map((one) => {
      const label = one.labels?.[0];
      return {
        label: label?.textContent ?? '',
        isSeen: label?.checkVisibility() === true && label.getBoundingClientRect().height > 8,
        says: one.getAttribute('aria-required') === 'true',
      };
    }),
  );
  expect(fields.length).toBeGreaterThan(10);
  for (const field of fields) {
    expect(field.isSeen, field.label).toBe(true);
    expect(field.says, field.label).toBe(true);
    expect(field.label).toMatch(/\(required\)$/);
  }
  const mail = form.getByRole('textbox', { name: /^E-mail/ });
  expect(await mail.evaluate((one) => [one.getAttribute('type'), one.getAttribute('inputmode')])).toEqual([
    'email',
    'email',
  ]);
  await page.context().close();
});

test('UXP-28 UXP-29 UXP-30 an error stands at its field, tied to it, after leaving it and never while first typing; the summary takes the focus', async () => {
  const page = await scenes.open('tenantForm', {
    api: (route) =>
      route.fulfill({
        status: 422,
        json: problem(422, 'validation_failed', {
          errors: [{ pointer: '/slug', code: 'invalid', detail: 'Small letters only.' }],
        }),
      }),
  });
  const form = page.getByRole('dialog', { name: 'Add an organisation' });
  const name = form.getByRole('textbox', { name: 'Name (required)', exact: true });
  await name.fill('R');
  await name.fill('');
  expect(await name.getAttribute('aria-invalid')).toBeNull();
  await page.keyboard.press('Tab');
  await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
  const error = await name.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(),
  );
  expect(error).toContain('This is needed');
  await name.fill('Riverbend');
  await expect.poll(() => name.getAttribute('aria-invalid')).toBeNull();
  await page.keyboard.press('Control+Enter');
  const summary = form.getByRole('alert');
  await summary.waitFor();
  await expect.poll(() => summary.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  expect(await name.inputValue()).toBe('Riverbend');
  await page.context().close();
});
