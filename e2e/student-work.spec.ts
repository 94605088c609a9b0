import { expect, type Page, request, test } from '@playwright/test';
import { call, origin } from './call-api.ts';
import { stateOf } from './people.ts';

test.use({ storageState: stateOf('student'), viewport: { width: 390, height: 844 } });

/** Work of a course that the demo's student is in, published by its teacher. */
async function publishedWork(page: Page, fields: object = {}) {
  const me = await call(page.request, 'GET', '/me');
  const { data: learning } = await call(page.request, 'GET', `/students/${me.user.id}/courses`);
  const teacher = await request.newContext({ baseURL: origin(), storageState: stateOf('teacher') });
  const { data: teaching } = await call(teacher, 'GET', '/courses?mine=true');
  const taught = new Set(teaching.map(({ id }: { id: string }) => id));
  const course = learning.find(({ id }: { id: string }) => taught.has(id));
  const { data: categories } = await call(teacher, 'GET', `/courses/${course.id}/grade_categories`);
  const title = `Report ${crypto.randomUUID().slice(0, 8)}`;
  const made = await call(teacher, 'POST', `/courses/${course.id}/assignments`, {
    title,
    submission_types: ['text', 'file', 'link'],
    attempts_allowed: 2,
    category_id: categories[0]?.id ?? null,
    ...fields,
  });
  await call(teacher, 'POST', `/assignments/${made.id}/publish`, { accept_warnings: true });
  await teacher.dispose();
  return { id: made.id as string, title, path: `/learn/courses/${course.id}/assignments/${made.id}` };
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const mine = (page: Page, id: string) => call(page.request, 'GET', `/assignments/${id}/my_submission`);
const note = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

/** Cuts the line for what is saved, inside the page: a route of the driver lets through what a leaving page still sends. */
const letSavingFail = (page: Page) =>
  page.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (input, options) => {
      const url = input instanceof Request ? input.url : String(input);
      const isCut = url.includes('/my_submission/') && localStorage.getItem('without-saving') !== null;
      return isCut ? Promise.reject(new TypeError('Failed to fetch')) : send(input, options);
    };
  });

test('TCH-50 TCH-51 TCH-55 PPL-15 on a phone that loses the network, nothing is lost over a reload, and two presses hand in once', async ({
  page,
  context,
}) => {
  const work = await publishedWork(page);
  await letSavingFail(page);
  await page.goto(work.path);
  await expect(page.getByRole('heading', { level: 1, name: work.title })).toBeVisible();
  await text(page).pressSequentially('Heat moves');
  await note(page, 'Saved');
  await expect
    .poll(async () => JSON.stringify((await mine(page, work.id)).draft.body))
    .toContain('Heat moves');

  await context.setOffline(true);
  await text(page).pressSequentially(' from warm to cold');
  await note(page, 'kept on this device');

  // The page comes back, the saving does not: what was typed lies on the device alone.
  await page.evaluate(() => localStorage.setItem('without-saving', 'yes'));
  await context.setOffline(false);
  await page.reload();
  await expect(text(page)).toHaveValue('Heat moves from warm to cold');
  expect(JSON.stringify((await mine(page, work.id)).draft.body)).not.toContain('cold');

  await page.getByRole('button', { name: 'Hand in', exact: true }).dblclick();
  await expect(page.getByText('Not sent yet').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('Not sent yet').first()).toBeVisible();
  expect((await mine(page, work.id)).attempts).toEqual([]);

  await page.evaluate(() => {
    localStorage.removeItem('without-saving');
    window.dispatchEvent(new Event('online'));
  });
  await expect(page.getByRole('heading', { name: 'Handed in', exact: true })).toBeVisible({
    timeout: 60_000,
  });
  const { attempts } = await mine(page, work.id);
  expect(attempts).toHaveLength(1);
  expect(JSON.stringify(attempts[0].body)).toContain('from warm to cold');
  await expect(page.getByText(attempts[0].receipt_code).first()).toBeVisible();
});

test('TCH-50 UXP-50 what is typed stays while a part of the page is still on its way', async ({ page }) => {
  const work = await publishedWork(page);
  await page.goto(work.path);
  await expect(text(page)).toBeVisible();
  const held: string[] = [];
  await page.route('**/_next/static/**', (route) => {
    held.push(route.request().url());
  });
  await expect
    .poll(async () => {
      await text(page).pressSequentially('word ');
      return held.length;
    })
    .toBeGreaterThan(0);
  const before = await text(page).inputValue();
  await text(page).pressSequentially('Heat moves from warm to cold');
  await expect(text(page)).toHaveValue(`${before}Heat moves from warm to cold`);
  expect(before).toMatch(/^(word )+$/);
});

test('TCH-53 TCH-54 a file arrives with progress, is handed in and stands on the receipt', async ({
  page,
}) => {
  const work = await publishedWork(page);
  await page.goto(work.path);
  const body = `%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n${'\n'.repeat(6 * 1024 * 1024)}`;
  const file = { name: 'leaf lab.pdf', mimeType: 'application/pdf', buffer: Buffer.from(body) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByRole('button', { name: 'Remove leaf lab.pdf' })).toBeVisible();
  const button = page.getByRole('button', { name: 'Hand in', exact: true });
  await expect(button).toBeEnabled({ timeout: 60_000 });
  await button.click();
  const receipt = page.getByRole('region', { name: 'Handed in', exact: true });
  await expect(receipt.getByRole('listitem').filter({ hasText: 'leaf lab.pdf' })).toBeVisible();
  await receipt.getByText('Fingerprints of the files').click();
  await expect(receipt.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
});

test('TCH-50 changed on two devices, the student picks one version and keeps the other', async ({ page }) => {
  const work = await publishedWork(page);
  await page.goto(work.path);
  await text(page).pressSequentially('On the phone');
  await note(page, 'Saved');
  const { draft } = await mine(page, work.id);
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'On the laptop' }] };
  await call(page.request, 'PUT', `/assignments/${work.id}/my_submission/draft`, {
    ...{ body: { type: 'doc', content: [paragraph] }, file_ids: [], links: [] },
    draft_version: draft.version,
  });
  await text(page).pressSequentially(', and more');
  await page.getByRole('button', { name: 'Use that one' }).click();
  await expect(text(page)).toHaveValue('On the laptop');
  await page.getByText('The version you did not use').click();
  await expect(page.getByText('On the phone, and more')).toBeVisible();
});

test('PPL-21 PPL-22 PPL-23 scores are tried on the device alone: they stay over a reload, are not printed and go when asked', async ({
  page,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.postData() ?? ''));
  const open = async () => {
    await page.goto('/learn/grades');
    await page.locator('summary', { hasText: /%/ }).first().click();
    await page.getByRole('button', { name: 'Try scores' }).click();
  };
  await open();
  const part = page.getByRole('region', { name: 'What if …' });
  const field = part.getByRole('textbox', { name: /^Score to try/ }).first();
  const would = part.getByText(/with what you try$/);
  await field.fill('eighty');
  await expect(part.getByText('A number such as 8.5')).toBeVisible();
  await field.fill('0');
  const low = await would.textContent();
  await field.fill('100%');
  await expect(would).not.toHaveText(low ?? '');
  await expect(part.getByRole('status')).not.toBeEmpty();

  await open();
  await expect(field).toHaveValue('100%');
  await page.emulateMedia({ media: 'print' });
  await expect(part).toBeHidden();
  await page.emulateMedia({ media: null });
  await part.getByRole('button', { name: 'Start over' }).click();
  await expect(field).toHaveValue('');
  await expect(would).toBeHidden();
  expect(sent.join(' ')).not.toContain('100%');
});
