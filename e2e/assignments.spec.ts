import { type Browser, expect, type Page, request, test } from '@playwright/test';
import { call, origin } from './call-api.ts';
import { stateOf } from './people.ts';

test.use({ actionTimeout: 20_000, viewport: { width: 1366, height: 800 }, storageState: stateOf('teacher') });

/** A course of its own, with the demo's student in it. */
async function aCourse(page: Page, browser: Browser) {
  const admin = await request.newContext({ baseURL: origin(), storageState: stateOf('admin') });
  const learner = await browser.newContext({ storageState: stateOf('student') });
  const [me, pupil] = [await call(page.request, 'GET', '/me'), await call(learner.request, 'GET', '/me')];
  const { data: taught } = await call(page.request, 'GET', '/courses?mine=true');
  const [known] = taught;
  const name = `Botany ${crypto.randomUUID().slice(0, 6)}`;
  const course = await call(admin, 'POST', '/courses', {
    ...{ school_id: known.school_id, academic_year_id: known.academic_year_id, name },
    sections: [{ name: 'All' }],
  });
  const { data: sections } = await call(admin, 'GET', `/courses/${course.id}/sections`);
  const join = (user_id: string, role: string) =>
    call(admin, 'POST', '/enrollments', { section_id: sections[0].id, user_id, role, starts_on: null });
  await join(me.user.id, 'teacher');
  await join(pupil.user.id, 'student');
  await call(admin, 'PATCH', `/courses/${course.id}`, { state: 'active', lock_version: course.lock_version });
  await admin.dispose();
  return { id: course.id as string, name, student: pupil.user, learner };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test('UXP-33 UXP-34 UXP-41 TCH-48 TCH-63 TCH-187 TCH-188 an assignment is written by two at once, with what lies beside it, seen by its student, and handed in for them', async ({
  page,
  browser,
}) => {
  const { id, student, learner } = await aCourse(page, browser);
  const made = await call(page.request, 'POST', `/courses/${id}/assignments`, {
    ...{ title: 'Leaf study', points_possible: '20', submission_types: ['paper'] },
    dates: [{ target: 'everyone', due_at: inDays(3) }],
  });
  const api = () => call(page.request, 'GET', `/assignments/${made.id}`);
  await page.goto(`/teach/courses/${id}/assignments/${made.id}`);
  const title = page.getByRole('textbox', { name: 'Title' });
  await expect(title).toHaveValue('Leaf study');

  await test.step('a date and a text saved at the same moment are no conflict', async () => {
    const load = page.getByText('What your students have due that week');
    await expect(load).toBeVisible();
    await page.getByLabel('Due, Everyone', { exact: true }).fill(`${inDays(4).slice(0, 10)}T23:59`);
    await title.fill('Leaf study of trees');
    await title.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible();
    await expect.poll(async () => (await api()).title).toBe('Leaf study of trees');
    await expect(page.getByText('Somebody else changed this assignment')).toBeHidden();
  });
  await test.step('somebody else’s field comes in; the same field is asked about, with both texts', async () => {
    const before = await api();
    const points = { points_possible: '30', lock_version: before.lock_version };
    await call(page.request, 'PATCH', `/assignments/${made.id}`, points);
    await page.getByRole('textbox', { name: 'Instructions' }).click();
    await page.keyboard.type('Draw three leaves.');
    await expect.poll(async () => JSON.stringify((await api()).instructions)).toContain('Draw three leaves.');
    expect((await api()).points_possible).toBe('30.00');
    const { lock_version } = await api();
    await call(page.request, 'PATCH', `/assignments/${made.id}`, { title: 'Theirs', lock_version });
    await title.fill('Mine');
    await title.press('Enter');
    const asked = page.getByRole('alert').filter({ hasText: 'Somebody else changed' });
    await expect(asked.getByRole('region', { name: 'Theirs' })).toContainText('Theirs');
    await asked.getByRole('button', { name: 'Write mine over it' }).click();
    await expect.poll(async () => (await api()).title).toBe('Mine');
  });
  await test.step('a link lies beside it, for students', async () => {
    const beside = page.getByRole('region', { name: 'Files and links' });
    await beside.getByRole('button', { name: 'Link', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a link' });
    await dialog.getByRole('textbox', { name: 'Address' }).fill('https://example.test/leaves');
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Leaf key');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(beside.getByRole('link', { name: 'Leaf key' })).toBeVisible();
  });
  await test.step('a late policy of its own is saved whole', async () => {
    await page.getByRole('combobox', { name: 'Late work' }).selectOption('By a policy of its own');
    await page.getByRole('textbox', { name: 'Grace, minutes' }).fill('45');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await api()).own_late_policy?.grace_minutes).toBe(45);
  });
  await test.step('the student opens it, and staff hand in for them', async () => {
    const panel = page.getByRole('complementary', { name: 'Publishing' });
    await panel.getByRole('button', { name: 'Publish', exact: true }).click();
    await panel.getByRole('button', { name: 'For single students' }).click();
    await page.getByRole('menuitem', { name: 'Hand in for a student' }).click();
    const dialog = page.getByRole('dialog', { name: 'Hand in for a student' });
    await dialog.getByRole('combobox', { name: 'Student' }).selectOption(student.id);
    const scan = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
    await dialog.locator('input[type=file]').first().setInputFiles(scan);
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Handed to me on paper');
    await dialog.getByRole('button', { name: 'Hand in', exact: true }).click();
    await expect(dialog).toBeHidden();
    const reader = await learner.newPage();
    await reader.goto(`/learn/courses/${id}/assignments/${made.id}`);
    await expect(reader.getByRole('link', { name: /Leaf key/ })).toHaveAttribute('rel', /noreferrer/);
    await learner.close();
  });
});

test('TCH-02 TCH-03 TCH-04 TCH-05 a course is shifted and put back, copied, archived, taken up, deleted and restored from its settings', async ({
  page,
  browser,
}) => {
  const { id, name, learner } = await aCourse(page, browser);
  await learner.close();
  const made = await call(page.request, 'POST', `/courses/${id}/assignments`, {
    ...{ title: 'Leaf study', points_possible: '20' },
    dates: [{ target: 'everyone', due_at: inDays(3) }],
  });
  const due = async () => (await call(page.request, 'GET', `/assignments/${made.id}`)).everyone.due_at;
  const before = await due();
  await page.goto(`/teach/courses/${id}/settings`);
  await test.step('all dates move after a look at the list, and come back with one press', async () => {
    await page.getByRole('button', { name: 'Shift all dates' }).click();
    const dialog = page.getByRole('dialog', { name: 'Shift all dates' });
    await expect(dialog.getByRole('list', { name: 'Before and after' })).toContainText('Leaf study');
    await dialog.getByRole('button', { name: 'Shift 1 date' }).click();
    await expect.poll(due).not.toBe(before);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(due).toBe(before);
  });
  await test.step('a copy is made beside, and says what it took', async () => {
    await page.getByRole('button', { name: 'Copy the course' }).click();
    const dialog = page.getByRole('dialog', { name: `Copy ${name}` });
    await dialog.getByRole('textbox', { name: 'Name of the copy' }).fill(`${name} again`);
    await dialog.getByRole('button', { name: 'Copy the course' }).click();
    const copying = page.getByRole('dialog', { name: 'Copying' });
    await expect(copying.getByRole('status')).toContainText('Everything is a draft');
    await page.keyboard.press('Escape');
  });
  await test.step('archived, it is in its own list', async () => {
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page
      .getByRole('dialog', { name: `Archive ${name}?` })
      .getByRole('button', { name: 'Archive' })
      .click();
    await expect(page.getByText(`${name} is archived`)).toBeVisible();
    await page.goto('/teach/courses?show=archived');
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  });
  await test.step('an admin takes it up, deletes it by its name, and restores it', async () => {
    const context = await browser.newContext({ storageState: stateOf('admin') });
    const admin = await context.newPage();
    await admin.goto(`/teach/courses/${id}/settings`);
    await admin.getByRole('button', { name: 'Take up again' }).click();
    await admin.getByRole('button', { name: 'Delete the course' }).click();
    const dialog = admin.getByRole('dialog', { name: `Delete ${name}?` });
    const remove = dialog.getByRole('button', { name: 'Delete the course' });
    await expect(remove).toBeDisabled();
    await dialog.getByRole('textbox', { name: `Type ${name}` }).fill(name);
    await remove.click();
    const row = admin.getByRole('listitem').filter({ hasText: name });
    await expect(row).toContainText('Can come back until');
    await row.getByRole('button', { name: 'Restore' }).click();
    await expect(admin.getByText(`${name} is back`)).toBeVisible();
    await context.close();
  });
});
