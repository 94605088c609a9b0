import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { pageList, type RoleKey } from '../apps/web/src/lib/pages.ts';
import { roles, stateOf } from './people.ts';

const widths = [1366, 390] as const;
/** Sideways scroll is measured at both widths of each look; axe, which takes seconds, at one of them. */
const looks = [
  { theme: 'light', locale: 'en', axe_at: 1366 },
  { theme: 'dark', locale: 'en', axe_at: 390 },
  { theme: 'light', locale: 'ar', axe_at: 390 },
] as const;
const former: ReadonlySet<string> = new Set(['/me/security']);

for (const registration of pageList.filter(({ route }) => !route.includes('[') && !former.has(route))) {
  const role = roles.find((candidate) => opens(registration.access, candidate));
  test.describe(registration.route, () => {
    if (registration.access !== 'public' && role) test.use({ storageState: stateOf(role) });

    test(`UXP-73 UXP-79 UXP-117 ${registration.route}: headers, heading, axe and no sideways scroll at each look`, async ({
      page,
      context,
      baseURL,
    }) => {
      // Every component at once: the checks take their time there.
      test.slow(registration.route === '/docs/design-system');
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      for (const { theme, locale, axe_at } of looks) {
        const cookie = (name: string, value: string) => ({ name, value, url: baseURL ?? '' });
        await context.addCookies([cookie('homeroom_theme', theme), cookie('homeroom_locale', locale)]);
        const reply = await page.goto(registration.route);
        expectHeaders(reply?.headers() ?? {});
        await expect(page).toHaveTitle(/\S/);
        await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        if (registration.route !== '/docs/design-system')
          await expect(page.locator('[aria-busy=true]'), 'still loading').toHaveCount(0);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 844 });
          const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(excess, `sideways scroll at ${width}, ${theme}, ${locale}`).toBeLessThanOrEqual(0);
          if (width !== axe_at) continue;
          expect(await accessibilityFaults(page), `axe at ${width}, ${theme}, ${locale}`).toEqual([]);
        }
      }
      expect(complaints).toEqual([]);
    });
  });
}

function expectHeaders(headers: Record<string, string>): void {
  const policy = headers['content-security-policy'];
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=-]+' 'strict-dynamic'/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-powered-by']).toBeUndefined();
}

async function accessibilityFaults(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

function opens(access: 'public' | 'signed_in' | readonly RoleKey[], role: string): boolean {
  return access === 'public' || access === 'signed_in' || access.includes(role as RoleKey);
}
