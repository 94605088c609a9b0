import type { Route } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveScenes } from '../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

interface Row {
  name: string;
  filters: Record<string, string>;
  sort: string | null;
}

/** The server's side of kept views: what it holds, and what it was sent. */
function viewServer(...held: Row[]) {
  let views = held.map((row, at) => asView(row, at));
  const sent: unknown[] = [];
  const api = async (route: Route) => {
    const request = route.request();
    const body = request.method() === 'POST' ? request.postDataJSON() : null;
    if (body) {
      sent.push(body);
      views.push(asView(body, views.length));
    }
    if (request.method() === 'DELETE') {
      views = views.filter(({ id }) => !request.url().endsWith(id));
      return route.fulfill({ status: 204 });
    }
    return route.fulfill({ status: body ? 201 : 200, json: body ? views.at(-1) : { data: views } });
  };
  return { api, sent };
}

function asView(row: Row, at: number) {
  return {
    columns: null,
    shared_with_school_id: null,
    page: '/',
    ...row,
    id: `01900000-0000-7000-8000-0000000000a${at}`,
    owner_name: 'Sam Rivera',
    created_at: '2026-11-16T12:00:00Z',
    lock_version: 0,
    can: { update: true, delete: true },
  };
}

describe('views of a list', () => {
  test('UXP-08 a view keeps the filters and order of the address, is marked when it is the present one, and drops with undo', async () => {
    const server = viewServer({ name: 'Active', filters: { state: 'active' }, sort: null });
    const page = await scenes.open('views', { api: server.api });
    const views = page.getByRole('list', { name: 'Kept views' });
    await views.getByRole('link', { name: 'Active' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?state=active');
    await expect.poll(() => views.getByRole('link').getAttribute('aria-current')).toBe('true');
    await page.evaluate(() => {
      history.replaceState(null, '', '/?state=archived&sort=-name&open=1');
      window.dispatchEvent(new Event('address-changed'));
    });
    await page.getByRole('button', { name: 'Keep this view' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Archived');
    await page.keyboard.press('Enter');
    const body = { page: '/', name: 'Archived', filters: { state: 'archived' }, sort: '-name' };
    await expect.poll(() => server.sent).toEqual([{ ...body, shared_with_school_id: null }]);
    await views.getByRole('link', { name: 'Archived' }).waitFor();
    await page.getByRole('button', { name: 'Forget Active' }).click();
    await expect.poll(() => views.getByRole('link').allTextContents()).toEqual(['Archived']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => views.getByRole('link').count()).toBe(2);
    await page.context().close();
  });
});

const units = ['Cells', 'Light', 'Sound'].map((title, at) => ({
  subject_type: 'unit_plan',
  subject_id: `01900000-0000-7000-8000-0000000000b${at}`,
  title,
}));

test('UXP-03 UXP-82 pins stand under their section, move by keyboard with their new place announced, and are put away', async () => {
  let pins = [...units];
  const page = await scenes.open('pins', {
    me: { roles: ['teacher'], capabilities: { 'unit_plans.read': ['own', 'school'] } },
    api: async (route) => {
      const request = route.request();
      if (request.method() === 'PUT') {
        const { position, subject_id } = request.postDataJSON();
        const moved = pins.find((pin) => pin.subject_id === subject_id) ?? units[1]!;
        pins = pins.filter((pin) => pin !== moved).toSpliced(position ?? pins.length, 0, moved);
      }
      if (request.method() === 'DELETE') pins = pins.filter((pin) => !request.url().includes(pin.subject_id));
      return route.fulfill({ json: { data: pins } });
    },
  });
  const plan = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Plan', exact: true }) });
  const links = plan.getByRole('list', { name: 'Pinned' }).getByRole('link');
  await expect.poll(() => links.allTextContents()).toEqual(['Cells', 'Light', 'Sound']);
  await page.getByRole('button', { name: 'Options for Light' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move up' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => links.allTextContents()).toEqual(['Light', 'Cells', 'Sound']);
  await page.getByText('Light is now 1 of 3').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Unpin Light' }).click();
  await expect.poll(() => links.allTextContents()).toEqual(['Cells', 'Sound']);
  await page.getByRole('button', { name: 'Pin Light to the navigation' }).click();
  await expect.poll(() => links.allTextContents()).toEqual(['Cells', 'Sound', 'Light']);
  await page.context().close();
});

test('UXP-45 (prefetch) a link loads ahead on hover, on focus and on touch, not before, and never to save data', async () => {
  const ahead = (page: Awaited<ReturnType<typeof scenes.open>>) =>
    page.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('data-prefetch')));
  const page = await scenes.open('links');
  await page.getByRole('link').first().waitFor();
  expect(await ahead(page)).toEqual(['false', 'false']);
  await page.getByRole('link', { name: 'Units' }).hover();
  await expect.poll(() => ahead(page)).toEqual(['null', 'false']);
  await page.getByRole('link', { name: 'Courses' }).focus();
  await expect.poll(() => ahead(page)).toEqual(['null', 'null']);
  await page.reload();
  await page.getByRole('link', { name: 'Units' }).dispatchEvent('touchstart');
  await expect.poll(() => ahead(page)).toEqual(['null', 'false']);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
  });
  await page.reload();
  await page.getByRole('link', { name: 'Units' }).hover();
  await page.getByRole('link', { name: 'Courses' }).focus();
  expect(await ahead(page)).toEqual(['false', 'false']);
  await page.context().close();
});

test('UXP-74 what needs a wide screen says so on small ones, shows what is there and hands over its address', async () => {
  const page = await scenes.open('wide', {
    context: { viewport: { width: 390, height: 844 }, permissions: ['clipboard-read', 'clipboard-write'] },
  });
  const notice = page.getByText('Changing this needs a larger screen');
  await notice.waitFor();
  expect(await page.getByText('The map').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Copy the address' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.setViewportSize({ width: 1366, height: 900 });
  expect(await notice.isVisible()).toBe(false);
  await page.context().close();
});

test('UXP-10 the tab names the record and what it belongs to, has a dot while something is unsaved, and goes back to the page', async () => {
  const page = await scenes.open('title');
  const record = page.getByRole('button', { name: 'Record' });
  await record.click();
  await expect.poll(() => page.title()).toBe('Photosynthesis – Biology 9B · Homeroom');
  await page.getByRole('textbox', { name: 'Note' }).fill('unsaved');
  await expect.poll(() => page.title()).toBe('• Photosynthesis – Biology 9B · Homeroom');
  await page.getByRole('textbox', { name: 'Note' }).fill('');
  await page.evaluate(() => {
    document.title = 'Written late';
  });
  await expect.poll(() => page.title()).toBe('Photosynthesis – Biology 9B · Homeroom');
  await record.click();
  await expect.poll(() => page.title()).toBe('Written late');
  await page.context().close();
});

test('UXP-08 names of pages stay whole in a long path; titles give way, each from its own end', async () => {
  const page = await scenes.open('crumbs');
  const nav = page.getByRole('navigation', { name: 'You are here' });
  const isWhole = (name: string) =>
    nav
      .getByText(name)
      .first()
      .evaluate((one) => {
        const box = one.closest('a, [aria-current]') as HTMLElement;
        return box.scrollWidth <= box.clientWidth;
      });
  await nav.getByText('Units').waitFor();
  expect([await isWhole('Plan'), await isWhole('Units'), await isWhole('Wie Pflanzen')]).toEqual([
    true,
    true,
    false,
  ]);
  const own = nav.locator('[aria-current=page]');
  expect(
    await own.evaluate((one) => [getComputedStyle(one).direction, one.scrollWidth > one.clientWidth]),
  ).toEqual(['rtl', true]);
  await page.context().close();
});
