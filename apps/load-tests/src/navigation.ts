import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { cookieOf } from './browser-session.ts';
import { percentile, round } from './measure.ts';

/**
 * UXP-111, UXP-124: how long it takes from a click to the heading of the next page, the first time and again, and from a key to
 * the next frame, against an instance that runs as in production: `WEB_URL=http://localhost:3000 npm run navigation`.
 */
const base = process.env.WEB_URL ?? 'http://localhost:3000';
const rounds = Number(process.env.ROUNDS ?? 3);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const teacher = await pageOf('teacher@riverbend.example');
  report('page not visited before', await walk(teacher), 500);
  const again: number[] = [];
  for (let round = 0; round < rounds; round++) again.push(...(await walk(teacher)));
  report('page visited before', again, 100);
  const admin = await pageOf('admin@riverbend.example');
  await admin.goto(`${base}/admin/users`);
  report('key typed into the search of a list', await typing(admin, 'search'), 50);
} finally {
  await browser.close();
}

async function pageOf(account: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1366, height: 800 } });
  const url = new URL(base);
  const pairs = (await cookieOf(base, account)).split('; ').map((pair) => pair.split('='));
  await context.addCookies(
    pairs.map(([name = '', ...value]) => ({ name, value: value.join('='), url: url.origin })),
  );
  const page = await context.newPage();
  await page.goto(base);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Every page of the navigation once, in its order; milliseconds from the click to another heading. */
async function walk(page: Page): Promise<number[]> {
  const links = page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('listitem')
    .getByRole('link');
  const times: number[] = [];
  for (let at = 0; at < (await links.count()); at++) {
    const link = links.nth(at);
    if ((await link.getAttribute('aria-current')) !== null) continue;
    const name = await link.textContent();
    const took = await link.evaluate((anchor) => {
      const heading = () => document.querySelector('h1');
      const before = heading();
      const from = performance.now();
      return new Promise<number | null>((resolve) => {
        const look = () => {
          const now = heading();
          const elapsed = performance.now() - from;
          if (now && now !== before) resolve(elapsed);
          else if (elapsed > 10_000) resolve(null);
          else requestAnimationFrame(look);
        };
        (anchor as HTMLElement).click();
        look();
      });
    });
    if (took === null) throw new Error(`${name} shows no other heading after ten seconds.`);
    times.push(took);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  }
  return times;
}

async function typing(page: Page, role: 'search'): Promise<number[]> {
  const field = page
    .getByRole(role)
    .getByRole('searchbox')
    .or(page.getByRole(role).getByRole('textbox'))
    .first();
  await field.waitFor();
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') durations.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await field.focus();
  const keys = 'okafor and others';
  await field.pressSequentially(keys, { delay: 60 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
  const slow = await page.evaluate(() => (window as unknown as { durations: number[] }).durations);
  // Keys below the browser's own threshold are not told; they took less than two frames.
  return [...slow, ...Array.from({ length: Math.max(0, keys.length - slow.length) }, () => 16)];
}

function report(what: string, times: number[], limit: number): void {
  const p75 = percentile(times, 0.75);
  console.log(
    `${what}: p50 ${round(percentile(times, 0.5))} ms, p75 ${round(p75)} ms of ${times.length}, at most ${limit} ms wanted`,
  );
  if (p75 > limit) process.exitCode = 1;
}
