// The database of an instance: the embedded PostgreSQL, kept running, or the one DATABASE_URL names.
import { setTimeout as wait } from 'node:timers/promises';
import { bootstrapDatabase, databaseUrl, roleUrl } from '../../packages/db/src/bootstrap.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../packages/db/src/embedded.ts';
import type { InstancePaths } from './paths.ts';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts';
import type { InstanceSettings } from './settings.ts';
import { pauseBefore } from './supervise.ts';

export type DatabaseAddresses = { owner: string | null; app: string; job: string };

export type InstanceDatabase = {
  addresses: DatabaseAddresses;
  embedded: boolean;
  identity(): ProcessIdentity | undefined;
  restarts(): number;
  stop(): Promise<void>;
};

const NAME = 'homeroom';

export function externalDatabase(caller = process.env): InstanceDatabase | undefined {
  const app = caller.DATABASE_URL;
  if (!app) return undefined;
  if (!caller.DATABASE_JOB_URL)
    throw new Error(
      'DATABASE_URL is set, so DATABASE_JOB_URL must name the same database for background jobs.',
    );
  return {
    addresses: { owner: caller.DATABASE_OWNER_URL ?? null, app, job: caller.DATABASE_JOB_URL },
    embedded: false,
    identity: () => undefined,
    restarts: () => 0,
    stop: async () => undefined,
  };
}

export type DatabaseWatch = { changed(): void; died(pauseMs: number): void };

export async function startDatabase(
  paths: InstancePaths,
  settings: InstanceSettings,
  port: number,
  watch: DatabaseWatch,
): Promise<InstanceDatabase> {
  const passwords = {
    owner: settings.secrets.database_owner_password,
    app: settings.secrets.database_app_password,
    job: settings.secrets.database_job_password,
  };
  let server = await startOn(paths.postgres, port);
  await bootstrapDatabase(server.superuserUrl, NAME, passwords);

  let restarts = 0;
  let stopping = false;
  let identity = identityOf(server.pid);
  const keepRunning = async () => {
    let deathsInARow = 0;
    while (!stopping) {
      await wait(250, undefined, { ref: false });
      if (stopping || isAlive(identity)) continue;
      deathsInARow += 1;
      restarts += 1;
      watch.died(pauseBefore(deathsInARow));
      await wait(pauseBefore(deathsInARow));
      if (stopping) return;
      const again = await startOn(paths.postgres, port).catch(() => undefined);
      if (!again) continue;
      server = again;
      identity = identityOf(server.pid);
      deathsInARow = 0;
      watch.changed();
    }
  };
  void keepRunning();

  const address = (role: 'owner' | 'app' | 'job') =>
    roleUrl(databaseUrl(server.superuserUrl, NAME), NAME, role, passwords[role]);
  return {
    addresses: { owner: address('owner'), app: address('app'), job: address('job') },
    embedded: true,
    identity: () => identity,
    restarts: () => restarts,
    async stop() {
      stopping = true;
      await Promise.race([server.stop(), wait(3_500, undefined, { ref: false })]);
      // Killing the server loses nothing that was acknowledged: it replays its log at the next start.
      if (identity && isAlive(identity)) process.kill(identity.pid, 'SIGKILL');
    },
  };
}

/** The services already hold the address, so a restart elsewhere would help nobody: give the port back and wait. */
async function startOn(directory: string, port: number): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ directory, port });
  if (server.port === port) return server;
  await server.stop();
  throw new Error(`Port ${port} of the database is taken by another program.`);
}
