import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entry, type Mode, startBrowser } from './browser.ts';

let session: Awaited<ReturnType<typeof startBrowser>>;
let page: Page;

beforeAll(async () => {
  session = await startBrowser();
});

afterAll(async () => {
  await session?.close();
});

async function show(find: string, mode: Mode = {}, width = 1366) {
  page = await session.show({ find, ...mode }, width);
}

const tables = 'Many alike things';
const rowNames = (table: string) =>
  page.getByRole('grid', { name: table, exact: true }).getByRole('rowheader').allTextContents();

describe('data table', () => {
  test('UXP-23 sorting by a head changes the order and says so', async () => {
    await show(tables);
    const beds = page.getByRole('grid', { name: 'Beds', exact: true });
    await beds.getByRole('button', { name: 'Rows' }).click();
    expect(await rowNames('Beds')).toEqual(['Bed 1', 'Bed 6', 'Bed 2', 'Bed 3', 'Bed 4', 'Bed 5']);
    const head = beds.getByRole('columnheader', { name: /^Rows/ });
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await beds.getByRole('button', { name: 'Rows' }).click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect((await rowNames('Beds'))[0]).toBe('Bed 5');
  });

  test('UXP-124 UXP-23 j, k, x, Shift+x and Enter walk, select, select a range and open', async () => {
    await show(tables);
    const beds = page.getByRole('grid', { name: 'Beds', exact: true });
    await beds.locator('tr[data-index="0"]').focus();
    await page.keyboard.press('j');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-index')))
      .toBe('1');
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-index')))
      .toBe('3');
    await page.keyboard.press('Shift+X');
    await page.getByText('3 selected').waitFor();
    expect(await beds.locator('tr[aria-selected="true"]').count()).toBe(3);
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByText('Opened Bed 3').waitFor();
    await page.getByRole('button', { name: 'Clear selection' }).click();
    expect(await beds.locator('tr[aria-selected="true"]').count()).toBe(0);
  });

  test('UXP-23 a Shift click on the boxes selects everything between; the head box selects all', async () => {
    await show(tables);
    const beds = page.getByRole('grid', { name: 'Beds', exact: true });
    await beds.getByRole('checkbox', { name: 'Select Bed 2' }).click();
    await beds.getByRole('checkbox', { name: 'Select Bed 5' }).click({ modifiers: ['Shift'] });
    await page.getByText('4 selected').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('5 selected').waitFor();
    await beds.getByRole('checkbox', { name: 'Select all rows' }).click();
    await page.getByText('6 selected').waitFor();
  });

  test('UXP-83 four hundred rows are counted but only a few are drawn; the End key reaches the last', async () => {
    await show(tables);
    const all = page.getByRole('grid', { name: 'All beds' });
    expect(await all.getAttribute('aria-rowcount')).toBe('401');
    expect(await all.locator('tr[data-index]').count()).toBeLessThan(80);
    await all.locator('tr[data-index="0"]').focus();
    await page.keyboard.press('End');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex')))
      .toBe('401');
  });

  test('UXP-76 on phones rows are cards that keep their roles, and sorting has a control', async () => {
    await show(tables, {}, 390);
    const beds = page.getByRole('grid', { name: 'Beds', exact: true });
    const first = beds.getByRole('row').nth(1);
    expect(await first.evaluate((row) => getComputedStyle(row).display)).toBe('grid');
    expect(await beds.getByRole('row').nth(2).getByRole('gridcell').count()).toBe(4);
    // Nothing is planted in the first: its card has no line for that.
    expect(await first.getByRole('gridcell').count()).toBe(3);
    await page.getByRole('combobox', { name: 'Sort' }).first().selectOption({ label: 'Rows, descending' });
    expect((await rowNames('Beds'))[0]).toBe('Bed 5');
  });

  test('UXP-83 loading and empty are said', async () => {
    await show(tables);
    expect(await page.getByRole('grid', { name: 'Beds being loaded' }).getAttribute('aria-busy')).toBe(
      'true',
    );
    await page.getByRole('grid', { name: 'No beds' }).getByText('Beds you make appear here.').waitFor();
  });
});

describe('calendar, board, rubric, tree', () => {
  const focusedDay = () => page.evaluate(() => document.activeElement?.getAttribute('data-day'));

  test('UXP-23 calendar: arrows, Home, End and pages walk; marks are said; the first allowed day holds', async () => {
    await show('One month, to choose a day');
    await page.getByRole('button', { name: 'Thursday, November 12, 2026' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(focusedDay).toBe('2026-11-13');
    await page.keyboard.press('ArrowUp');
    await expect.poll(focusedDay).toBe('2026-11-06');
    await page.keyboard.press('Home');
    await expect.poll(focusedDay).toBe('2026-11-01');
    await page.keyboard.press('PageDown');
    await expect.poll(focusedDay).toBe('2026-12-01');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('PageUp');
    await expect.poll(focusedDay).toBe('2026-09-01');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    expect(await page.getByRole('button', { name: 'Tuesday, November 3, 2026, two sowings' }).count()).toBe(
      1,
    );
  });

  test('UXP-23 calendar read right to left: Right goes back, weeks begin as the locale says', async () => {
    await show('One month, to choose a day', { direction: 'rtl', locale: 'ar-EG' });
    const chosen = entry(page, 'calendar').locator('[data-day="2026-11-12"]');
    await chosen.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(focusedDay).toBe('2026-11-11');
    expect(
      await entry(page, 'calendar')
        .locator('tbody tr')
        .first()
        .locator('button')
        .first()
        .getAttribute('data-day'),
    ).toBe('2026-10-31');
  });

  test('UXP-82 board: a card moves by its menu and its new place is announced', async () => {
    await show('Things on their way');
    await page.getByRole('button', { name: 'Move Herb spiral to' }).click();
    await page.getByRole('menuitem', { name: 'Doing' }).click();
    const said = page.getByRole('status').filter({ hasText: 'Herb spiral is now in Doing, position 2 of 2' });
    await said.waitFor({ state: 'attached' });
    const doing = page.getByRole('region', { name: 'Doing' });
    expect(await doing.getByRole('listitem').allTextContents()).toEqual(['Compost bin', 'Herb spiral']);
  });

  test('UXP-82 board: the same by dragging', async () => {
    await show('Things on their way');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Bee hotel' })
      .dragTo(page.getByRole('region', { name: 'Done' }));
    expect(await page.getByRole('region', { name: 'Done' }).getByRole('listitem').allTextContents()).toEqual([
      'Bee hotel',
    ]);
  });

  test('UXP-80 rubric: number keys choose a level and go on; Backspace takes it back', async () => {
    await show('Criteria and levels, chosen by hand');
    const plan = page.getByRole('group', { name: 'Asks and plans' });
    const data = page.getByRole('group', { name: 'Collects and shows' });
    await plan.getByRole('radio', { name: /Secure/ }).focus();
    await page.keyboard.press('4');
    expect(await plan.getByRole('radio', { name: /Extending/ }).isChecked()).toBe(true);
    await page.keyboard.press('2');
    expect(await data.getByRole('radio', { name: /Developing/ }).isChecked()).toBe(true);
    await page.keyboard.press('Backspace');
    expect(await data.getByRole('radio', { name: /Developing/ }).isChecked()).toBe(false);
  });

  test.each([
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ] as const)(
    'UXP-23 tree %s: %s opens and goes in, %s closes and goes out',
    async (direction, inward, outward) => {
      await show('Nested things, opened', { direction });
      const roots = page.getByRole('treeitem', { name: 'Roots' });
      await roots.focus();
      await page.keyboard.press(inward);
      expect(await roots.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press(inward);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-level'))).toBe('3');
      await page.keyboard.press(outward);
      await page.keyboard.press(outward);
      expect(await roots.getAttribute('aria-expanded')).toBe('false');
    },
  );
});

describe('navigation and content', () => {
  test('UXP-23 tabs: arrows follow the direction of reading and open the panel', async () => {
    await show('Parts of one thing', { direction: 'rtl' });
    const list = page.getByRole('tablist', { name: 'Parts of the plan' });
    await list.getByRole('tab', { name: 'Results' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('tabpanel').filter({ hasText: 'How we will know.' }).waitFor();
  });

  test('UXP-23 accordion: Enter opens, and a closed part is hidden', async () => {
    await show('Parts most people skip');
    const rain = page.getByRole('button', { name: 'If it rains' });
    expect(await page.getByText('Meet in the shed').isVisible()).toBe(false);
    await rain.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Meet in the shed').waitFor();
    expect(await rain.getAttribute('aria-expanded')).toBe('true');
  });

  test('UXP-23 stepper: says the step, goes back to a finished one', async () => {
    await show('Where one is in something with an order');
    const steps = page.getByRole('navigation', { name: 'Import' });
    expect(await steps.locator('[aria-current=step]').textContent()).toContain('Step 2 of 4');
    await steps.getByRole('button', { name: /File/ }).click();
    expect(await steps.locator('[aria-current=step]').textContent()).toContain('Step 1 of 4');
  });

  test('UXP-23 pagination: what is shown is announced as it grows', async () => {
    await show('without losing the place');
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByRole('status').filter({ hasText: '100 of 184 shown' }).waitFor();
  });

  test('UXP-83 charts: a sentence, a spoken summary, and every number in a table', async () => {
    await show('One number with its meaning');
    expect(await page.getByRole('img', { name: 'Height, up from 71 to 84 cm in six weeks' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    const table = page.getByRole('table', { name: 'Bubbles per minute by distance' });
    expect(await table.getByRole('row').count()).toBe(6);
    expect(await table.getByRole('row', { name: '30 cm 24' }).count()).toBe(1);
  });

  test('UXP-83 text changes: additions and removals are said, not only coloured', async () => {
    await show('What changed between two versions');
    expect(await entry(page, 'diff-text').locator('del').textContent()).toContain('removed: slow');
    expect(await entry(page, 'diff-text').locator('ins').first().textContent()).toContain(
      'added: controlled',
    );
  });

  test('UXP-124 list row: the whole row is the link, and actions appear on focus without moving anything', async () => {
    await show('The one anatomy of a row');
    const row = page.getByRole('listitem').filter({ hasText: 'Turn the compost' });
    const link = row.getByRole('link', { name: 'Turn the compost' });
    const action = row.getByRole('button', { name: /More for/ });
    const before = await row.boundingBox();
    expect(await action.evaluate((one) => getComputedStyle(one.parentElement ?? one).opacity)).toBe('0');
    await link.focus();
    await expect
      .poll(() => action.evaluate((one) => getComputedStyle(one.parentElement ?? one).opacity))
      .toBe('1');
    expect(await row.boundingBox()).toEqual(before);
    expect(await link.evaluate((one) => getComputedStyle(one, '::after').position)).toBe('absolute');
  });
});
