import { expect, type Page, test } from '@playwright/test';
import { accountOf, homes, password, roles } from './people.ts';

async function signIn(page: Page, identifier: string, secret: string, at = '/login') {
  await page.goto(at);
  await page.getByRole('textbox', { name: /^E-mail or username/ }).fill(identifier);
  await page.getByRole('textbox', { name: /^Password/ }).fill(secret);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('IDN-57 a wrong password and an unknown name get the same words, and what was typed stays', async ({
  page,
}) => {
  const texts: (string | null)[] = [];
  for (const identifier of [accountOf('teacher').identifier, 'nobody@riverbend.example']) {
    await signIn(page, identifier, 'not the password');
    const alert = page.getByText('Name or password is not right');
    await expect(alert).toBeVisible();
    texts.push(await alert.textContent());
    await expect(page.getByRole('textbox', { name: /^E-mail or username/ })).toHaveValue(identifier);
  }
  expect(texts[0]).toBe(texts[1]);
});

test('IDN-58 after sign-in the wanted page opens, and an address elsewhere is ignored', async ({ page }) => {
  await page.goto('/admin/schools?state=archived');
  await expect(page).toHaveURL(/\/login\?next=/);
  await signIn(page, accountOf('admin').identifier, password, page.url());
  await expect(page).toHaveURL(/\/admin\/schools\?state=archived$/);
  await page.context().clearCookies();
  for (const next of ['https://example.com/', '//example.com', '/\\example.com']) {
    await signIn(page, accountOf('teacher').identifier, password, `/login?next=${encodeURIComponent(next)}`);
    await expect(page).toHaveURL(/\/dashboard$/);
    await page.context().clearCookies();
  }
});

for (const role of roles) {
  test(`UXP-05 ${role} lands on the own home after signing in`, async ({ page }) => {
    const at = role === 'student' ? '/login/riverbend' : '/login';
    await signIn(page, accountOf(role).identifier, password, at);
    await expect(page).toHaveURL(new RegExp(`${homes[role]}$`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('UXP-12 signing out in one tab signs out the other, and going back shows nothing', async ({
  context,
}) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  await signIn(first, accountOf('teacher').identifier, password);
  await expect(first).toHaveURL(/\/dashboard$/);
  await second.goto('/dashboard');
  await second.goto('/notifications');
  await second.getByRole('button', { name: /^Account of/ }).click();
  await second.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(second).toHaveURL(/\/login/);
  await expect(first).toHaveURL(/\/login/);
  await second.goBack();
  await expect(second).toHaveURL(/\/login/);
  await expect(second.getByText('Riverbend High School')).toHaveCount(0);
});

test('UXP-92 the language changes in place and what is typed stays', async ({ page }) => {
  await page.goto('/login');
  await page.getByRole('textbox', { name: /^E-mail or username/ }).fill('half typed');
  await expect(async () => {
    await page.getByRole('button', { name: 'العربية' }).click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl', { timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('تسجيل الدخول');
  await expect(page.getByRole('textbox').first()).toHaveValue('half typed');
});
