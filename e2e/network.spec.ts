import { expect, type Page, type Route, test } from '@playwright/test';
import { stateOf } from './people.ts';

test.use({ storageState: stateOf('district_admin') });

const firstRow = (page: Page) => page.getByRole('row').filter({ hasText: 'Riverbend High School' });
const lists = /\/api\/v1\/schools(\?|$)/;
const busy = (route: Route) =>
  route.fulfill({
    status: 503,
    json: { type: 'about:blank', title: 'Busy', status: 503, code: 'unavailable', request_id: 'r' },
  });

/** The page's first data come with it; stepping to another page and back asks for them again. */
async function stepAside(page: Page) {
  await page.getByRole('link', { name: 'Academic years' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Academic years' })).toBeVisible();
}
const comeBack = (page: Page) =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Schools' }).click();

test('UXP-39 what is known shows at once and refreshes behind', async ({ page }) => {
  await page.goto('/admin/schools');
  await expect(firstRow(page)).toBeVisible();
  await stepAside(page);
  let answer = () => {};
  const held = new Promise<void>((open) => {
    answer = open;
  });
  await page.route(lists, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(lists);
  await comeBack(page);
  await asked;
  await expect(firstRow(page)).toBeVisible();
  const refreshed = page.waitForResponse(lists);
  answer();
  expect((await refreshed).ok()).toBe(true);
});

test('UXP-44 a read is tried again after a failure of the server, and not after a refusal', async ({
  page,
}) => {
  const tokens = /\/api\/v1\/me\/api_tokens/;
  const answers = [503, 403];
  const tried: number[] = [];
  await page.route(tokens, (route) => {
    const status = answers[tried.length] ?? 200;
    tried.push(status);
    if (status === 200) return route.continue();
    const code = status === 503 ? 'unavailable' : 'forbidden';
    return route.fulfill({
      status,
      json: { type: 'about:blank', title: code, status, code, request_id: 'r' },
    });
  });
  await page.goto('/settings/security');
  const failed = page.getByText('This could not be loaded.');
  await expect(failed).toBeVisible();
  expect(tried).toEqual([503, 403]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(failed).toBeHidden();
  expect(tried).toEqual([503, 403, 200]);
});

test('UXP-51 UXP-54 without an answer the page says so, shows what it knew with its time, and refreshes on return', async ({
  page,
}) => {
  await page.goto('/admin/schools');
  await expect(firstRow(page)).toBeVisible();
  await stepAside(page);
  await page.route('**/api/v1/**', busy);
  await comeBack(page);
  await expect(firstRow(page)).toBeVisible();
  await expect(page.getByText(/^Showing information from \d/)).toBeVisible({ timeout: 30_000 });
  await page.unroute('**/api/v1/**');
  await page.route('**/api/v1/**', (route) => route.fulfill({ status: 200, body: '<html>Filter</html>' }));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/^No connection\./)).toBeVisible();
  await page.unroute('**/api/v1/**');
  await expect(page.getByText(/^The connection is back\./)).toBeVisible();
  await expect(page.getByText(/^No connection\./)).toBeHidden();
  await expect(page.getByText(/^Showing information from/)).toBeHidden();
});
