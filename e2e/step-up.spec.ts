import { expect, type Page, test } from '@playwright/test';
import { accountOf, password } from './people.ts';

async function signIn(page: Page, identifier: string, at: string) {
  await page.goto(`/login/riverbend?next=${encodeURIComponent(at)}`);
  await page.locator('#identifier').fill(identifier);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${at}$`));
}

test('IDN-81 after expiry the save waits for a sign-in in place, and what was typed is saved', async ({
  page,
}) => {
  const guardian = accountOf('guardian');
  await signIn(page, guardian.identifier, '/settings/profile');
  const pronouns = page.getByLabel('Pronouns');
  const typed = `she/her ${Date.now()}`;
  await pronouns.fill(typed);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(dialog).toContainText(guardian.name);
  await dialog.getByLabel('Password').fill('not the password');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Name or password is not right');
  await dialog.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');

  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await page.reload();
  await expect(pronouns).toHaveValue(typed);
});

test('UXP-44 a page goes on for nobody but the person it belongs to', async ({ page, browser, baseURL }) => {
  await signIn(page, accountOf('teacher').identifier, '/settings/profile');
  await page.getByLabel('Pronouns').fill('not to be sent');
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const otherPage = await other.newPage();
  await signIn(otherPage, accountOf('curriculum_lead').identifier, '/settings/profile');
  await page.context().clearCookies();
  await page.context().addCookies(await other.cookies());
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(page.getByRole('dialog', { name: 'Somebody else is signed in now' })).toBeVisible();
  await expect(page.getByLabel('Pronouns')).toHaveValue('not to be sent');
  await otherPage.reload();
  await expect(otherPage.getByLabel('Pronouns')).not.toHaveValue('not to be sent');
  await other.close();
});

test('IDN-46 a sensitive call asks for a fresh proof in place and then goes on once', async ({ page }) => {
  await signIn(page, accountOf('curriculum_lead').identifier, '/settings/security');
  let calls = 0;
  // Stands in for the ten minutes that would have to pass; everything after the refusal is the real server.
  await page.route('**/api/v1/me/totp', async (route) => {
    calls += 1;
    if (calls > 1) return route.continue();
    const problem = { type: '', title: '', status: 401, code: 'reauth_required', request_id: 'first' };
    return route.fulfill({ status: 401, json: problem });
  });
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await dialog.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByAltText('Code to scan with an authenticator app')).toBeVisible();
  expect(calls).toBe(2);
});
