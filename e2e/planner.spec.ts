import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { call } from './call-api.ts';
import { stateOf } from './people.ts';

test.use({ storageState: stateOf('teacher') });

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const saved = (page: Page) => expect(page.getByText(/^Saved \d/).first()).toBeVisible();

/** A unit with three objectives, saved. */
async function aUnit(page: Page, title = `Unit ${crypto.randomUUID().slice(0, 8)}`) {
  const unit = await call(page.request, 'POST', '/unit_plans', { title, home: 'school', pack_key: 'plain' });
  const ids = ['first', 'second', 'third'].map((text) => ({ id: crypto.randomUUID(), text }));
  await call(page.request, 'PATCH', `/unit_plans/${unit.id}/draft`, {
    revision: 0,
    change_id: crypto.randomUUID(),
    changes: [{ op: 'set', path: '/objectives', value: ids }],
  });
  return unit as { id: string; title: string };
}

const draftOf = (page: Page, id: string) => call(page.request, 'GET', `/unit_plans/${id}/draft`);
const objective = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Objectives ${number}`, exact: true });

async function open(page: Page, id: string) {
  await page.goto(`/plan/units/${id}`);
  await saved(page);
}

test('PLN-01 PLN-02 a unit begins with a title alone, opens where the writing begins, and what is written survives a reload', async ({
  page,
}) => {
  await page.goto('/plan/units/new');
  await page.getByRole('textbox', { name: /^Title/ }).fill('Light and leaves');
  await page.getByRole('button', { name: 'Begin writing' }).click();
  await expect(page.getByRole('textbox', { name: 'Overview', exact: true })).toBeFocused();
  await page.keyboard.type('Leaves are where sunlight becomes food.');
  await saved(page);
  const id = page.url().split('/').pop() ?? '';
  await expect.poll(async () => JSON.stringify((await draftOf(page, id)).content)).toContain('becomes food');
  await page.reload();
  await expect(section(page, 'Overview').getByText('Leaves are where sunlight becomes food.')).toBeVisible();
});

test('PLN-02 PLN-03 what is typed before the editor of a text has come is in the plan, whether it comes or not', async ({
  page,
}) => {
  const unit = await aUnit(page);
  await open(page, unit.id);
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/_next/static/**', async (route) => {
    await held;
    await route.continue();
  });
  const overview = page.getByRole('textbox', { name: 'Overview', exact: true });
  await overview.focus();
  await page.keyboard.type('Typed early');
  await objective(page, 1).focus();
  const kept = async () => JSON.stringify((await draftOf(page, unit.id)).content.overview ?? '');
  await expect.poll(kept).toContain('Typed early');
  await overview.focus();
  await page.keyboard.type(', typed on');
  letThrough();
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.keyboard.type(' and after.');
  await saved(page);
  await expect.poll(kept).toMatch(/Typed early.*, typed on and after\./);
});

test('PLN-03 (from text to text) pressing into a second text, with the editor there already, writes into that text', async ({
  page,
}) => {
  const unit = await aUnit(page);
  await open(page, unit.id);
  await page.getByRole('textbox', { name: 'Overview', exact: true }).click();
  await expect(page.locator('.ProseMirror')).toBeFocused();
  const closed = page.locator('.rich-text-frame[role=textbox]').first();
  await closed.hover();
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.type('Written in the second');
  const kept = async () => JSON.stringify((await draftOf(page, unit.id)).content);
  await expect.poll(kept).toContain('Written in the second');
});

test('PLN-08 PLN-09 two people on one unit: what does not clash is merged, what does is settled word by word', async ({
  page,
  browser,
}) => {
  const unit = await aUnit(page);
  const other = await (await browser.newContext({ storageState: stateOf('curriculum_lead') })).newPage();
  await Promise.all([open(page, unit.id), open(other, unit.id)]);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Also here' })).toContainText('Helena Brandt');

  await objective(page, 1).fill('first, by the teacher');
  await objective(other, 3).fill('third, by the lead');
  await objective(other, 3).blur();
  await expect
    .poll(async () => JSON.stringify((await draftOf(page, unit.id)).content))
    .toContain('by the lead');
  await objective(page, 1).blur();
  await expect(objective(page, 3)).toHaveValue('third, by the lead');
  await saved(page);

  await objective(page, 2).fill('second light reaction');
  await call(other.request, 'PATCH', `/unit_plans/${unit.id}/draft`, {
    revision: (await draftOf(other, unit.id)).revision,
    change_id: crypto.randomUUID(),
    changes: [{ op: 'set', path: await pathOfObjective(page, 2), value: 'second dark reaction' }],
  });
  await objective(page, 2).blur();
  const dialog = page.getByRole('dialog', { name: 'Two of you changed the same place' });
  await expect(dialog).toContainText('Helena Brandt');
  await expect(dialog.locator('ins')).toContainText('light');
  await expect(dialog.locator('del')).toContainText('dark');
  const before = (await draftOf(page, unit.id)).revision;
  await dialog.getByRole('radio', { name: 'Keep both' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Save my choice' }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await expect(objective(page, 2)).toHaveValue('second dark light reaction');
  const after = await draftOf(page, unit.id);
  expect(after.revision).toBe(before + 1);
  expect(after.content.objectives[1].text).toBe('second dark light reaction');
  await other.context().close();
});

const pathOfObjective = async (page: Page, number: number) =>
  (await objective(page, number).getAttribute('data-path')) ?? '';

test('PLN-03 with the network away for a while everything typed is saved once it is back, and once only', async ({
  page,
  context,
}) => {
  const unit = await aUnit(page);
  await open(page, unit.id);
  const { revision } = await draftOf(page, unit.id);
  await context.setOffline(true);
  await objective(page, 1).fill('typed on the train');
  await objective(page, 1).blur();
  await expect(page.getByText('Not saved - retrying').first()).toBeVisible();
  await objective(page, 2).fill('and in the tunnel');
  await context.setOffline(false);
  await saved(page);
  await expect
    .poll(async () => (await draftOf(page, unit.id)).content.objectives[1].text)
    .toBe('and in the tunnel');
  const draft = await draftOf(page, unit.id);
  expect(draft.content.objectives[0].text).toBe('typed on the train');
  // One write for what was under way, one for what was typed meanwhile.
  expect(draft.revision).toBeLessThanOrEqual(revision + 2);
});

test('PLN-03 PLN-04 after a tab was killed while typing, the kept edits are offered with their time and differences', async ({
  page,
  context,
}) => {
  const unit = await aUnit(page);
  await refuseSaves(context);
  await open(page, unit.id);
  await objective(page, 1).fill('first, typed just before the crash');
  await expect(page.getByText('Not saved - retrying').first()).toBeVisible();
  await kill(page);
  await context.unroute('**/draft');
  const next = await context.newPage();
  await next.goto(`/plan/units/${unit.id}`);
  const dialog = next.getByRole('dialog', { name: 'Edits of yours were kept on this device' });
  await expect(dialog).toContainText(/Written .*\d{1,2}:\d{2}/);
  await expect(dialog.locator('ins')).toContainText('typed just before the crash');
  await dialog.getByRole('button', { name: 'Use these edits' }).click();
  await expect(objective(next, 1)).toHaveValue('first, typed just before the crash');
  await expect
    .poll(async () => (await draftOf(next, unit.id)).content.objectives[0].text)
    .toBe('first, typed just before the crash');
  await next.reload();
  await saved(next);
  await expect(dialog).toBeHidden();
});

/** Ends the tab without a chance to do anything, as a crash does. */
async function kill(page: Page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

async function refuseSaves(context: BrowserContext) {
  await context.route('**/draft', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
}

test('PLN-04 leaving with edits that cannot be sent asks first', async ({ page, context }) => {
  const unit = await aUnit(page);
  await refuseSaves(context);
  await open(page, unit.id);
  await objective(page, 1).fill('unsent');
  await expect(page.getByText('Not saved - retrying').first()).toBeVisible();
  const asked = page.waitForEvent('dialog');
  const leaving = page.reload({ timeout: 5_000 }).catch(() => {});
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(objective(page, 1)).toHaveValue('unsent');
});

test('PLN-12 PLN-13 PLN-178 items and lessons are reordered by keyboard alone, said aloud, undone and redone across fields', async ({
  page,
}) => {
  const unit = await aUnit(page);
  for (const title of ['Lesson A', 'Lesson B'])
    await call(page.request, 'POST', `/unit_plans/${unit.id}/lesson_plans`, { title });
  await open(page, unit.id);
  const texts = async () =>
    (await draftOf(page, unit.id)).content.objectives.map(({ text }: { text: string }) => text);

  await objective(page, 3).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(objective(page, 1)).toHaveValue('third');
  await expect(objective(page, 1)).toBeFocused();
  await expect(page.getByText('Moved to 1 of 3')).toBeAttached();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('fourth');
  await expect.poll(texts).toEqual(['third', 'fourth', 'first', 'second']);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
  await expect.poll(texts).toEqual(['first', 'second', 'third']);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect.poll(texts).toEqual(['third', 'fourth', 'first', 'second']);

  await page.getByRole('link', { name: 'Lesson B' }).last().focus();
  await page.keyboard.press('Alt+ArrowUp');
  const order = async () =>
    (await call(page.request, 'GET', `/unit_plans/${unit.id}/lesson_plans`)).data.map(
      ({ title }: { title: string }) => title,
    );
  await expect.poll(order).toEqual(['Lesson B', 'Lesson A']);
});

const hostile = `<h2>Plan</h2><p onclick="alert(1)" style="color:red">Read <b>this</b><script>window.hacked = true</script></p>
<iframe src="https://evil.example"></iframe><table><tr><td>Cell</td></tr></table><img src=x onerror="window.hacked = true">
<a href="javascript:window.hacked=true">bad</a> <a href="https://example.org/">good</a>`;

test('PLN-11 pasted markup keeps headings, tables and safe links, and nothing that runs, frames or styles', async ({
  page,
}) => {
  const unit = await aUnit(page);
  await open(page, unit.id);
  await page.getByRole('textbox', { name: 'Overview', exact: true }).click();
  const field = page.locator('.ProseMirror');
  await expect(field).toBeFocused();
  await field.evaluate((target, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, hostile);
  await expect(field.locator('h2')).toHaveText('Plan');
  await expect(field.locator('td')).toHaveText('Cell');
  expect(await field.evaluate((target) => target.innerHTML)).not.toMatch(
    /script|onerror|onclick|iframe|style="color|javascript:/i,
  );
  await field.blur();
  await expect
    .poll(async () => JSON.stringify((await draftOf(page, unit.id)).content.overview ?? ''))
    .toContain('example.org');
  expect(JSON.stringify((await draftOf(page, unit.id)).content.overview)).not.toMatch(
    /script|onerror|evil|color/,
  );
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('PLN-178 PLN-190 the editor has no accessibility faults, and a lesson is added and everything found by keys listed under ?', async ({
  page,
}) => {
  const unit = await aUnit(page);
  await open(page, unit.id);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
  await page.keyboard.press('Alt+n');
  await page.keyboard.type('Inside the leaf');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Inside the leaf' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 2 }).first().click();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const act of [
    'New lesson',
    'Align standards',
    'Attach resources',
    'Move the item',
    'Publish or submit',
  ])
    await expect(list).toContainText(act);
});
