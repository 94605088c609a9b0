// What `npm test` runs, in order: quick checks of the text first, then the code, then the built product.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from '../launcher/chromium.ts';
import { instancePaths, root } from '../launcher/paths.ts';
import { buildWeb } from '../launcher/web-build.ts';
import { type Counts, playwrightCounts, vitestCounts } from './counts.ts';
import { playwrightFailures, vitestFailures } from './failures.ts';
import { withFreshInstance } from './fresh-instance.ts';
import { run } from './run.ts';

export type Outcome = { ok: boolean; counts?: Counts; failures?: string[]; skipped?: string };
export type Step = { name: string; title: string; work(extra: string[]): Promise<Outcome> };

const RESULTS = path.join(root, '.data/test-results');
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);

const commandStep = (name: string, title: string, ...commands: [string, ...string[]][]): Step => ({
  name,
  title,
  async work() {
    let ok = true;
    for (const [command, ...args] of commands) ok = (await run(command, args)) === 0 && ok;
    return { ok };
  },
});

export const steps: Step[] = [
  commandStep(
    'lint',
    'Format and lint',
    [bin('biome'), 'ci', '.'],
    [process.execPath, 'scripts/check-file-length.ts'],
    [process.execPath, 'scripts/check-lockfile.ts'],
  ),
  commandStep('imports', 'Import rules', ['npm', 'run', '-s', 'lint:imports']),
  commandStep('types', 'Types', [bin('tsc')]),
  commandStep('dead-code', 'Dead code', [bin('knip'), '--no-progress']),
  commandStep('migrations', 'Migration hazards', [process.execPath, 'scripts/migrations-lint.ts']),
  { name: 'unit', title: 'Unit and route tests', work: runVitest },
  { name: 'build', title: 'Web build', work: runBuild },
  { name: 'launcher', title: 'Launcher journey', work: runJourney },
  { name: 'e2e', title: 'Journeys in a browser', work: runPlaywright },
  commandStep('budgets', 'Page weight', [process.execPath, 'scripts/check-budgets.ts']),
];

function runVitest(extra: string[]): Promise<Outcome> {
  return vitest('vitest.json', extra);
}

async function runJourney(): Promise<Outcome> {
  if (process.platform !== 'linux') return { ok: true, skipped: 'it looks for left-over processes in /proc' };
  return vitest('journey.json', ['--config', 'scripts/journey/vitest.config.ts']);
}

async function vitest(name: string, extra: string[]): Promise<Outcome> {
  const report = freshReport(name);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...extra];
  const code = await run(bin('vitest'), args);
  const told = readReport(report);
  return { ok: code === 0, counts: vitestCounts(told, code === 0), failures: vitestFailures(told) };
}

async function runBuild(): Promise<Outcome> {
  const built = await buildWeb(instancePaths().logs);
  console.log(built ? 'built' : 'the build at hand is current');
  return { ok: true };
}

async function runPlaywright(extra: string[]): Promise<Outcome> {
  if (!hasSpecs(path.join(root, 'e2e'))) return { ok: true, skipped: 'e2e/ holds no spec yet' };
  const CHROMIUM_PATH = await ensureChromium(console.log);
  const report = freshReport('playwright.json');
  const code = await withFreshInstance('.data/e2e-instance', (instance) =>
    run(
      bin('playwright'),
      ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json', ...extra],
      {
        ...instance,
        CHROMIUM_PATH,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    ),
  );
  const told = readReport(report);
  return { ok: code === 0, counts: playwrightCounts(told, code === 0), failures: playwrightFailures(told) };
}

function hasSpecs(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => /\.spec\.ts$/.test(file));
}

function freshReport(name: string): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = path.join(RESULTS, name);
  rmSync(file, { force: true });
  return file;
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
