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

async function show(find: string, mode: Mode = {}) {
  page = await session.show({ find, ...mode });
  return page;
}

describe('UXP-22 UXP-23 fields by keyboard', () => {
  test('UXP-23 text field: label, hint, error and required are tied to the input', async () => {
    await show('One line of text');
    const name = page.getByRole('textbox', { name: 'Name of the bed (required)' });
    expect(await name.getAttribute('aria-required')).toBe('true');
    const hint = await name.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${hint}"]`).textContent()).toBe('As it stands on the sign');
    const mail = page.getByRole('textbox', { name: 'E-mail' });
    expect(await mail.getAttribute('aria-invalid')).toBe('true');
    const error = await mail.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${error}"]`).textContent()).toContain('after the @');
  });

  test('UXP-23 error summary: its links take the focus to the field', async () => {
    await show('Everything that is wrong');
    await page.getByRole('link', { name: 'Give the bed a name' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('example-bed');
  });

  test('UXP-23 checkbox: Space switches, the parent shows “partly”', async () => {
    await show('Takes effect when the form is saved');
    const all = page.getByRole('checkbox', { name: 'All beds' });
    expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
    await all.focus();
    await page.keyboard.press('Space');
    expect(await page.getByRole('checkbox', { name: 'South bed' }).isChecked()).toBe(true);
    expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(false);
  });

  test('UXP-23 radio group: arrows choose and skip what is disabled', async () => {
    await show('One of a few, all in sight');
    const group = page.getByRole('radiogroup', { name: 'Who sees it' });
    await group.getByRole('radio', { name: 'Everybody' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await group.getByRole('radio', { name: 'Only the group' }).isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await group.getByRole('radio', { name: 'Everybody' }).isChecked()).toBe(true);
  });

  test('UXP-23 switch: a switch by role, Space turns it', async () => {
    await show('Turns something on or off');
    const daily = page.getByRole('switch', { name: 'Daily summary' });
    expect(await daily.isChecked()).toBe(true);
    await daily.focus();
    await page.keyboard.press('Space');
    expect(await daily.isChecked()).toBe(false);
  });

  test('UXP-23 number field: arrows step, limits hold, the locale writes the number', async () => {
    await show('An exact number', { locale: 'de' });
    const minutes = page.getByLabel('Minutes');
    await minutes.focus();
    await page.keyboard.press('ArrowUp');
    expect(await minutes.inputValue()).toBe('50');
    await page.keyboard.press('End');
    expect(await minutes.inputValue()).toBe('180');
    expect(await page.getByLabel('Points').inputValue()).toBe('43,5');
  });

  test('UXP-23 slider: arrows move by the step and the value is said with its unit', async () => {
    await show('A rough amount one can feel');
    const weight = page.getByRole('slider', { name: 'Weight' });
    await weight.focus();
    await page.keyboard.press('ArrowRight');
    expect(await weight.getAttribute('aria-valuetext')).toBe('45 %');
    await page.keyboard.press('End');
    expect(await weight.getAttribute('aria-valuetext')).toBe('100 %');
  });

  test('UXP-23 segmented control: arrows choose', async () => {
    await show('Two to five ways');
    const view = page.getByRole('radiogroup', { name: 'View' });
    await view.getByRole('radio', { name: 'List' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await view.getByRole('radio', { name: 'Week' }).isChecked()).toBe(true);
  });

  test('UXP-23 UXP-87 code field: a paste fills every slot and completes', async () => {
    await show('A one-time code');
    const first = page.getByRole('textbox', { name: 'Code from your app' });
    expect(await first.getAttribute('autocomplete')).toBe('one-time-code');
    await first.focus();
    await first.evaluate((input) => {
      const data = new DataTransfer();
      data.setData('text/plain', '483 201');
      input.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText('Checking 483201').waitFor();
  });
});

describe('UXP-22 UXP-23 pickers', () => {
  test('UXP-23 combobox: typing narrows, arrows and Enter choose, nothing found is said', async () => {
    await show('One or several out of a list');
    const plant = page.getByRole('combobox', { name: 'Plant', exact: true });
    await plant.fill('ka');
    await page.getByRole('option', { name: 'Kale' }).waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await plant.inputValue()).toBe('Kale');
    await plant.fill('zzz');
    await page.getByText('Nothing matches').first().waitFor();
  });

  test('UXP-23 multi-select: Backspace takes the last chip away, a chip names its button', async () => {
    await show('One or several out of a list');
    const plants = page.getByRole('combobox', { name: 'Plants in this bed' });
    await page.getByRole('button', { name: 'Remove Kale' }).waitFor();
    await plants.focus();
    await page.keyboard.press('Backspace');
    await page.getByRole('button', { name: 'Remove Kale' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Remove Basil' }).count()).toBe(1);
  });

  test('UXP-23 person picker: finds while typing and keeps the person', async () => {
    await show('found on a server while typing');
    const person = page.getByRole('combobox', { name: 'Looks after it' });
    await person.fill('lay');
    await page.getByRole('option', { name: 'Layla Haddad' }).click();
    expect(await person.inputValue()).toBe('Layla Haddad');
  });

  test('UXP-23 range picker: two days in any order make a range, Escape gives the focus back', async () => {
    await show('A first and a last day');
    const button = page.getByRole('button', { name: 'Season: Nov 2 – Dec 11' });
    await button.click();
    await page.getByRole('button', { name: 'Friday, November 20, 2026' }).click();
    await page.getByRole('button', { name: 'Tuesday, November 10, 2026' }).click();
    const changed = page.getByRole('button', { name: 'Season: Nov 10 – Nov 20' });
    await changed.waitFor();
    await changed.click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await changed.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('UXP-23 UXP-78 file drop: choosing, dropping and pasting all take files', async () => {
    await show('Takes files by choosing');
    await page
      .getByLabel('Your files')
      .setInputFiles({ name: 'chosen.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
    await page.getByText('chosen.pdf').waitFor();
    expect(await page.getByLabel('Your files: Choose files').count()).toBe(1);
    for (const kind of ['drop', 'paste']) {
      await page.getByText('Drop, paste or choose files').evaluate((zone, type) => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], `${type}.pdf`));
        const options = { bubbles: true, cancelable: true };
        const event =
          type === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: data })
            : new ClipboardEvent('paste', { ...options, clipboardData: data });
        zone.dispatchEvent(event);
      }, kind);
      await page.getByText(`${kind}.pdf`).waitFor();
    }
    expect(
      await entry(page, 'file-drop')
        .getByRole('button', { name: /^Remove/ })
        .count(),
    ).toBe(4);
  });
});
