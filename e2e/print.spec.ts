import { expect, type Page, test } from '@playwright/test';
import { stateOf } from './people.ts';

test.use({ actionTimeout: 20_000, storageState: stateOf('teacher') });

test('UXP-98 UXP-99 PLN-170 plans and sheets print as documents, any other page without what surrounds it', async ({
  page,
}) => {
  await test.step('a unit with its lessons', () => unit(page));
  await test.step('a gradebook, with what its letters mean', () => gradebook(page));
  await test.step('any other page', () => anyPage(page));
});

async function firstOf(page: Page, path: string): Promise<string> {
  const reply = await page.request.get(`/api/v1/${path}`);
  const { data } = (await reply.json()) as { data: { id: string }[] };
  return data[0]?.id ?? '';
}

/** On paper there is the document, and nothing to press. */
async function onPaper(page: Page, shown: ReturnType<Page['getByRole']>) {
  await page.emulateMedia({ media: 'print' });
  await expect(shown).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
}

async function unit(page: Page) {
  const id = await firstOf(page, 'unit_plans?of=mine&state=published&limit=1');
  await page.goto(`/plan/units/${id}/print`);
  const print = page.getByRole('button', { name: 'Print' });
  await expect(print).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(print).toBeHidden();
  await onPaper(page, page.getByRole('heading', { name: /^(Objectives|Understandings)$/ }).first());
}

async function gradebook(page: Page) {
  const id = await firstOf(page, 'courses?mine=true&q=Chemistry&limit=1');
  await page.goto(`/print/gradebook?id=${id}`);
  await expect(page.getByText('EX excused').first()).toBeVisible();
  const file = page.getByRole('link', { name: 'PDF' });
  const pdf = await page.request.get((await file.getAttribute('href')) ?? '');
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await onPaper(page, page.getByRole('columnheader', { name: 'Student' }).first());
}

async function anyPage(page: Page) {
  await page.goto('/plan/units');
  await onPaper(page, page.getByRole('heading', { level: 1 }));
}
