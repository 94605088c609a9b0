import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { accountOf, type DemoRole, homes, password, stateOf } from './people.ts';

const profile = '/settings/profile';
const notForOthers = 'not to be sent';

async function openAs(context: BrowserContext, at: string): Promise<Page> {
  const page = await context.newPage();
  // The live news are asked for once the page runs.
  const runs = page.waitForRequest('**/api/v1/events');
  await page.goto(at);
  await runs;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

function ownRecord(page: Page): Promise<{ pronouns: string | null; lock_version: number }> {
  return page.evaluate(async () => (await (await fetch('/api/v1/me')).json()).user);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const endedDialog = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });
const otherDialog = (page: Page) => page.getByRole('dialog', { name: 'Somebody else is signed in now' });

/** The browser holds somebody else's sign-in from now on, as after a sign-in that this page did not hear of. */
async function becomeBehindThePage(page: Page, role: DemoRole) {
  const { cookies } = JSON.parse(await readFile(stateOf(role), 'utf8'));
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
}

test.describe('a guardian', () => {
  test.use({ storageState: stateOf('guardian') });

  test('IDN-81 UXP-44 after expiry the save waits for a sign-in in place, happens once and survives a reload', async ({
    context,
  }) => {
    const page = await openAs(context, profile);
    const before = await ownRecord(page);
    const typed = `she/her ${Date.now()}`;
    await page.getByLabel('Pronouns').fill(typed);
    await context.clearCookies();
    await save(page);

    const dialog = endedDialog(page);
    await expect(dialog).toContainText(accountOf('guardian').name);
    await expect(dialog.getByLabel('Password')).toBeFocused();
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Name or password is not right');
    await dialog.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');

    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^Saved /)).toBeVisible();
    const after = await ownRecord(page);
    expect(after).toMatchObject({ pronouns: typed, lock_version: before.lock_version + 1 });
    await page.reload();
    await expect(page.getByLabel('Pronouns')).toHaveValue(typed);
  });
});

test.describe('a district admin', () => {
  test.use({ storageState: stateOf('district_admin') });

  test('UXP-34 what is typed before the script of a page runs is saved, not lost', async ({ page }) => {
    let letIn = () => {};
    const gate = new Promise<void>((open) => {
      letIn = open;
    });
    await page.route('**/_next/static/**', async (route) => {
      if (route.request().resourceType() === 'script') await gate;
      await route.continue();
    });
    await page.goto(profile, { waitUntil: 'commit' });
    const typed = `early ${Date.now()}`;
    await page.getByLabel('Pronouns').fill(typed);
    // The live news are asked for once the page runs.
    const runs = page.waitForRequest('**/api/v1/events');
    letIn();
    await runs;
    const written = page.waitForRequest((request) => request.method() === 'PATCH');
    await save(page);
    expect((await written).postDataJSON()).toMatchObject({ pronouns: typed });
    await expect(page.getByText(/^Saved /)).toBeVisible();
    await page.getByLabel('Pronouns').fill('');
    await save(page);
  });
});

test.describe('a teacher whose browser another person uses', () => {
  test.use({ storageState: stateOf('teacher') });

  test('UXP-44 a page writes for nobody but the person it belongs to', async ({ context }) => {
    const page = await openAs(context, profile);
    await page.getByLabel('Pronouns').fill(notForOthers);
    await becomeBehindThePage(page, 'student');
    const before = await ownRecord(page);
    await save(page);

    await expect(otherDialog(page)).toContainText(accountOf('teacher').name);
    await page.keyboard.press('Escape');
    await expect(otherDialog(page)).toBeHidden();
    await expect(page.getByLabel('Pronouns')).toHaveValue(notForOthers);
    await save(page);
    await expect(page.getByRole('alert').filter({ hasText: 'Somebody else is signed in now' })).toBeVisible();
    expect(await ownRecord(page)).toEqual(before);
  });

  test('UXP-44 signing in as somebody else in the dialog does not carry the page on', async ({ context }) => {
    const page = await openAs(context, profile);
    await page.getByLabel('Pronouns').fill(notForOthers);
    await context.clearCookies();
    // The dialog offers no other name; a passkey of somebody else would end like this.
    await page.route('**/api/v1/session', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const { identifier } = accountOf('student');
      return route.continue({ postData: { ...route.request().postDataJSON(), identifier } });
    });
    await save(page);
    await endedDialog(page).getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');

    await expect(otherDialog(page)).toBeVisible();
    expect((await ownRecord(page)).pronouns).not.toBe(notForOthers);
    await page.unroute('**/api/v1/session');
    page.on('dialog', (question) => question.accept());
    await otherDialog(page).getByRole('button', { name: 'Leave this page' }).click();
    await expect(page).toHaveURL(new RegExp(`${homes.student}$`));
  });

  test('UXP-40 a sign-in of somebody else in another tab takes this tab along, unless something typed would be lost', async ({
    context,
  }) => {
    const reading = await openAs(context, profile);
    const typing = await openAs(context, profile);
    await typing.getByLabel('Pronouns').fill(notForOthers);
    await becomeBehindThePage(reading, 'student');
    const third = await context.newPage();
    await third.goto('/status');
    await third.evaluate(() => new BroadcastChannel('homeroom').postMessage({ kind: 'signed_in' }));

    await expect(reading.getByText('ada.okafor')).toBeVisible({ timeout: 40_000 });
    await expect(otherDialog(typing)).toBeVisible();
    await expect(typing.getByText('ada.okafor')).toHaveCount(0);
  });
});

test.describe('a lead', () => {
  test.use({ storageState: stateOf('curriculum_lead') });

  test('IDN-46 a sensitive call asks for a fresh proof in place and then goes on once', async ({
    context,
  }) => {
    const page = await openAs(context, '/settings/security');
    let calls = 0;
    // Stands in for the ten minutes that would have to pass; everything after the refusal is the real server.
    await page.route('**/api/v1/me/totp', async (route) => {
      calls += 1;
      if (calls > 1) return route.continue();
      const title = 'Confirm that it is you';
      const problem = {
        type: 'about:blank',
        title,
        status: 401,
        code: 'reauth_required',
        request_id: 'first',
      };
      return route.fulfill({ status: 401, json: problem });
    });
    await page.getByRole('button', { name: 'Set up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
    await expect(dialog.getByLabel('Password')).toBeFocused();
    await page.keyboard.type(password);
    const proof = page.waitForResponse('**/api/v1/session/reauth');
    await page.keyboard.press('Enter');
    expect((await proof).status()).toBe(200);
    await expect(dialog).toBeHidden();
    await expect(page.getByAltText('Code to scan with an authenticator app')).toBeVisible();
    expect(calls).toBe(2);
  });
});
