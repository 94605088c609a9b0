import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schoolsOf } from '../../test/schools.ts';
import { problem, serveScenes } from '../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const noon = new Date('2026-11-16T17:00:00Z');
const region = (page: Page, name: string) => page.getByRole('region', { name });
const answer = (route: Route, ...names: string[]) => route.fulfill({ json: schoolsOf(...names) });

/** A server whose answers the test lets go one by one. */
function heldServer() {
  const waiting: { route: Route; answer: (...names: string[]) => Promise<void> }[] = [];
  const api = async (route: Route) => {
    await new Promise<void>((resolve) => {
      waiting.push({ route, answer: (...names) => answer(route, ...names).then(resolve) });
    });
  };
  const next = async (at = 0) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(at);
    return waiting[at]!;
  };
  return { api, waiting, next };
}

describe('known data first', () => {
  test('UXP-111 (lists) a refresh that brings nothing new draws no row again, and choosing a row none but that one and those the focus leaves and enters', async () => {
    const all = Array.from({ length: 9 }, (_, at) => `School ${at + 1}`);
    let asked = 0;
    const page = await scenes.open('table', {
      api: (route) => {
        asked += 1;
        return answer(route, ...all);
      },
    });
    await page.getByRole('row', { name: 'School 9' }).waitFor();
    const drawnBy = async (act: () => Promise<void>) => {
      await page.evaluate(() => {
        window.drawn = 0;
      });
      await act();
      return page.evaluate(() => window.drawn);
    };
    const refresh = async () => {
      const before = asked;
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect.poll(() => asked).toBe(before + 1);
      await page.waitForLoadState('networkidle');
    };
    expect(await drawnBy(refresh)).toBe(0);
    expect(
      await drawnBy(async () => {
        await page.getByRole('checkbox', { name: 'Select School 6' }).click();
        await page.getByText('1 selected').waitFor();
      }),
    ).toBeLessThanOrEqual(3);
    await page.context().close();
  });

  test('UXP-39 two regions with the same request within 2 s send it once; later it is asked again behind what is known', async () => {
    const server = heldServer();
    const page = await scenes.open('lists', { api: server.api, clock: noon });
    await (await server.next()).answer('Northside');
    for (const name of ['First', 'Second'])
      await expect
        .poll(() => region(page, name).getByRole('listitem').allTextContents())
        .toEqual(['Northside']);
    expect(server.waiting).toHaveLength(1);
    const toggle = page.getByRole('button', { name: 'Toggle' });
    await toggle.click();
    await toggle.click();
    expect(await region(page, 'Second').getByRole('listitem').allTextContents()).toEqual(['Northside']);
    expect(server.waiting).toHaveLength(1);

    await toggle.click();
    await page.clock.fastForward(2_100);
    await toggle.click();
    const behind = await server.next(1);
    expect(await region(page, 'Second').getByRole('listitem').allTextContents()).toEqual(['Northside']);
    await behind.answer('Northside', 'Southside');
    await expect.poll(() => region(page, 'First').getByRole('listitem').count()).toBe(2);
    await page.context().close();
  });

  test('UXP-39 coming back to the tab and to the network asks again', async () => {
    let count = 0;
    const page = await scenes.open('lists', {
      clock: noon,
      api: (route) => {
        count += 1;
        return answer(route, `Answer ${count}`);
      },
    });
    const shown = () => region(page, 'First').getByRole('listitem').allTextContents();
    await expect.poll(shown).toEqual(['Answer 1']);
    await page.clock.fastForward(6_000);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(shown).toEqual(['Answer 2']);
    await page.clock.fastForward(6_000);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(shown).toEqual(['Answer 3']);
    await page.context().close();
  });

  test('UXP-51 after a failed refresh what is known stays, with the time it came, until a refresh succeeds', async () => {
    let works = true;
    const page = await scenes.open('lists', {
      clock: noon,
      api: (route) =>
        works ? answer(route, 'Northside') : route.fulfill({ status: 403, json: problem(403, 'forbidden') }),
    });
    const note = region(page, 'First').getByText('Showing information from 12:00');
    await region(page, 'First').getByText('Northside').waitFor();
    works = false;
    await page.clock.fastForward(10 * 60_000);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await note.waitFor();
    expect(await region(page, 'First').getByRole('listitem').allTextContents()).toEqual(['Northside']);
    works = true;
    await region(page, 'First').getByRole('button', { name: 'Try again' }).click();
    await note.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('UXP-41 an answer that comes late never takes the place of a newer one', async () => {
    const server = heldServer();
    const page = await scenes.open('late', { api: server.api });
    await (await server.next()).answer('First');
    await page.getByRole('button', { name: 'Slow' }).click();
    const slow = await server.next(1);
    await page.getByRole('button', { name: 'Quick' }).click();
    await (await server.next(2)).answer('Quick');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Quick');
    const arrived = page.waitForResponse(/q=slow/);
    await slow.answer('Slow');
    await arrived;
    expect(await page.getByRole('status').textContent()).toBe('Quick');
    await page.context().close();
  });

  test('UXP-41 what is typed is not replaced by a refresh; a notice offers the newer version, and saving names the old one', async () => {
    let listed = schoolsOf('Northside');
    const bodies: { lock_version: number }[] = [];
    const page = await scenes.open('editing', {
      api: async (route) => {
        if (route.request().method() === 'GET') return route.fulfill({ json: listed });
        bodies.push(route.request().postDataJSON());
        return route.fulfill({ status: 409, json: problem(409, 'version_conflict') });
      },
    });
    const name = page.getByRole('textbox', { name: /^Name/ });
    await name.fill('Northside High');
    listed = schoolsOf('Northside Academy');
    listed.data[0]!.lock_version = 1;
    await page.getByRole('button', { name: 'Refresh', includeHidden: true }).dispatchEvent('click');
    await page.getByText('Somebody else has changed this').waitFor();
    expect(await name.inputValue()).toBe('Northside High');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => bodies.map(({ lock_version }) => lock_version)).toEqual([0]);
    await page.getByRole('button', { name: 'Take the newer version' }).click();
    expect(await name.inputValue()).toBe('Northside Academy');
    await page.context().close();
  });
});

describe('changes shown at once', () => {
  test('UXP-42 a change shows within three frames (50 ms), before the server has answered, and stays when it agrees', async () => {
    let agree = () => {};
    const agreed = new Promise<void>((resolve) => {
      agree = resolve;
    });
    let name = 'Northside';
    const page = await scenes.open('optimistic', {
      api: async (route) => {
        if (route.request().method() === 'GET') return answer(route, name);
        await agreed;
        name = 'Riverside';
        return route.fulfill({ json: schoolsOf(name).data[0] });
      },
    });
    await page.getByRole('textbox', { name: 'Name' }).fill('Riverside');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Northside');
    const frames = await page.evaluate(async () => {
      const shown = document.querySelector('output');
      [...document.querySelectorAll('button')].find((one) => one.textContent === 'Rename')?.click();
      for (let frame = 0; ; frame += 1) {
        if (shown?.textContent === 'Riverside' || frame > 60) return frame;
        await new Promise(requestAnimationFrame);
      }
    });
    expect(frames).toBeLessThanOrEqual(3);
    agree();
    await page.waitForResponse((reply) => reply.request().method() === 'GET');
    expect(await page.getByRole('status').textContent()).toBe('Riverside');
    await page.context().close();
  });

  test('UXP-42 a refused change is taken back with the reason, and what was typed is kept', async () => {
    const page = await scenes.open('optimistic', {
      api: (route) =>
        route.request().method() === 'GET'
          ? answer(route, 'Northside')
          : route.fulfill({ status: 409, json: problem(409, 'conflict', { detail: 'That name is taken.' }) }),
    });
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('Riverside');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Northside');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByText('That name is taken.').first().waitFor();
    expect(await page.getByRole('status').textContent()).toBe('Northside');
    expect(await name.inputValue()).toBe('Riverside');
    await page.context().close();
  });
});
