import { expect, type Page, test } from '@playwright/test';
import { call } from './call-api.ts';
import { stateOf } from './people.ts';
import { aSheet, cellOf, gridOf, open } from './sheet-records.ts';

test.use({ actionTimeout: 20_000, viewport: { width: 1366, height: 800 }, storageState: stateOf('teacher') });

async function chosen(page: Page, button: string, item: string) {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('TCH-91 TCH-103 TCH-104 TCH-105 columns are frozen, moved, widened and hidden for good, rows filtered and kept as a view, history opened', async ({
  page,
}) => {
  const sheet = await aSheet(page);
  const [ada, ben] = sheet.students.map(({ name }) => name) as [string, string];
  const grades = ['18', '6'].map((entry, at) => ({
    ...{ assignment_id: sheet.assignments[1], student_id: sheet.students[at]?.id, grade_version: 0, entry },
  }));
  await call(page.request, 'PATCH', `/courses/${sheet.course_id}/gradebook/cells`, { cells: grades });
  await open(page, sheet);
  const heads = gridOf(page).getByRole('columnheader').filter({ hasText: /pts/ });
  const titlesShown = () =>
    heads.evaluateAll((all) => all.map((head) => head.querySelector('bdi')?.textContent));
  await test.step('columns', async () => {
    const remembered = () =>
      page.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.url().endsWith('/layout'));
    const menuOf = (title: string) => heads.filter({ hasText: title }).getByRole('button').click();
    await menuOf('Unit test');
    await page.getByRole('menuitem', { name: 'Keep beside the students' }).click();
    await menuOf('Leaf lab');
    await page.getByRole('menuitem', { name: 'Move later' }).click();
    await expect.poll(titlesShown).toEqual(['Unit test', 'Reaction report', 'Leaf lab']);
    const handle = heads.filter({ hasText: 'Reaction report' }).locator('[data-resize]');
    const before = (await heads.filter({ hasText: 'Reaction report' }).boundingBox())?.width ?? 0;
    const box = await handle.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 20);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 64, (box?.y ?? 0) + 20, { steps: 4 });
    const kept = remembered();
    await page.mouse.up();
    await kept;
    const width = (await heads.filter({ hasText: 'Reaction report' }).boundingBox())?.width ?? 0;
    expect(width - before).toBeCloseTo(60, 0);
    const again = remembered();
    await menuOf('Leaf lab');
    await page.getByRole('menuitem', { name: 'Hide column' }).click();
    await again;
    await page.reload();
    await expect(gridOf(page)).toBeVisible();
    await expect.poll(titlesShown).toEqual(['Unit test', 'Reaction report']);
    expect((await heads.filter({ hasText: 'Reaction report' }).boundingBox())?.width).toBeCloseTo(width, 0);
  });
  await test.step('figures under the students', async () => {
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Mean and median' }).click();
    await page.keyboard.press('Escape');
    await expect(cellOf(page, 'Mean', 1)).toHaveText('12.0');
  });
  await test.step('a view of those below 60 %, best last, is kept', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'More filters…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Filters' });
    await dialog.getByRole('textbox', { name: 'Total below' }).fill('60');
    await page.keyboard.press('Tab');
    await dialog.getByRole('combobox', { name: 'Sort by' }).selectOption('Total');
    await dialog.getByRole('button', { name: 'Done' }).click();
    const shown = gridOf(page).getByRole('rowheader').filter({ hasText: /,/ });
    await expect(shown).toHaveText([ben]);
    await chosen(page, 'View', 'Save this view…');
    const views = page.getByRole('dialog', { name: 'Saved views' });
    await views.getByRole('textbox', { name: 'Name of the view' }).fill('Behind');
    await views.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(views).toBeHidden();
    await page.reload();
    await expect(shown).toHaveCount(3);
    await chosen(page, 'View', 'Behind');
    await expect(shown).toHaveText([ben]);
  });
  await test.step('history of a cell, of a student, of the course', async () => {
    await chosen(page, 'Filter', 'Clear filters');
    await cellOf(page, ada, 1).click();
    await gridOf(page).press(' ');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('listitem').filter({ hasText: 'Set to 18' })).toBeVisible();
    await page.keyboard.press('Escape');
    await gridOf(page).getByRole('rowheader', { name: ben }).getByRole('button').click();
    await drawer.getByRole('button', { name: 'History' }).click();
    await expect(drawer.getByRole('listitem').filter({ hasText: 'Set to 6' })).toBeVisible();
    await expect(drawer.getByRole('listitem').filter({ hasText: 'Set to 18' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await chosen(page, 'View', 'History');
    await expect(drawer.getByRole('listitem').filter({ hasText: 'Set to 18' })).toBeVisible();
  });
});
