import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyReply, readAt } from '../test/empty-replies.ts';
import { problem, serveScenes } from '../test/serve-scenes.ts';
import { pageList } from './pages.ts';

type Answer = (route: Route) => Promise<void>;

let scenes: Awaited<ReturnType<typeof serveScenes>>;
let page: Page;
let answer: Answer = () => Promise.resolve();
const faults: string[] = [];

// One page for all of them: to read its script again takes longer than to show what is tested.
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
  page = await scenes.open('', {
    me: { capabilities: {}, schools: [school] },
    api: (route) => answer(route),
  });
  page.on('pageerror', (error) => faults.push(String(error)));
}, 120_000);
afterAll(() => scenes?.close());

async function show(route: string, next: Answer): Promise<void> {
  faults.length = 0;
  answer = next;
  await page.evaluate((name) => window.showScene(name), route);
}

const busy = () => page.locator('[aria-busy=true]').count();

/** Pages of forms and choices: they wait for nothing before somebody chose or typed something. */
const withoutData = new Set([
  '/admin/users/import',
  '/me/security',
  '/plan/packages',
  '/plan/units/new',
  '/search',
  '/select-school',
  '/settings/appearance',
  '/settings/profile',
]);

const routesOf = (area: string) => {
  const screens = readFileSync(new URL(`../test/scenes/page-screens.${area}.tsx`, import.meta.url), 'utf8');
  return [...screens.matchAll(/^ {2}'(\/[^']+)': /gm)].map(([, route = '']) => route);
};
const areas = ['administration', 'planning', 'teaching'];
const routes = areas.flatMap((area) => routesOf(area).map((route) => [area, route] as const));

const school = {
  id: '01900000-0000-7000-8000-0000000000a1',
  name: 'Northside School',
  code: 'NORTH',
  time_zone: 'America/New_York',
  first_weekday: null,
};

test('UXP-47 every page for people who signed in is one of these, or has no data of its own', () => {
  const asked = new Set([...routes.map(([, route]) => route), ...withoutData]);
  const signedIn = pageList.filter(({ access }) => access !== 'public').map(({ route }) => route as string);
  expect(signedIn.filter((route) => !asked.has(route))).toEqual([]);
  expect([...asked].filter((route) => !signedIn.includes(route))).toEqual([]);
});

test.each(routes)(
  'UXP-47 UXP-50 (%s: waiting, error) %s stands while its data is on the way and says what is wrong when none comes',
  async (_, route) => {
    const held: (() => void)[] = [];
    let isDown = false;
    await show(route, async (request) => {
      if (!isDown) await new Promise<void>((resolve) => held.push(resolve));
      await request.fulfill({ status: 403, json: problem(403, 'forbidden') });
    });
    await expect.poll(() => held.length, { timeout: 30_000 }).toBeGreaterThan(0);
    await expect.poll(busy, { timeout: 30_000 }).toBeGreaterThan(0);
    isDown = true;
    for (const release of held) release();
    await page.getByText('Reference request-1').first().waitFor({ timeout: 30_000 });
    await expect.poll(busy, { timeout: 30_000 }).toBe(0);
    expect(faults).toEqual([]);
  },
  120_000,
);

/** What lists say where there is nothing yet; the pages of one record, of settings and of figures have no such moment. */
const emptyWords: Readonly<Record<string, string>> = {
  '/admin/academic-years': 'No years yet',
  '/admin/academic-years/calendar': 'No years yet',
  '/admin/accessibility': 'No reports',
  '/admin/approvals': 'No requests',
  '/admin/audit-log': 'No events match',
  '/admin/curriculum-map': 'No courses here',
  '/admin/dashboard': 'Add the first school',
  '/admin/guardians': 'No guardians linked yet',
  '/admin/mail-outbox': 'No mail yet',
  '/admin/operations': 'None: everybody can sign in.',
  '/admin/operations/jobs': 'No jobs yet',
  '/admin/provisioning': 'No organisations yet',
  '/admin/schools': 'No schools yet',
  '/admin/standards': 'No frameworks yet',
  '/admin/support-access': 'Nobody asked to look in, and nobody may.',
  '/admin/users': 'Nobody here yet',
  '/dashboard': 'You belong to no school yet. Ask your admin to add you.',
  '/district/dashboard': 'Add the first school',
  '/district/templates': 'Nothing handed down yet',
  '/guardian/dashboard': 'No child is linked to your account yet. Your school can send you a code.',
  '/learn/courses': 'No courses yet',
  '/learn/grades': 'No grades yet',
  '/notifications': 'Nothing new',
  '/plan': 'Three steps to a first unit',
  '/plan/approvals': 'No requests',
  '/plan/bin': 'The bin is empty',
  '/plan/contexts': 'No teams here',
  '/plan/cover': 'Nobody is standing in',
  '/plan/curriculum-map': 'No courses here',
  '/plan/documents': 'No documents here',
  '/plan/resources': 'No files or links yet',
  '/plan/standards': 'No frameworks yet',
  '/plan/templates': 'No templates yet',
  '/plan/units': 'No units yet',
  '/plan/units/[unitId]/history': 'No versions yet',
  '/platform/support': 'No requests',
  '/report/standards-coverage': 'No framework yet',
  '/settings/security': 'Nothing in the last 30 days.',
  '/teach/courses': 'No courses yet',
  '/teach/courses/[courseId]/assignments': 'No assignments yet',
  '/teach/courses/[courseId]/assignments/[assignmentId]/grade/[studentId]': 'Nobody to grade here',
  '/teach/courses/[courseId]/dates': 'No assignments yet',
  '/teach/courses/[courseId]/gradebook': 'Nothing to show',
  '/teach/courses/[courseId]/mastery': 'Nothing to show yet',
  '/teach/courses/[courseId]/modules': 'No modules yet',
  '/teach/courses/[courseId]/roster': 'Nobody is in this course yet',
  '/teach/courses/[courseId]/submissions': 'Nothing here',
  '/teach/rubrics': 'No rubrics yet',
  '/teach/submissions': 'Nothing here',
};

/** Answers as where nothing was made yet; what is refused, with a refusal. */
function nothingMadeYet(isRefused: (name: string) => boolean = () => false) {
  const asked: string[] = [];
  let open = 0;
  const reply: Answer = async (route) => {
    const request = route.request();
    const endpoint = request.method() === 'GET' ? readAt(new URL(request.url()).pathname) : undefined;
    open += 1;
    asked.push(endpoint?.name ?? request.url());
    if (endpoint && !isRefused(endpoint.name)) await route.fulfill({ json: emptyReply(endpoint) });
    else await route.fulfill({ status: 403, json: problem(403, 'forbidden') });
    open -= 1;
  };
  const settled = async () => {
    await expect.poll(() => asked.length, { timeout: 30_000 }).toBeGreaterThan(0);
    // Twice: what came may ask for more.
    for (const _moment of ['answered', 'shown'])
      await expect.poll(async () => open + (await busy()), { timeout: 30_000 }).toBe(0);
  };
  return { reply, settled, asked };
}

test.each(routes)(
  'UXP-47 UXP-50 (%s: empty, partial) %s stands where nothing was made yet, and where only its first answer comes',
  async (_, route) => {
    const empty = nothingMadeYet();
    await show(route, empty.reply);
    await empty.settled();
    const words = emptyWords[route];
    if (words) await page.getByText(words, { exact: true }).first().waitFor({ timeout: 30_000 });
    expect(await page.getByText('Reference request-1').count()).toBe(0);
    expect(faults).toEqual([]);
    const [first] = empty.asked;
    const partial = nothingMadeYet((name) => name !== first);
    await show(route, partial.reply);
    await partial.settled();
    expect((await page.locator('#root').textContent())?.trim()).not.toBe('');
    expect(faults).toEqual([]);
  },
  120_000,
);
