// The whole life of an instance, in fresh clones, with the figures of each step (OPS-133, OPS-134). Linux only.
// node scripts/prove-launcher.ts [folder]   the folder is kept afterwards; without one a temporary folder is used.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { answersAt, borrowPackages, type Clone, freshClone, install, running, start } from './prove/clone.ts';
import { familyOf, memoryMegabytes, until } from './prove/family.ts';
import { signInAs } from './prove/sign-in.ts';

const kept = process.argv[2] && path.resolve(process.argv[2]);
const place = kept ?? mkdtempSync(path.join(os.tmpdir(), 'homeroom-prove-'));
const failures: string[] = [];
mkdirSync(place, { recursive: true });

function figure(what: string, value: number, unit: string, limit?: number): void {
  const verdict =
    limit === undefined
      ? ''
      : value <= limit
        ? `  (limit ${limit} ${unit})`
        : `  OVER THE LIMIT of ${limit} ${unit}`;
  if (limit !== undefined && value > limit) failures.push(what);
  console.log(`${what.padEnd(52)} ${value.toFixed(1).padStart(8)} ${unit}${verdict}`);
}

async function timed(work: () => unknown): Promise<number> {
  const from = Date.now();
  await work();
  return (Date.now() - from) / 1000;
}

async function stop(clone: Clone, what: string): Promise<void> {
  clone.npm?.kill('SIGINT');
  const seconds = await until('no process is left', 20_000, () => familyOf(clone.folder).length === 0);
  figure(what, seconds, 's', 10);
}

async function recoverFrom(
  clone: Clone,
  name: string,
  isBack: (url: RunningInstanceUrls) => Promise<boolean>,
): Promise<void> {
  const before = running(clone)?.processes[name]?.pid;
  if (!before) throw new Error(`${name} is not running`);
  process.kill(before, 'SIGKILL');
  const seconds = await until(`${name} is back`, 60_000, async () => {
    const now = running(clone);
    const pid = now?.processes[name]?.pid;
    return pid !== undefined && pid !== before && (await isBack(urls(clone)));
  });
  figure(`kill -9 ${name}: back after`, seconds, 's', 30);
}

type RunningInstanceUrls = { web: string; ready: string };
function urls(clone: Clone): RunningInstanceUrls {
  const addresses = running(clone)?.addresses;
  return { web: `${addresses?.web}/login`, ready: `${addresses?.core}/ready` };
}

async function oneClone(): Promise<Clone> {
  const clone = freshClone(path.join(place, 'first'));
  figure('install from the lockfile', await timed(() => install(clone)), 's');
  const cold = await start(clone);
  figure('cold start: build, database, seed, all services', cold, 's', 90);
  figure('cold start to signed in', cold + (await timed(() => signInAs(running(clone)))), 's', 90);
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  figure('memory at rest, all processes', memoryMegabytes(familyOf(clone.folder)), 'MB', 2_048);

  for (const name of ['core', 'worker', 'web', 'postgres']) {
    await recoverFrom(clone, name, async (url) => (await answersAt(url.ready)) && (await answersAt(url.web)));
  }
  await signInAs(running(clone));
  await stop(clone, 'Ctrl-C: no process left after');

  const kept = keptFiles(clone);
  const warm = await start(clone);
  figure('warm start to signed in', warm + (await timed(() => signInAs(running(clone)))), 's', 20);

  if (keptFiles(clone) !== kept) failures.push('secrets and seed must be kept between runs');
  process.kill(running(clone)?.processes.launcher?.pid ?? 0, 'SIGKILL');
  figure(
    'kill -9 launcher: no process left after',
    await until('no orphan is left', 20_000, () => familyOf(clone.folder).length === 0),
    's',
    10,
  );
  figure(
    'start after kill -9 to signed in',
    (await start(clone)) + (await timed(() => signInAs(running(clone)))),
    's',
    20,
  );
  return clone;
}

function keptFiles({ data }: Clone): string {
  return ['instance.json', 'seeded.json'].map((name) => readFileSync(path.join(data, name), 'utf8')).join();
}

async function twoClones(first: Clone): Promise<void> {
  const second = freshClone(path.join(place, 'second'));
  borrowPackages(first, second);
  await stop(first, 'Ctrl-C before the parallel start');
  figure(
    'two clones starting in the same second: both ready',
    await timed(() => Promise.all([start(first), start(second)])),
    's',
  );
  const [one, two] = [running(first)?.addresses.web, running(second)?.addresses.web];
  if (!one || one === two) failures.push('two clones must have different addresses');
  await Promise.all([signInAs(running(first)), signInAs(running(second))]);
  console.log(`${'side by side at'.padEnd(52)} ${one} and ${two}`);
  await Promise.all([stop(first, 'Ctrl-C first'), stop(second, 'Ctrl-C second')]);
}

try {
  await twoClones(await oneClone());
} catch (error) {
  failures.push(error instanceof Error ? error.message : String(error));
} finally {
  for (const { pid } of [...familyOf(path.join(place, 'first')), ...familyOf(path.join(place, 'second'))])
    process.kill(pid, 'SIGKILL');
  if (!kept && failures.length === 0) rmSync(place, { recursive: true, force: true });
}
for (const failure of failures) console.error(`FAILED: ${failure}`);
console.log(failures.length === 0 ? 'The launcher holds what it promises.' : `Logs are in ${place}.`);
process.exit(failures.length === 0 ? 0 : 1);
