import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { call } from './call-api.ts';
import { stateOf } from './people.ts';

/** Until its script hears what is chosen. */
async function openAppearance(page: Page) {
  const runs = page.waitForRequest('**/api/v1/events');
  await page.goto('/settings/appearance');
  await runs;
}

test.describe('a lead', () => {
  test.use({ storageState: stateOf('curriculum_lead') });
  // One account: what one of these tests chooses, another would find.
  test.describe.configure({ mode: 'default' });

  test.beforeEach(async ({ page }) => {
    const { lock_version } = await (await page.request.get('/api/v1/me/preferences')).json();
    const designed = { lock_version, theme: 'system', reading: { font: 'default' } };
    await call(page.request, 'PATCH', '/me/preferences', designed);
  });

  test('UXP-25 a dark theme takes effect at once and is there before the first paint of the next load', async ({
    page,
  }) => {
    await openAppearance(page);
    await page.getByRole('radiogroup', { name: 'Theme' }).getByLabel('Dark').check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByText(/^Saved /)).toBeVisible();
    const source = await (await page.request.get('/settings/appearance')).text();
    expect(source).toMatch(/<html[^>]*data-theme="dark"/);
    await page.getByRole('radiogroup', { name: 'Theme' }).getByLabel('As the device').check();
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });

  test('UXP-88 the reading font follows the person to another device', async ({ page, browser, baseURL }) => {
    await openAppearance(page);
    await page.getByRole('radiogroup', { name: 'Letters' }).getByLabel('Atkinson Hyperlegible').check();
    await expect(page.getByText(/^Saved /)).toBeVisible();
    const session = (await page.context().cookies()).filter(({ name }) => !name.includes('appearance'));
    const other = await browser.newContext({ baseURL: baseURL ?? '' });
    await other.addCookies(session);
    const elsewhere = await other.newPage();
    await elsewhere.goto('/settings/profile');
    await expect(elsewhere.locator('html')).toHaveAttribute('data-reading-font', 'hyperlegible');
    await other.close();
    // Letters that have just come move the lines under the pointer.
    await page.evaluate(() => document.fonts.ready);
    await page.getByRole('radiogroup', { name: 'Letters' }).getByLabel('As designed').check();
    await expect(page.locator('html')).not.toHaveAttribute('data-reading-font');
  });

  test('IDN-82 the own session is listed as this one; others can be ended', async ({ page }) => {
    await page.goto('/me/security');
    await expect(page).toHaveURL(/\/settings\/security$/);
    const list = page.getByRole('list', { name: 'Sessions and apps' });
    await expect(list.getByText('This one')).toHaveCount(1);
    await expect(page.getByRole('region', { name: 'Recent sign-ins' })).toContainText('Signed in');
  });

  for (const place of ['profile', 'appearance', 'security']) {
    test(`UXP-73 settings ${place} has no accessibility findings`, async ({ page }) => {
      await page.goto(`/settings/${place}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).include('main').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
    });
  }
});

test('UXP-87 signing in works by keyboard alone, at 320 px, with a username and its school code', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/login');
  await page.locator('#identifier').focus();
  await page.keyboard.type('ada.okafor');
  await page.keyboard.press('Tab');
  await page.keyboard.type('chalk-and-paper');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('School code')).toBeFocused();
  await page.keyboard.type('riverbend');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/learn\/dashboard$/);
});

test('IDN-68 asking for a reset link answers alike for known and unknown addresses', async ({ page }) => {
  const answers: (string | null)[] = [];
  for (const address of ['guardian@riverbend.example', 'nobody@riverbend.example']) {
    await page.goto('/forgot-password');
    await page.getByLabel('E-mail address').fill(address);
    await page.getByRole('button', { name: 'Send the link' }).click();
    const status = page.getByRole('status').filter({ hasText: 'a link is on its way' });
    await expect(status).toBeVisible();
    answers.push(await status.textContent());
  }
  expect(answers[0]).toBe(answers[1]);
});

for (const address of [
  '/login',
  '/forgot-password',
  '/suspended',
  '/auth/failure',
  '/invite/a-link-that-is-long-enough',
]) {
  test(`UXP-73 ${address} has no accessibility findings in light, dark and Arabic`, async ({
    browser,
    baseURL,
  }) => {
    for (const options of [{}, { colorScheme: 'dark' as const }, { locale: 'ar' }]) {
      const context = await browser.newContext({ baseURL: baseURL ?? '', ...options });
      const page = await context.newPage();
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).include('main').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
      await context.close();
    }
  });
}
