// Seeds the demo district again where it is missing; with Homeroom stopped it starts the database for that only.
import { mkdirSync } from 'node:fs';
import { migrate } from '../packages/db/src/migrate.ts';
import { externalDatabase, startDatabase } from './launcher/database.ts';
import { seedDemo } from './launcher/demo.ts';
import { loadDotEnv, serviceEnvironment } from './launcher/environment.ts';
import { acquireLock } from './launcher/lock.ts';
import { instancePaths } from './launcher/paths.ts';
import { startProgress } from './launcher/progress.ts';
import { readRunning } from './launcher/running.ts';
import { loadSettings } from './launcher/settings.ts';

loadDotEnv();
const paths = instancePaths();
const progress = startProgress();
mkdirSync(paths.home, { recursive: true, mode: 0o700 });
const settings = loadSettings(paths.settings);
const release = acquireLock(paths.lock);
const ignored = { changed: () => undefined, died: () => undefined };

const database = release
  ? (externalDatabase() ?? (await startDatabase(paths, settings, settings.ports.postgres, ignored)))
  : undefined;
const addresses = database?.addresses ?? readRunning(paths.running)?.addresses.database;
try {
  if (!addresses?.owner) throw new Error('Seeding needs DATABASE_OWNER_URL beside DATABASE_URL.');
  const { owner } = addresses;
  await progress.step('Schema up to date', () => migrate({ owner_url: owner }));
  const environment = serviceEnvironment({
    mode: 'embedded',
    settings,
    ports: settings.ports,
    database: addresses,
    paths,
  });
  await progress.step('Demo district there', () => seedDemo(paths, environment, owner));
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await database?.stop();
  release?.();
}
process.exit();
