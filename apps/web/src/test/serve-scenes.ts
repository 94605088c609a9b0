import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Me } from '@k12/contracts/identity/me';
import { type BrowserContextOptions, chromium, type Page, type Route } from '@playwright/test';
import { build } from 'esbuild';
import { compileStyles } from '../../../../packages/ui/test/build-page.ts';
import { aMe } from './a-me.ts';

const here = import.meta.dirname;
const source = path.resolve(here, '..');
const systemBrowser = '/usr/bin/chromium';

/** The product's parts as they are shipped, in a browser, with the framework and the server played by the test. */
export async function serveScenes(entry: 'scene-page' | 'page-screens-page' = 'scene-page') {
  const [script, css, browser] = await Promise.all([
    once(entry, () => buildScript(entry)),
    once('styles', buildStyles),
    chromium.launch({
      ...(existsSync(systemBrowser) && { executablePath: systemBrowser }),
      args: ['--no-sandbox', '--headless=new'],
    }),
  ]);
  const files: Record<string, [type: string, body: string]> = {
    '/scene.js': ['text/javascript', script],
    '/scene.css': ['text/css', css],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/html', html];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = async (name: string, given: Opening = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...given.context });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    if (given.clock) await page.clock.install({ time: given.clock });
    await page.route('**/api/v1/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/api/v1/csrf') return route.fulfill({ json: { csrf_token: 'token' } });
      if (pathname === '/api/v1/me') return route.fulfill({ json: aMe(given.me) });
      return (given.api ?? refuse)(route);
    });
    const locale = given.locale ?? 'en';
    const scene = { name, me: aMe(given.me), locale, messages: messagesOf(locale) };
    await page.addInitScript(`window.scene = ${JSON.stringify(scene)}`);
    await page.goto(`${url}/`);
    return page;
  };
  const close = async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  };
  return { open, close };
}

const built = new Map<string, Promise<string>>();

/** The files of tests that run one after the other in a process share what was built. */
function once(name: string, make: () => Promise<string>): Promise<string> {
  const known = built.get(name) ?? make();
  built.set(name, known);
  return known;
}

interface Opening {
  me?: Partial<Me>;
  locale?: 'en' | 'es' | 'fr' | 'ar';
  /** Plays the server. */
  api?: (route: Route) => Promise<void>;
  /** Holds time still from this moment on. */
  clock?: Date;
  context?: BrowserContextOptions;
}

const refuse = (route: Route) => route.fulfill({ status: 404, json: problem(404, 'not_found') });

/** A refusal as the server words it. */
export function problem(status: number, code: string, more: object = {}) {
  return { type: 'about:blank', title: `Refused: ${code}`, status, code, request_id: 'request-1', ...more };
}

const html = `<!doctype html><html><head><meta charset="utf-8"><title>Scene</title>
<link rel="stylesheet" href="/scene.css"></head><body><div id="root"></div><script type="module" src="/scene.js"></script></body></html>`;

function messagesOf(locale: string): Record<string, unknown> {
  const files = globSync(`messages/${locale}/*.json`, { cwd: path.resolve(source, '..') });
  return Object.fromEntries(
    files.map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.resolve(source, '..', file), 'utf8')),
    ]),
  );
}

async function buildScript(entry: string): Promise<string> {
  const framework = (name: string) => path.join(here, 'framework', name);
  const result = await build({
    entryPoints: [path.join(here, `${entry}.tsx`)],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    alias: {
      '@': source,
      'next/navigation': framework('navigation.ts'),
      'next/link': framework('link.tsx'),
      'next/dynamic': framework('dynamic.tsx'),
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    // Styles are the app's own sheet; those of a library would only add its fonts.
    loader: { '.css': 'empty' },
    logOverride: { 'unsupported-directive': 'silent' },
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** The app's own sheet without the fonts, which no test reads. */
async function buildStyles(): Promise<string> {
  const base = path.join(source, 'app');
  const css = readFileSync(path.join(base, 'globals.css'), 'utf8').replace(/@import '@fontsource.*\n/g, '');
  return compileStyles(css, base);
}
