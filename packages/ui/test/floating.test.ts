import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entry, findings, type Mode, startBrowser } from './browser.ts';

let session: Awaited<ReturnType<typeof startBrowser>>;
let page: Page;

beforeAll(async () => {
  session = await startBrowser();
});

afterAll(async () => {
  await session?.close();
});

async function show(find: string, mode: Mode = {}) {
  page = await session.show({ find, ...mode });
}

const focusedName = () =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );

describe('dialogs, menus and other floating parts', () => {
  test('UXP-23 UXP-81 dialog: takes the focus, keeps it, gives it back; axe finds nothing', async () => {
    await show('A dialog asks for one decision');
    await page.getByRole('button', { name: 'Archive the bed' }).click();
    const dialog = page.getByRole('dialog', { name: 'Archive “North bed”?' });
    await dialog.waitFor();
    expect(await findings(page, '[role=dialog]')).toEqual([]);
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab');
      // At either end a guard takes the focus and hands it on in the next frame.
      await expect.poll(() => dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focusedName()).toBe('Archive the bed');
  });

  test('UXP-23 drawer: a panel at the end edge, which is the left one in Arabic; a sheet on phones', async () => {
    await show('A dialog asks for one decision', { direction: 'rtl' });
    await page.getByRole('button', { name: 'Open the drawer' }).click();
    const drawer = page.getByRole('dialog', { name: 'New bed' });
    await expect.poll(async () => Math.round((await drawer.boundingBox())?.x ?? -1)).toBe(0);
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(async () => Math.round((await drawer.boundingBox())?.width ?? 0)).toBe(390);
    const box = await drawer.boundingBox();
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(800);
  });

  test('UXP-23 drawer: what it asks for is written at once, and the button gets the focus back', async () => {
    await show('A dialog asks for one decision');
    await page.getByRole('button', { name: 'Open the drawer' }).click();
    const drawer = page.getByRole('dialog', { name: 'New bed' });
    const name = drawer.getByLabel('Name');
    await expect.poll(() => name.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await focusedName()).toBe('Open the drawer');
  });

  test('UXP-23 drawer beside the page: the page stays in use', async () => {
    await show('A dialog asks for one decision');
    await page.getByRole('button', { name: 'Peek' }).click();
    await page.getByRole('dialog', { name: 'North bed' }).waitFor();
    await page.getByRole('searchbox', { name: 'Find a component' }).fill('dialog');
    expect(await page.getByRole('dialog', { name: 'North bed' }).isVisible()).toBe(true);
  });

  test('UXP-23 menu: opens by key, arrows move, Escape goes back; axe finds nothing', async () => {
    await show('Actions or choices that belong');
    const button = page.getByRole('button', { name: 'More for “North bed”' });
    await button.focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu');
    await menu.waitFor();
    expect(await findings(page, '[role=menu]')).toEqual([]);
    await page.keyboard.press('End');
    await expect
      .poll(() =>
        menu.getByRole('menuitem', { name: 'Delete' }).evaluate((one) => one === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(await focusedName()).toBe('More for “North bed”');
  });

  test('UXP-23 menu: choices keep their state', async () => {
    await show('Actions or choices that belong');
    await page.getByRole('button', { name: 'View' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Show notes' }).click();
    expect(
      await page.getByRole('menuitemcheckbox', { name: 'Show notes' }).getAttribute('aria-checked'),
    ).toBe('false');
    await page.getByRole('menuitemradio', { name: 'Date' }).click();
    expect(await page.getByRole('menuitemradio', { name: 'Date' }).getAttribute('aria-checked')).toBe('true');
  });

  test('UXP-23 popover and tooltip: Escape closes, focus alone shows the tooltip', async () => {
    await show('A popover holds controls');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('dialog', { name: 'Filter' }).waitFor();
    expect(await findings(page, '[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await page.getByRole('tooltip').filter({ hasText: 'Messages' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
  });

  test('UXP-23 UXP-81 menu: opened by pointer or arrow key for the first time, it gives the focus back to its button', async () => {
    await show('Actions or choices that belong');
    const button = page.getByRole('button', { name: 'View' });
    await button.click();
    await page.getByRole('menu', { name: 'View' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await focusedName()).toBe('View');
    await page.getByRole('button', { name: 'More for “North bed”' }).focus();
    await page.keyboard.press('ArrowDown');
    const first = page.getByRole('menuitem', { name: 'Rename' });
    await expect.poll(() => first.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('UXP-23 tooltip: may be pointed at itself, and goes with a press or when the pointer leaves', async () => {
    page = await session.open({ find: 'A popover holds controls' });
    await page.clock.install();
    const button = page.getByRole('button', { name: 'Messages' });
    const tooltip = page.getByRole('tooltip').filter({ hasText: 'Messages' });
    await button.hover();
    await page.clock.runFor(1000);
    await tooltip.waitFor();
    await tooltip.hover();
    await page.clock.runFor(1000);
    expect(await tooltip.count()).toBe(1);
    await page.mouse.move(5, 5);
    await page.clock.runFor(1000);
    await tooltip.waitFor({ state: 'detached' });
    await button.hover();
    await page.clock.runFor(1000);
    await tooltip.waitFor();
    await button.click();
    await page.clock.runFor(1000);
    await tooltip.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('UXP-52 toast: one line, one action, waits while hovered, reached by F6, kept in the log', async () => {
    page = await session.open({ find: 'One line about something that just happened' });
    await page.clock.install();
    await page.getByRole('button', { name: 'Archive' }).click();
    const toast = page.getByRole('dialog', { name: 'Archived “North bed”' });
    await toast.waitFor();
    expect(await toast.getByRole('button', { name: 'Undo' }).count()).toBe(1);
    await toast.hover();
    await page.clock.runFor(20_000);
    expect(await toast.isVisible()).toBe(true);
    await page.mouse.move(5, 5);
    await page.keyboard.press('F6');
    expect(
      await page
        .getByRole('region', { name: 'Messages' })
        .evaluate((one) => one.contains(document.activeElement)),
    ).toBe(true);
    await page.clock.runFor(20_000);
    expect(await toast.isVisible()).toBe(true);
    expect(await page.getByText('1 in the log').count()).toBe(1);
    await page.context().close();
  });

  test('UXP-22 UXP-23 command palette: words narrow it, the count is announced, Enter does it', async () => {
    await show('Find or do anything from the keyboard');
    await page.getByRole('button', { name: 'Find or do anything' }).click();
    await page.getByRole('combobox').waitFor();
    expect(await findings(page, '[role=dialog]')).toEqual([]);
    await page.keyboard.type('create');
    await page.getByText('1 match', { exact: true }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByText('Chosen: New bed').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('UXP-83 notification bell: the number is in the name', async () => {
    await show('That there is news');
    await page.getByRole('button', { name: 'Notifications, 2 new' }).click();
    await page.getByRole('dialog', { name: 'Notifications' }).waitFor();
    expect(await findings(page, '[role=dialog]')).toEqual([]);
  });

  test('UXP-23 UXP-25 what floats out of a dark preview is dark', async () => {
    await show('Actions or choices that belong', { theme: 'dark' });
    await entry(page, 'menu').getByRole('button', { name: 'View' }).click();
    const ground = await page.getByRole('menu').evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(ground).toBe('rgb(32, 38, 34)');
  });
});
