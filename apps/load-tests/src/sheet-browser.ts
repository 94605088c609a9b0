import { performance } from 'node:perf_hooks';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { cookieOf } from './browser-session.ts';
import { bigCourse, createManyGrades } from './many-grades.queries.ts';
import { percentile, round } from './measure.ts';

/**
 * The sheet of 400 × 250 in a browser as slow as a school laptop, against a running production instance that the
 * figures are meant for: time until it can be used, frames while it is scrolled both ways, time from Enter until the
 * cell is saved (TCH-90, TCH-97).
 *
 * `WEB_URL=http://localhost:3000 npm run sheet-browser`; with DATABASE_OWNER_URL and DATABASE_JOB_URL of the instance the
 * course is made first.
 */
const base = process.env.WEB_URL ?? 'http://localhost:3000';
const slowdown = 4;
const saves = 20;
/** Found by plain selectors: asking for roles would cost the page itself more than what is measured. */
const chosen = '[role=gridcell][aria-selected=true]';
const grid = '[role=grid]';

await makeCourse();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await measureSheet(browser);
} finally {
  await browser.close();
}

async function makeCourse(): Promise<void> {
  const { DATABASE_OWNER_URL: owner_url, DATABASE_JOB_URL: job_url } = process.env;
  if (!owner_url || !job_url) return;
  try {
    await createManyGrades({ owner_url, job_url }, 400, 250);
  } catch (error) {
    // A second run finds the course of the first.
    if ((error as { code?: string }).code !== '23505') throw error;
  }
}

async function measureSheet(on: Browser): Promise<void> {
  const context = await on.newContext({ baseURL: base, viewport: { width: 1366, height: 768 } });
  const cookie = await cookieOf(base, 'teacher@riverbend.example');
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: base };
    }),
  );
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const opened = await open(page);
  // Opened once more, with the scripts in the cache: as on every day but the first.
  const again = await open(page);
  console.log(
    `usable after ${round(opened)} ms, opened again after ${round(again)} ms (${slowdown}x slower)`,
  );
  await scroll(page, devtools, 'down', { x: 0, y: 120 });
  await scroll(page, devtools, 'across', { x: 120, y: 0 });
  await save(page);
}

/** Until a cell of the first row can be chosen: cells with scores and totals are there, and keys are heard. */
async function open(page: Page): Promise<number> {
  const begun = performance.now();
  await page.goto(`/teach/courses/${bigCourse}/gradebook`, { waitUntil: 'commit' });
  await page.locator(chosen).waitFor();
  await page.locator(grid).focus();
  await page.keyboard.press('ArrowDown');
  await page.locator(`#cell-1-0${chosen}`).waitFor();
  return performance.now() - begun;
}

async function scroll(
  page: Page,
  devtools: CDPSession,
  title: string,
  step: { x: number; y: number },
): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    (window as unknown as { frames?: number[] }).frames = times;
    const count = (at: number) => {
      times.push(at);
      if (times.length < 100_000) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  let blank = 0;
  for (let at = 0; at < 60; at++) {
    await devtools.send('Input.dispatchMouseEvent', {
      ...{ type: 'mouseWheel', x: 900, y: 500, deltaX: step.x, deltaY: step.y },
    });
    if (at % 10 === 9 && (await isBlank(page))) blank += 1;
  }
  const times = await page.evaluate(() => (window as unknown as { frames?: number[] }).frames ?? []);
  const gaps = times.slice(1).map((at, place) => at - (times[place] ?? at));
  const whole = (times.at(-1) ?? 0) - (times[0] ?? 0);
  console.log(
    `${title}: ${round((gaps.length * 1000) / Math.max(1, whole))} frames/s, slowest of 20 ${round(percentile(gaps, 0.95))} ms, ` +
      `${blank} of 6 looks found no cell in the middle`,
  );
}

function isBlank(page: Page): Promise<boolean> {
  return page.evaluate(() => !document.elementFromPoint(900, 500)?.closest('[role=gridcell]'));
}

/**
 * From Enter until the server has answered, one cell after the other down a column. What a cell holds already is not sent
 * again, so another grade is typed than the one that stands there.
 */
async function save(page: Page): Promise<void> {
  await page.locator(grid).focus();
  await page.keyboard.press('Control+Home');
  const taken: number[] = [];
  for (let at = 0; at < saves; at++) {
    const cell = page.locator(`#cell-${at}-0`);
    await cell.waitFor();
    const entry = /3$/.test((await cell.textContent()) ?? '') ? '4' : '3';
    await page.keyboard.type(entry);
    const begun = performance.now();
    const saved = page.waitForResponse((reply) => reply.url().endsWith('/gradebook/cells'));
    await page.keyboard.press('Enter');
    await saved;
    taken.push(performance.now() - begun);
  }
  console.log(
    `Enter to saved: half within ${round(percentile(taken, 0.5))} ms, 95 of 100 within ${round(percentile(taken, 0.95))} ms`,
  );
}
