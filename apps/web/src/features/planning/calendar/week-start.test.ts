import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const school = (first_weekday: number | null) => ({
  ...{ id: '01900000-0000-7000-8000-0000000000a1', name: 'North', code: 'N', time_zone: 'America/New_York' },
  first_weekday,
});
const tenant = { id: '01900000-0000-7000-8000-000000000002', name: 'Riverbend', slug: 'riverbend' };

test.each([
  ['the school says Saturday', [school(6)], 'en', '2026-11-21'],
  ['the school says Monday', [school(1)], 'en', '2026-11-23'],
  ['a school of an English organisation says nothing', [school(null)], 'en', '2026-11-22'],
  ['a school of a French organisation says nothing', [school(null)], 'fr', '2026-11-23'],
] as const)(
  'UXP-95 the week of Tuesday 24 November begins where %s, in whatever language it is read',
  async (_title, schools, locale, from) => {
    for (const read of ['en', 'fr'] as const) {
      const asked: string[] = [];
      const page = await scenes.open('calendar', {
        locale: read,
        me: {
          schools: [...schools],
          tenant: { ...tenant, kind: 'district', locale, time_zone: 'America/New_York' },
        },
        api: async (route) => {
          const url = new URL(route.request().url());
          if (url.pathname === '/api/v1/calendar') asked.push(url.searchParams.get('from') ?? '');
          return route.fulfill({ json: { time_zone: 'America/New_York', data: [], next_cursor: null } });
        },
      });
      await expect.poll(() => asked[0], { timeout: 20_000 }).toBe(from);
      await page.context().close();
    }
  },
);
