// The web app is built once and the build is reused while nothing it is made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { definedVariables } from './environment.ts';
import { logFile, logTail, openLog } from './logs.ts';
import { root } from './paths.ts';
import { runNode } from './spawn-node.ts';

const WEB = path.join(root, 'apps/web');
const MADE_OF = [
  'apps/web',
  'packages/ui',
  'packages/contracts',
  'packages/grading',
  'packages/plan-content',
  'package-lock.json',
  'tsconfig.base.json',
];
const LEFT_OUT = /(^|\/)(node_modules|\.next|dist|coverage|next-env\.d\.ts)(\/|$)|\.(test|spec)\.tsx?$|\.md$/;

export function nextProgram(): string {
  return path.join(root, 'node_modules/next/dist/bin/next');
}

export function sourceHash(base = root, parts = MADE_OF): string {
  const hash = createHash('sha256')
    .update(process.version)
    .update(process.env.CDN_URL ?? '');
  for (const file of parts.flatMap((part) => filesUnder(base, part))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(base, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(base: string, part: string): string[] {
  const full = path.join(base, part);
  if (LEFT_OUT.test(part) || !existsSync(full)) return [];
  const entries = readdirSync(path.dirname(full), { withFileTypes: true });
  const self = entries.find((entry) => entry.name === path.basename(full));
  if (self?.isFile()) return [part];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(base, path.posix.join(part, name)));
}

const stamp = path.join(WEB, '.next/homeroom-source-hash');

export function webBuildIsCurrent(hash = sourceHash()): boolean {
  return (
    existsSync(path.join(WEB, '.next/BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  );
}

/** Answers false when the build at hand could be reused. */
export async function buildWeb(logFolder: string, stop?: AbortSignal): Promise<boolean> {
  const hash = sourceHash();
  if (webBuildIsCurrent(hash)) return false;
  rmSync(stamp, { force: true });
  await runNextBuild(logFolder, stop);
  if (stop?.aborted) return false;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

async function runNextBuild(logFolder: string, stop?: AbortSignal): Promise<void> {
  const environment = {
    ...definedVariables(process.env),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const program = { args: [nextProgram(), 'build'], cwd: WEB, environment };
  const code = await runNode(program, openLog(logFolder, 'web-build'), stop);
  if (code !== 0 && !stop?.aborted) {
    throw new Error(`Building the web app failed:\n${logTail(logFile(logFolder, 'web-build'))}`);
  }
}
