import { expect, test } from '@playwright/test';
import { stateOf } from './people.ts';

test.use({ storageState: stateOf('district_admin') });

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
  const failed = page.getByText('You may not see this part');
  await expect(failed).toBeVisible();
  expect(tried).toEqual([503, 403]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(failed).toBeHidden();
  expect(tried).toEqual([503, 403, 200]);
});
