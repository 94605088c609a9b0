import { expect, test } from '@playwright/test';
import { mayOpen, type PageRegistration, pageList } from '../apps/web/src/lib/pages.ts';
import { roles, stateOf } from './people.ts';

const protectedPages = pageList.filter((page) => page.access !== 'public' && !page.route.includes('['));
/** Addresses that only lead on to the page's present one. */
const former: ReadonlySet<string> = new Set(['/me/security']);
const tenantText = /Riverbend|Okafor|Mercer|Maple Street/;

test.describe('signed out', () => {
  for (const { route } of protectedPages) {
    test(`IDN-121 IDN-123 UXP-119 ${route} redirects to sign-in with nothing of a tenant in the body`, async ({
      request,
      baseURL,
    }) => {
      const reply = await request.get(route, { maxRedirects: 0 });
      expect(reply.status()).toBe(303);
      expect(new URL(reply.headers().location ?? '', baseURL).pathname).toBe('/login');
      expect(await reply.text()).not.toMatch(tenantText);
    });
  }

  test('IDN-122 forged headers, other spellings and data requests yield no data', async ({ request }) => {
    const spoofs = [
      { 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy' },
      { 'x-middleware-next': '1', 'x-nonce': 'mine' },
      { 'x-forwarded-host': 'localhost', 'x-forwarded-for': '127.0.0.1', 'x-original-url': '/login' },
      { rsc: '1', 'next-router-prefetch': '1' },
      { cookie: 'homeroom_session=forged; homeroom_visitor=x' },
    ];
    for (const headers of spoofs) {
      const reply = await request.get('/admin/schools', { headers, maxRedirects: 0 });
      expect(reply.status(), JSON.stringify(headers)).not.toBe(200);
      expect(await reply.text()).not.toMatch(tenantText);
    }
    const spellings = [
      '/admin/schools.json',
      '/admin/schools.',
      '/Admin/Schools',
      '/admin//schools',
      '/%61dmin/schools',
      '/admin/schools%2e',
      '/admin/./schools',
      '/login/../admin/schools',
    ];
    for (const path of spellings) {
      const reply = await request.get(path, { maxRedirects: 0 });
      expect(reply.status(), path).not.toBe(200);
      expect(await reply.text(), path).not.toMatch(tenantText);
    }
    expect((await request.get('/api/v1/schools')).status()).toBe(401);
  });
});

for (const role of roles) {
  test.describe(`as ${role}`, () => {
    test.use({ storageState: stateOf(role) });

    test(`IDN-123 IDN-124 UXP-119 every page answers ${role} as the registration says`, async ({
      page,
      request,
    }) => {
      const me = await (await request.get('/api/v1/me')).json();
      for (const registration of protectedPages as PageRegistration[]) {
        const reply = await request.get(registration.route, { maxRedirects: 0 });
        const opened = former.has(registration.route) ? 307 : 200;
        const expected = mayOpen(registration, me) ? opened : 403;
        expect(reply.status(), registration.route).toBe(expected);
        if (expected === 403) expect(await reply.text(), registration.route).not.toMatch(tenantText);
        expect(reply.headers()['cache-control'], registration.route).toContain('no-store');
      }
      await page.goto(me.home);
      const links = await page
        .getByRole('navigation')
        .getByRole('link')
        .evaluateAll((found) => found.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
      const open = (path: string) =>
        protectedPages.some((candidate) => candidate.route === path && mayOpen(candidate, me));
      expect(links.filter((path) => path.startsWith('/') && !open(path))).toEqual([]);
    });
  });
}

test('IDN-123 an ended session is treated as signed out on pages and data', async ({
  playwright,
  baseURL,
}) => {
  const { accountOf, password } = await import('./people.ts');
  const browser = await playwright.request.newContext({
    ...(baseURL ? { baseURL, extraHTTPHeaders: { origin: baseURL } } : {}),
  });
  const token = async () => (await (await browser.get('/api/v1/csrf')).json()).csrf_token;
  await browser.post('/api/v1/session', {
    headers: { 'x-csrf-token': await token() },
    data: { identifier: accountOf('admin').identifier, password },
  });
  const { cookies } = await browser.storageState();
  expect((await browser.get('/admin/schools', { maxRedirects: 0 })).status()).toBe(200);
  await browser.delete('/api/v1/session', { headers: { 'x-csrf-token': await token() } });
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const late = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { cookie },
  });
  expect((await late.get('/admin/schools', { maxRedirects: 0 })).status()).toBe(303);
  expect((await late.get('/api/v1/schools')).status()).toBe(401);
});
