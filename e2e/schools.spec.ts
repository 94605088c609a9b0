import { expect, type Page, test } from '@playwright/test';
import { stateOf } from './people.ts';

test.use({ storageState: stateOf('district_admin') });

async function addSchool(page: Page, name: string, code: string) {
  await page.getByRole('button', { name: 'Add a school' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('textbox', { name: /^Code/ }).fill(code);
  await page.getByRole('button', { name: 'Save' }).click();
}

test('UXP-29 UXP-30 wrong values come back on their fields, then the school is added, archived and brought back', async ({
  page,
}) => {
  const name = `Lakeside ${Date.now()}`;
  const code = `L${Date.now()}`;
  await page.goto('/admin/schools');
  await addSchool(page, ' ', 'has space');
  const summary = page
    .getByRole('alert')
    .or(page.getByRole('group', { name: /need your attention|needs your attention/ }));
  await expect(summary.first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Code/ })).toHaveValue('has space');
  await expect(page.getByRole('textbox', { name: /^Code/ })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('textbox', { name: /^Code/ }).fill(code);
  await page.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Archive' }).click();
  await expect(row.getByText('Archived')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row.getByText('Active')).toBeVisible();
});

test('UXP-43 a change in one tab shows in another without a reload', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto('/admin/schools');
  await second.goto('/admin/schools');
  await expect(second.getByRole('row').filter({ hasText: 'Riverbend High School' })).toBeVisible();
  const name = `Two tabs ${Date.now()}`;
  await addSchool(first, name, `T${Date.now()}`);
  await expect(second.getByRole('row').filter({ hasText: name })).toBeVisible();
});

test('IDN-05 UXP-07 two tabs keep two schools apart, also after a reload', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  for (const [page, school] of [
    [first, 'Maple Street Middle School'],
    [second, 'Oak Hill Elementary School'],
  ] as const) {
    await page.goto('/admin/schools');
    await page.getByRole('button', { name: /^School / }).click();
    await page.getByRole('menuitemradio', { name: school }).click();
  }
  await first.reload();
  const shown = (page: Page) =>
    page.getByRole('table', { name: 'Schools' }).or(page.getByRole('grid', { name: 'Schools' }));
  await expect(shown(first).getByText('Maple Street Middle School')).toBeVisible();
  await expect(shown(first).getByText('Oak Hill Elementary School')).toHaveCount(0);
  await expect(shown(second).getByText('Oak Hill Elementary School')).toBeVisible();
  await expect(shown(second).getByText('Maple Street Middle School')).toHaveCount(0);
});
