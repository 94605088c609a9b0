// A browser for the end-to-end tests: the system's, else Debian's package, else Playwright's download.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export function findChromium(environment = process.env): string | undefined {
  const { CHROMIUM_PATH: wanted, PATH: folders = '' } = environment;
  if (wanted && existsSync(wanted)) return wanted;
  const places = folders
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...places, ...MAC].find((file) => existsSync(file));
}

export async function ensureChromium(say: (text: string) => void): Promise<string> {
  const found = findChromium() ?? (await playwrightChromium());
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium from the distribution …');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env: environment, stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: environment,
      stdio: 'ignore',
    });
  }
  const packaged = findChromium();
  if (packaged) return packaged;
  say('Downloading Chromium through Playwright …');
  spawnSync(process.execPath, [path.join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
    stdio: 'inherit',
  });
  const downloaded = await playwrightChromium();
  if (downloaded) return downloaded;
  throw new Error(
    'No Chromium was found and none could be installed. Cure: install Chromium or Chrome, or set CHROMIUM_PATH.',
  );
}

async function playwrightChromium(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}
