import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import lighthouse from 'lighthouse';
import { cookieOf } from './browser-session.ts';

/**
 * Lighthouse as a phone on a slow line, against an instance that runs as in production: `WEB_URL=http://localhost:3000
 * npm run lighthouse`. Uses the Chromium of the system; the figures mean something only on a machine that is quiet.
 */
const base = process.env.WEB_URL ?? 'http://localhost:3000';
const wanted = 95;
const categories = ['performance', 'accessibility', 'best-practices'];
const visits = [
  { path: '/login', account: null },
  { path: '/dashboard', account: 'teacher@riverbend.example' },
  { path: '/admin/users', account: 'admin@riverbend.example' },
];

const folder = mkdtempSync(join(tmpdir(), 'homeroom-lighthouse-'));
const browser = spawn(
  process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  ['--headless=new', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
  { stdio: 'ignore' },
);
try {
  const port = await portOf(folder);
  for (const { path, account } of visits) await look(port, path, account);
} finally {
  browser.kill();
  await wait(500);
  rmSync(folder, { recursive: true, force: true });
}

async function look(port: number, path: string, account: string | null): Promise<void> {
  const extraHeaders = account ? { Cookie: await cookieOf(base, account) } : {};
  const result = await lighthouse(base + path, {
    port,
    logLevel: 'error',
    onlyCategories: categories,
    extraHeaders,
    disableStorageReset: true,
  });
  if (!result) throw new Error(`${path} could not be looked at`);
  const { lhr } = result;
  const scores = categories.map(
    (name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)] as const,
  );
  const times = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  console.log(
    `${path} as ${account ?? 'nobody'}: ${scores.map(([name, score]) => `${name} ${score}`).join(', ')}`,
  );
  console.log(`  ${times.map((id) => `${id} ${lhr.audits[id]?.displayValue}`).join(', ')}`);
  for (const { title, score, displayValue } of Object.values(lhr.audits))
    if (score !== null && score < 0.9) console.log(`  ${score.toFixed(2)} ${title} ${displayValue ?? ''}`);
  if (scores.some(([, score]) => score < wanted)) process.exitCode = 1;
}

/** The browser writes down where it listens as soon as it does. */
async function portOf(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 150; tries++) {
    if (existsSync(file)) return Number(readFileSync(file, 'utf8').split('\n')[0]);
    await wait(200);
  }
  throw new Error('The browser did not start');
}
