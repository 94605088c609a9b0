import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootstrapDatabase, type RolePasswords, roleUrl } from '../bootstrap.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { readMigrations } from '../migration-files.ts';

export interface TestCluster {
  superuser_url: string;
  stop(): Promise<void>;
}

export const templateDatabase = 'homeroom_template';
export const testPasswords: RolePasswords = { owner: 'owner', app: 'app', job: 'job' };

const testFolder = fileURLToPath(new URL('../../../../.data/test', import.meta.url));

const memoryFolder = '/dev/shm';
const memoryNeeded = 2_000_000_000;

// Memory where the system offers enough of it: cloning a database takes 30 ms there, up to ten times that on a disk.
function runsFolder(): string {
  if (!existsSync(memoryFolder)) return testFolder;
  const { bavail, bsize } = statfsSync(memoryFolder);
  if (bavail * bsize < memoryNeeded) return testFolder;
  const folder = join(memoryFolder, `homeroom-test-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

const settings = {
  max_connections: '300',
  // A worker that vacuums the template would make its cloning wait.
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/**
 * One server for one run of the tests, with its own folder and port, so that several runs do not meet. It starts
 * from a copy of a server that was prepared once for the present migrations.
 */
export async function startTestCluster(): Promise<TestCluster> {
  mkdirSync(testFolder, { recursive: true });
  removeAbandonedRuns();
  const prepared = await preparedServer();
  const directory = join(runsFolder(), `run-${process.pid}-${randomBytes(3).toString('hex')}`);
  copyFolder(prepared, directory);
  const server = await startEmbeddedPostgres({ directory, port: 0, durable: false, settings });
  return {
    superuser_url: server.superuserUrl,
    async stop() {
      await server.stop();
      removeFolder(directory);
      removeFolder(server.directory);
    },
  };
}

async function preparedServer(): Promise<string> {
  const name = `prepared-${fingerprint()}`;
  const prepared = join(testFolder, name);
  if (existsSync(prepared)) {
    utimesSync(prepared, new Date(), new Date());
    return prepared;
  }

  // Built aside and moved into place whole: two runs may prepare at once, the second finds it done.
  const building = join(testFolder, `run-${process.pid}-preparing`);
  const server = await startEmbeddedPostgres({ directory: building, port: 0, durable: false, settings });
  try {
    await buildTemplate(server);
  } finally {
    await server.stop();
  }
  const finished = `${building}-done`;
  copyFolder(server.directory, finished);
  removeFolder(building);
  removeFolder(server.directory);
  try {
    renameSync(finished, prepared);
    utimesSync(prepared, new Date(), new Date());
  } catch {
    removeFolder(finished);
  }
  removeOldServers();
  return prepared;
}

async function buildTemplate(server: EmbeddedPostgres): Promise<void> {
  await bootstrapDatabase(server.superuserUrl, templateDatabase, testPasswords);
  await migrate({ owner_url: roleUrl(server.superuserUrl, templateDatabase, 'owner', testPasswords.owner) });
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of ['../../bootstrap.sql', './server.ts', '../bootstrap.ts', '../embedded.ts']) {
    hash.update(readFileSync(fileURLToPath(new URL(file, import.meta.url))));
  }
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex').slice(0, 12);
}

// Keeps owners and modes: the server's account differs from the launcher's when that is root.
function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-Rp', from, to]);
}

function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

// Another run may be copying one that was used lately.
function removeOldServers(): void {
  for (const name of readdirSync(testFolder)) {
    const path = join(testFolder, name);
    if (name.startsWith('prepared-') && Date.now() - statSync(path).mtimeMs > 600_000) removeFolder(path);
  }
}

function removeAbandonedRuns(): void {
  for (const folder of new Set([testFolder, runsFolder()])) {
    for (const name of readdirSync(folder)) {
      const pid = /^run-(\d+)-/.exec(name)?.[1];
      if (pid !== undefined && !existsProcess(Number(pid))) removeFolder(join(folder, name));
    }
  }
}

function existsProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
