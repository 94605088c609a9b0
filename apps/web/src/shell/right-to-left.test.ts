import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const person = {
  id: '01900000-0000-7000-8000-000000000201',
  display_name: 'Ada Okafor (9B).',
  state: 'active',
  roles: ['student'],
  memberships: [],
  contact: { email: 'ada@example.test', username: null },
  last_sign_in_at: null,
};

test('UXP-94 (layout, arrows, names) in Arabic columns and arrows are mirrored and a Latin name keeps its punctuation at its end', async () => {
  const page = await scenes.open('users', {
    locale: 'ar',
    me: { capabilities: { 'users.create': ['tenant'], 'users.bulk': ['tenant'] } },
    api: (route) => {
      const isList = new URL(route.request().url()).pathname === '/api/v1/users';
      return route.fulfill({ json: { data: isList ? [person] : [], next_cursor: null } });
    },
  });
  const name = page.getByRole('rowheader').getByRole('link');
  await name.waitFor();
  const heads = await page
    .getByRole('columnheader')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
  expect(heads).toEqual([...heads].sort((a, b) => b - a));
  const [first, last] = await name.evaluate((link) => {
    const text = document.createTreeWalker(link, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const placeOf = (at: number) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().x;
    };
    return [placeOf(0), placeOf(text.length - 1)];
  });
  expect(last).toBeGreaterThan(first!);
  await page.context().close();

  const shell = await scenes.open('pins', {
    locale: 'ar',
    me: { roles: ['teacher'], capabilities: { 'unit_plans.read': ['own'] } },
    api: (route) => route.fulfill({ json: { data: [] } }),
  });
  const arrow = shell.getByRole('button', { expanded: true }).locator('svg').first();
  await arrow.waitFor();
  expect(await arrow.evaluate((one) => getComputedStyle(one).scale)).toBe('-1 1');
  const icon = shell.getByRole('navigation').getByRole('link').nth(1);
  const places = await icon.evaluate((link) =>
    [...link.children].map((part) => part.getBoundingClientRect().x),
  );
  expect(places[0]).toBeGreaterThan(places[1]!);
  await shell.context().close();
});
