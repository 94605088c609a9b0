import { type Browser, expect, type Page, type Request, request, test } from '@playwright/test';
import { call, origin } from './call-api.ts';
import { type DemoRole, homes, stateOf } from './people.ts';

test.use({ actionTimeout: 20_000, viewport: { width: 1366, height: 800 } });

/** A page at the home of a role that counts what a person does to it. */
async function atHome(browser: Browser, role: DemoRole): Promise<Page> {
  const context = await browser.newContext({ storageState: stateOf(role) });
  await context.addInitScript(() => {
    const done = { keys: [] as string[], pointers: 0 };
    Object.assign(window, { done });
    addEventListener('keydown', ({ key }) => ['Control', 'Shift'].includes(key) || done.keys.push(key), true);
    addEventListener('pointerdown', () => (done.pointers += 1), true);
  });
  const page = await context.newPage();
  const runs = page.waitForRequest('**/api/v1/events');
  await page.goto(homes[role]);
  await runs;
  return page;
}

const effort = (page: Page) =>
  page.evaluate(() => (window as unknown as { done: { keys: string[]; pointers: number } }).done);

/** A course of its own with many of the people of another one, and one assignment. */
async function aColumn(teacher: Page) {
  const admin = await request.newContext({ baseURL: origin(), storageState: stateOf('admin') });
  const me = await call(teacher.request, 'GET', '/me');
  const { data: taught } = await call(teacher.request, 'GET', '/courses?mine=true');
  const known = taught[0];
  const listed = await call(admin, 'GET', `/users?limit=100&role=student&school_id=${known.school_id}`);
  const students = listed.data.slice(0, 30).map(({ id }: { id: string }) => id);
  const course = await call(admin, 'POST', '/courses', {
    ...{ school_id: known.school_id, academic_year_id: known.academic_year_id },
    ...{ name: `Column ${crypto.randomUUID().slice(0, 6)}`, sections: [{ name: 'All' }] },
  });
  const { data: sections } = await call(admin, 'GET', `/courses/${course.id}/sections`);
  const join = (user_id: string, role: string) =>
    call(admin, 'POST', '/enrollments', { section_id: sections[0].id, user_id, role, starts_on: null });
  await join(me.user.id, 'teacher');
  for (const id of students) await join(id, 'student');
  await call(admin, 'PATCH', `/courses/${course.id}`, { state: 'active', lock_version: course.lock_version });
  await admin.dispose();
  const work = {
    title: 'Column',
    points_possible: '20',
    posting_policy: 'manual',
    submission_types: ['text'],
  };
  const made = await call(teacher.request, 'POST', `/courses/${course.id}/assignments`, work);
  await call(teacher.request, 'POST', `/assignments/${made.id}/publish`, { accept_warnings: true });
  return { course_id: course.id, count: students.length };
}

test('UXP-129 (a column of 30 grades) thirty scores and thirty Enters fill a column without a pointer', async ({
  browser,
}) => {
  test.slow();
  const page = await atHome(browser, 'teacher');
  const { course_id, count } = await aColumn(page);
  expect(count).toBe(30);
  await page.goto(`/teach/courses/${course_id}/gradebook`);
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('columnheader', { name: 'Column' })).toBeVisible();
  await grid.focus();
  const before = await effort(page);
  for (let at = 0; at < count; at++) {
    await page.keyboard.type(String(at % 10));
    await page.keyboard.press('Enter');
  }
  await expect(grid.getByRole('columnheader', { name: /^Column/ })).toContainText(`${count} hidden`);
  const after = await effort(page);
  expect([after.keys.length - before.keys.length, after.pointers]).toEqual([count * 2, 0]);
});

test.describe('an admin', () => {
  test.use({ storageState: stateOf('admin') });

  test('UXP-114 (listeners and memory) going round the same pages again leaves no listener, element or page behind', async ({
    page,
  }) => {
    test.slow();
    const round = async () => {
      for (const name of ['Academic years', 'Roles', 'Schools']) {
        await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name }).click();
        await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      }
    };
    await page.goto('/admin/schools');
    const devtools = await page.context().newCDPSession(page);
    const counted = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      return { ...(await devtools.send('Memory.getDOMCounters')), megabytes: usedSize / 1_048_576 };
    };
    for (let at = 0; at < 3; at++) await round();
    const early = await counted();
    for (let at = 0; at < 6; at++) await round();
    // The browser lets go of what a picture was drawn from when it comes to it.
    const documents = async () => (await counted()).documents;
    await expect.poll(documents, { timeout: 20_000 }).toBeLessThanOrEqual(early.documents + 1);
    const late = await counted();
    expect(late.jsEventListeners).toBeLessThan(early.jsEventListeners * 1.1 + 20);
    expect(late.nodes).toBeLessThan(early.nodes * 1.2 + 200);
    expect(late.megabytes).toBeLessThan(Math.min(250, early.megabytes * 1.25 + 5));
  });

  test('UXP-106 (what comes late) menus and panels wait for the first sign of a person, and then come unasked', async ({
    page,
  }) => {
    const scripts: string[] = [];
    page.on('request', (asked) => asked.resourceType() === 'script' && scripts.push(asked.url()));
    await page.clock.install();
    const runs = page.waitForRequest('**/api/v1/events');
    await page.goto('/admin/schools');
    await runs;
    await page.clock.runFor(5_000);
    const before = scripts.length;
    await page.clock.runFor(20_000);
    expect(scripts.slice(before)).toEqual([]);
    await page.mouse.move(600, 500);
    await page.clock.runFor(2_000);
    await expect.poll(() => scripts.length).toBeGreaterThan(before);
  });

  test('UXP-113 (loading ahead) a page comes ahead of a click, and not where somebody saves data', async ({
    page,
  }) => {
    const ahead: string[] = [];
    page.on('request', (asked) => asked.headers()['next-router-prefetch'] && ahead.push(asked.url()));
    const link = page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link', { name: 'Roles' });
    const open = async () => {
      const runs = page.waitForRequest('**/api/v1/events');
      await page.goto('/admin/schools');
      await runs;
      await link.hover();
    };
    await open();
    await expect.poll(() => ahead.some((url) => url.includes('/admin/roles'))).toBe(true);
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    // What the first page still asks for ends with it.
    await page.goto('about:blank');
    ahead.length = 0;
    await open();
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Roles' })).toBeVisible();
    expect(ahead).toEqual([]);
  });

  test('UXP-112 (reports) a hidden tab says in one message how fast its page felt, without a cookie, and the figure is shown', async ({
    page,
    request: admin,
  }) => {
    await page.goto('/login/mfa');
    let report: Request | undefined;
    page.on('request', (sent) => {
      if (sent.url().endsWith('/analytics/web_vitals')) report ??= sent;
    });
    const isTold = async () => {
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      return report !== undefined;
    };
    await expect.poll(isTold).toBe(true);
    const { vitals = [] } = (report?.postDataJSON() ?? {}) as { vitals?: { route: string }[] };
    expect(vitals.length).toBeGreaterThan(0);
    expect(new Set(vitals.map(({ route }) => route)).size).toBe(1);
    expect((await report?.allHeaders())?.cookie).toBeUndefined();
    const shown = async () => {
      const { data } = await (await admin.get('/api/v1/admin/operations/vitals')).json();
      return data.map(({ route }: { route: string }) => route);
    };
    await expect.poll(shown).toContain(vitals[0]?.route);
  });
});

test('UXP-110 (cache and compression) hashed files are kept for a year, icons for a day, signed-in pages never; text travels compressed', async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: stateOf('teacher') });
  const get = (path: string, encoding = 'gzip') =>
    context.request.get(path, { headers: { 'accept-encoding': encoding } });
  const home = await get('/dashboard');
  expect(home.headers()['cache-control']).toContain('no-store');
  expect(home.headers()['content-encoding']).toBe('gzip');
  const chunk = /\/_next\/static\/[^"]+\.js/.exec(await home.text())?.[0] ?? '';
  const script = await get(chunk);
  expect(script.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(script.headers()['content-encoding']).toBe('gzip');
  expect((await get('/icon.svg')).headers()['cache-control']).toBe('public, max-age=86400');
  await context.close();
});

test('UXP-108 (matched metrics) until its own letters are here, text takes the room it will take with them', async ({
  browser,
}) => {
  const widths = async (withFonts: boolean) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    if (!withFonts) await page.route(/\.woff2/, (route) => route.abort());
    await page.goto('/login');
    const measured = await page.evaluate(async () => {
      await document.fonts.ready;
      const range = document.createRange();
      return [...document.querySelectorAll('main h1, main label, main a')].map((element) => {
        range.selectNodeContents(element);
        return range.getBoundingClientRect().width;
      });
    });
    await page.close();
    return measured;
  };
  const [own, fallback] = [await widths(true), await widths(false)];
  expect(own.length).toBeGreaterThan(3);
  for (const [at, width] of own.entries())
    expect(Math.abs((fallback[at] ?? 0) / width - 1)).toBeLessThan(0.03);
});
