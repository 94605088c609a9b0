import { mkdirSync, writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { pageList, type RoleKey } from '../apps/web/src/lib/pages.ts';
import { call } from './call-api.ts';
import { roles, stateOf } from './people.ts';

const widths = [1366, 390] as const;
/** Sideways scroll is measured at both widths of each look; axe, which takes seconds, at one of them. */
const looks = [
  { theme: 'light', locale: 'en', axe_at: 1366 },
  { theme: 'dark', locale: 'en', axe_at: 390 },
  { theme: 'light', locale: 'ar', axe_at: 390 },
] as const;
const walkNotes = new URL('../.data/test-results/accessibility/', import.meta.url);
const former: ReadonlySet<string> = new Set(['/me/security']);

for (const registration of pageList.filter(({ route }) => !route.includes('[') && !former.has(route))) {
  const role = roles.find((candidate) => opens(registration.access, candidate));
  test.describe(registration.route, () => {
    if (registration.access !== 'public' && role) test.use({ storageState: stateOf(role) });

    test(`UXP-73 UXP-79 UXP-108 UXP-117 UXP-127 ${registration.route}: headers, own hosts, fonts, craft, axe and no sideways scroll at each look`, async ({
      page,
      context,
      baseURL,
    }) => {
      // Every component at once: the checks take their time there.
      test.slow(registration.route === '/docs/design-system');
      const complaints: string[] = [];
      const walked = { checks: 0, faults: 0 };
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      const asked = watchRequests(page, baseURL ?? '');
      for (const { theme, locale, axe_at } of looks) {
        const cookie = (name: string, value: string) => ({ name, value, url: baseURL ?? '' });
        await context.addCookies([cookie('homeroom_theme', theme), cookie('homeroom_locale', locale)]);
        const reply = await page.goto(registration.route);
        expectHeaders(reply?.headers() ?? {});
        await expect(page).toHaveTitle(/\S/);
        await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        if (registration.route !== '/docs/design-system') {
          await expect(page.locator('[aria-busy=true]'), 'still loading').toHaveCount(0);
          expect(await craftFaults(page), `craft, ${theme}, ${locale}`).toEqual([]);
        }
        if (locale === 'en' && registration.route !== '/docs/design-system') {
          // Names of people and places may be written in another script; before the sign-in there are none.
          const isExpected = (url: string) => registration.access === 'public' || !url.includes('arabic');
          expect(asked.fonts().filter(isExpected).length, 'fonts of an English page').toBeLessThanOrEqual(2);
        }
        for (const width of widths) {
          await page.setViewportSize({ width, height: 844 });
          const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(excess, `sideways scroll at ${width}, ${theme}, ${locale}`).toBeLessThanOrEqual(0);
          if (width !== axe_at) continue;
          const { faults, engine } = await accessibilityFaults(page);
          walked.checks += 1;
          walked.faults += faults.length;
          noteWalk(registration.route, { engine, ...walked });
          expect(faults, `axe at ${width}, ${theme}, ${locale}`).toEqual([]);
        }
      }
      expect(complaints).toEqual([]);
      expect(asked.elsewhere(), 'requests to other hosts').toEqual([]);
    });
  });
}

test.describe('pages of a course', () => {
  test.use({ storageState: stateOf('teacher') });

  // Of another size than the server draws for, so that whatever is measured first shows.
  const sizes = [
    { width: 1440, height: 900, locale: 'en' },
    { width: 390, height: 844, locale: 'ar' },
  ] as const;

  test('UXP-73 UXP-79 wake without a complaint, with one heading, axe and no sideways scroll', async ({
    page,
    context,
    baseURL,
  }) => {
    test.slow();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
    const { data } = await call(page.request, 'GET', '/courses?limit=1');
    const routes = pageList
      .filter(({ route, access }) => /^[^[]*\[courseId\][^[]*$/.test(route) && opens(access, 'teacher'))
      .map(({ route }) => route.replace('[courseId]', data[0].id));
    expect(routes.length).toBeGreaterThan(7);
    for (const { width, height, locale } of sizes) {
      await context.addCookies([{ name: 'homeroom_locale', value: locale, url: baseURL ?? '' }]);
      await page.setViewportSize({ width, height });
      for (const route of routes) {
        await page.goto(route);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page.locator('[aria-busy=true]'), `${route} still loading`).toHaveCount(0);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (excess > 0) complaints.push(`${route} at ${width}: sideways scroll`);
        const { faults } = await accessibilityFaults(page);
        complaints.push(...faults.map((fault) => `${route} at ${width}: ${fault}`));
      }
    }
    expect(complaints).toEqual([]);
  });
});

function watchRequests(page: Page, own: string) {
  const urls: { url: string; type: string }[] = [];
  page.on('request', (request) => urls.push({ url: request.url(), type: request.resourceType() }));
  const isElsewhere = (url: string) => /^(https?|wss?):/.test(url) && !url.startsWith(own);
  return {
    /** Of the page that was opened last. */
    fonts: () => {
      const last = urls.slice(urls.findLastIndex(({ type }) => type === 'document'));
      return last.filter(({ type }) => type === 'font').map(({ url }) => url);
    },
    elsewhere: () => urls.map(({ url }) => url).filter(isElsewhere),
  };
}

/** What can be told of craft without an eye: actions, figures, pictures, shifts and texts that are cut off. */
function craftFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body;
    const seen = (selector: string) =>
      [...main.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
    const line = (element: Element) => element.outerHTML.slice(0, 160);
    const faults: string[] = [];
    const primary = seen('.border-transparent.bg-board.text-on-board').filter(
      (button) => !button.closest('form, li, td, search'),
    );
    if (primary.length > 1)
      faults.push(`${primary.length} primary actions: ${primary.map(line).join(' | ')}`);
    for (const cell of seen('td')) {
      let figure: Element = cell;
      while (figure.childElementCount === 1 && figure.firstElementChild) figure = figure.firstElementChild;
      const isFigure = /^\d[\d,]*(\.\d+)?\s?%?$/.test(cell.textContent.trim());
      if (isFigure && !getComputedStyle(figure).fontVariantNumeric.includes('tabular'))
        faults.push(`a figure whose digits differ in width: ${line(cell)}`);
    }
    for (const image of seen('img')) {
      const { width, height } = image as HTMLImageElement;
      if (width === 0 || height === 0) faults.push(`a picture without room of its own: ${line(image)}`);
    }
    for (const element of seen('.truncate')) {
      const named = element.closest(
        'a, button, [title], [aria-label], [aria-describedby], td, th, li, input',
      );
      if (element.scrollWidth > element.clientWidth + 1 && !named)
        faults.push(`a text that is cut off and cannot be read: ${line(element)}`);
    }
    return faults;
  });
}

function expectHeaders(headers: Record<string, string>): void {
  const policy = headers['content-security-policy'];
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=-]+' 'strict-dynamic'/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-powered-by']).toBeUndefined();
}

async function accessibilityFaults(page: Page) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations, testEngine } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return {
    faults: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
    engine: `${testEngine.name} ${testEngine.version}`,
  };
}

/** What was found on a page, faults too, for the public results (`npm run accessibility`, UXP-90). */
function noteWalk(route: string, found: { engine: string; checks: number; faults: number }): void {
  mkdirSync(walkNotes, { recursive: true });
  const checked_on = new Date().toISOString().slice(0, 10);
  const file = `${route.replaceAll(/\W+/g, '-')}.json`;
  writeFileSync(new URL(file, walkNotes), JSON.stringify({ route, checked_on, ...found }));
}

function opens(access: 'public' | 'signed_in' | readonly RoleKey[], role: string): boolean {
  return access === 'public' || access === 'signed_in' || access.includes(role as RoleKey);
}
