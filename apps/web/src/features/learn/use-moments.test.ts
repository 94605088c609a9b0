import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMe } from '../../test/a-me.ts';
import { serveScenes } from '../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const { user } = aMe();

test.each([
  ['at home', 'America/New_York', null, 'en', 'Mon, Nov 23, 11:59 PM EST'],
  ['in another zone of the same hour', 'America/Detroit', null, 'en', 'Mon, Nov 23, 11:59 PM EST'],
  ['abroad', 'Europe/Paris', null, 'en', 'Mon, Nov 23, 11:59 PM EST (Tue, Nov 24, 5:59 AM where you are)'],
  ['abroad with a chosen zone', 'Europe/Paris', 'America/New_York', 'en', 'Mon, Nov 23, 11:59 PM EST'],
  [
    'abroad in French',
    'Europe/Paris',
    null,
    'fr',
    'lun. 23 nov., 23:59 UTC−5 (mar. 24 nov., 5:59 à votre heure)',
  ],
] as const)(
  'UXP-95 (due times) %s a due time is told in the zone of the school, and in the reader’s when that differs',
  async (_, timezoneId, time_zone, locale, told) => {
    const page = await scenes.open('due', {
      locale,
      me: { user: { ...user, time_zone } },
      context: { timezoneId },
    });
    const shown = async () => (await page.getByRole('status').textContent())?.replaceAll(/\s/g, ' ');
    await expect.poll(shown).toBe(told);
    await page.context().close();
  },
);
