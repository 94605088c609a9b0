import { expect, type Page, test } from '@playwright/test';
import { stateOf } from './people.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find or do anything' });
const ready = (page: Page) => page.waitForRequest('**/api/v1/events');

/** A development server makes a page when it is first asked for. */
const slowly = { timeout: 40_000 };

async function open(page: Page, address: string) {
  const runs = ready(page);
  await page.goto(address);
  await runs;
}

test.describe('an admin', () => {
  test.use({ storageState: stateOf('admin') });

  test('UXP-01 UXP-06 the shell has its landmarks and skip link, and its top bar stays in place from page to page', async ({
    page,
  }) => {
    await open(page, '/admin/schools');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    await skip.focus();
    await expect(skip).toBeInViewport();
    expect(await skip.evaluate((link) => link === document.querySelector('a, button, input'))).toBe(true);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
    const bar = page.getByRole('banner');
    const names = ['Find or do anything', 'Notifications', 'Help', /^Account of/];
    const places = async () =>
      Promise.all(
        names.map(async (name) => (await bar.getByRole('button', { name }).first().boundingBox())?.x),
      );
    const before = await places();
    expect(before).toEqual([...before].sort((a, b) => Number(a) - Number(b)));
    await page.getByRole('link', { name: 'Academic years' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Academic years' })).toBeFocused();
    expect(await places()).toEqual(before);
  });

  test('UXP-03 UXP-04 (width and current page) the side bar shrinks to icons with names on focus and stays so', async ({
    page,
  }) => {
    await open(page, '/admin/schools');
    const side = page.getByRole('complementary');
    const current = page.getByRole('navigation', { name: 'Main navigation' }).locator('[aria-current=page]');
    await expect(current).toHaveText('Schools');
    expect((await side.boundingBox())?.width).toBe(240);
    await page.getByRole('button', { name: 'Show icons only' }).press('Enter');
    expect((await side.boundingBox())?.width).toBe(56);
    await page.reload({ waitUntil: 'commit' });
    await expect(side).toBeVisible();
    expect((await side.boundingBox())?.width).toBe(56);
    await page.getByRole('button', { name: 'Show names' }).press('Enter');
    expect((await side.boundingBox())?.width).toBe(240);
  });

  test('UXP-13 UXP-15 the palette opens by Ctrl+K and by /, goes where Enter says, and Escape gives the focus back', async ({
    page,
  }) => {
    await open(page, '/admin/users');
    const help = page.getByRole('button', { name: 'Help' });
    await help.focus();
    await page.keyboard.press('Control+k');
    await expect(palette(page).getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(help).toBeFocused();
    await page.keyboard.press('/');
    await palette(page).getByRole('combobox').fill('academic');
    await expect(palette(page).getByRole('option', { name: 'Academic years' }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/admin\/academic-years$/, slowly);
    await page.keyboard.press('Control+k');
    const recent = palette(page).getByRole('group', { name: 'Recent' });
    await expect(recent.getByRole('option').first()).toHaveText('People');
  });

  test('UXP-18 single keys go places, find in the list and show the keys, but never while typing', async ({
    page,
  }) => {
    await open(page, '/admin/users');
    await page.keyboard.press('f');
    const search = page.getByRole('main').getByRole('searchbox').first();
    await expect(search).toBeFocused();
    // At a person's pace: the list and the address follow between two letters.
    await page.keyboard.type('g s?/', { delay: 250 });
    await expect(search).toHaveValue('g s?/');
    await page.keyboard.press('Escape');
    await search.blur();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const line = keys.locator('dt', { hasText: 'Go to Schools' });
    const key = await line.evaluate((term) => term.nextElementSibling?.textContent?.slice(-1));
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
    await page.keyboard.press('g');
    await page.keyboard.press(key ?? '');
    await expect(page).toHaveURL(/\/admin\/schools$/);
  });

  test('UXP-08 UXP-09 (rows and filters) filters are in the address, and going back shows as many rows as before', async ({
    page,
  }) => {
    await open(page, '/admin/users');
    const rows = page.getByRole('main').getByRole('row');
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect(page.getByText('100 shown')).toBeVisible(slowly);
    await rows.getByRole('link').last().click();
    await expect(page).toHaveURL(/\/admin\/users\/[\w-]{36}/, slowly);
    await page.goBack();
    await expect(page.getByText('100 shown')).toBeVisible(slowly);
    await page.getByRole('searchbox').first().fill('okafor');
    await expect(page).toHaveURL(/q=okafor/);
    await expect(rows.filter({ hasText: 'Okafor' }).first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole('searchbox').first()).toHaveValue('okafor');
  });
});

test.describe('on a phone', () => {
  test.use({ storageState: stateOf('admin'), viewport: { width: 390, height: 844 } });

  test('UXP-04 a phone has four entries and the rest behind More at the bottom', async ({ page }) => {
    await open(page, '/admin/schools');
    const bar = page.getByRole('navigation', { name: 'Main navigation' });
    await expect(bar.getByRole('link')).toHaveCount(4);
    await bar.getByRole('button', { name: 'More' }).click();
    await page.getByRole('dialog', { name: 'More' }).getByRole('link', { name: 'Roles' }).click();
    await expect(page).toHaveURL(/\/admin\/roles$/);
    await expect(page.getByRole('dialog', { name: 'More' })).toBeHidden();
  });
});
