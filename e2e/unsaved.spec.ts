import { expect, type Page, test } from '@playwright/test';
import { stateOf } from './people.ts';

/** Answers every question of the page alike and remembers what kinds there were. */
function answering(page: Page) {
  const asked: string[] = [];
  const answers = { asked, leave: false };
  page.on('dialog', (question) => {
    asked.push(question.type());
    return answers.leave ? question.accept() : question.dismiss();
  });
  return answers;
}

test.describe('an admin', () => {
  test.use({ storageState: stateOf('admin') });

  test('UXP-32 a drawer asks before it throws away what was typed, and never when nothing differs', async ({
    page,
  }) => {
    const answers = answering(page);
    await page.goto('/admin/users');
    const add = page.getByRole('button', { name: 'Add a person' });
    const drawer = page.getByRole('dialog', { name: 'Add a person' });
    const name = drawer.getByRole('textbox', { name: /^Given name/ });
    await add.click();
    await name.focus();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();

    await add.click();
    await name.fill('Zora');
    await page.keyboard.press('Escape');
    await expect.poll(() => answers.asked).toEqual(['confirm']);
    await expect(name).toHaveValue('Zora');
    await name.fill('');
    await drawer.getByRole('button', { name: 'Cancel' }).click();
    await expect(drawer).toBeHidden();
    expect(answers.asked).toHaveLength(1);

    await add.click();
    await name.fill('Zora');
    answers.leave = true;
    await drawer.getByRole('button', { name: 'Cancel' }).click();
    await expect(drawer).toBeHidden();
    expect(answers.asked).toEqual(['confirm', 'confirm']);
  });
});

test.describe('a district admin', () => {
  test.use({ storageState: stateOf('district_admin') });

  test('UXP-31 Ctrl+Enter sends from a text area, where Enter makes a line; two presses make one record', async ({
    page,
  }) => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/v1/roles'))
        sent.push(request.postData() ?? '');
    });
    await page.goto('/admin/roles');
    await page.getByRole('button', { name: 'Make a role' }).click();
    const drawer = page.getByRole('dialog', { name: 'Make a role' });
    await drawer.getByRole('textbox', { name: /^Name/ }).fill(`Librarian ${Date.now()}`);
    await drawer.getByRole('textbox', { name: /^What it is for/ }).fill('Lends');
    await page.keyboard.press('Enter');
    await page.keyboard.type('books');
    expect(sent).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await expect(drawer).toBeHidden();
    expect(sent.map((body) => JSON.parse(body).description)).toEqual(['Lends\nbooks']);
  });
});

test.describe('a student', () => {
  test.use({ storageState: stateOf('student') });

  test('UXP-32 a link, a reload and signing out ask once while a field differs from what is saved', async ({
    page,
  }) => {
    const answers = answering(page);
    await page.goto('/settings/profile');
    await expect(page.getByLabel('Pronouns')).toBeEditable();
    await page.getByLabel('Pronouns').fill('never saved');
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Security' }).click();
    await expect.poll(() => answers.asked).toEqual(['confirm']);
    await expect(page).toHaveURL(/\/settings\/profile$/);
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect.poll(() => answers.asked).toEqual(['confirm', 'confirm']);
    await expect(page).toHaveURL(/\/settings\/profile$/);

    answers.leave = true;
    await page.reload();
    expect(answers.asked).toEqual(['confirm', 'confirm', 'beforeunload']);
    await expect(page.getByLabel('Pronouns')).not.toHaveValue('never saved');
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Security' }).click();
    await expect(page).toHaveURL(/\/settings\/security$/);
    expect(answers.asked).toHaveLength(3);
  });
});
