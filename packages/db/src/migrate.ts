import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { repairInvalidIndexes } from './invalid-indexes.ts';
import { type MigrationFile, readMigrations, splitStatements } from './migration-files.ts';

export { requiredSchemaVersion } from './migration-files.ts';

export interface MigrateOptions {
  /** Role homeroom_owner, straight to the server: an index build cannot run through a transaction pooler. */
  owner_url: string;
  folder?: string;
  log?: (line: string) => void;
  /** The last version to apply, or the one to go back to ('' undoes everything). */
  to?: string;
  lock_timeout_ms?: number;
  /** Between two tries on a lock; the real pause is half to one and a half times this, growing with each try. */
  retry_delay_ms?: number;
}

const lockRetries = 10;
const lockNotAvailable = '55P03';
const deadlockDetected = '40P01';
const oneMigrator = `hashtext('homeroom migrations')`;

/** Applies what is missing, in order, and names what it applied. Several processes may call it at once (OPS-92). */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  return withOwner(options, async (owner) => {
    const applied: string[] = [];
    await underLock(owner, options, () =>
      withOwner(options, (second) => repairInvalidIndexes(second, options.log)),
    );
    const last = options.to;
    const wanted = readMigrations(options.folder).filter(
      ({ version }) => last === undefined || version <= last,
    );
    for (const file of wanted) {
      if (await isApplied(owner, file)) continue;
      const mine = await untilLockFree(options, file.name, () => applyOnce(owner, file, options));
      if (!mine) continue;
      options.log?.(`applied ${file.name}`);
      applied.push(file.name);
    }
    return applied;
  });
}

/** Undoes the newest steps, back to a version that stays. For development only. */
export async function reverseMigrations(options: MigrateOptions & { to: string }): Promise<string[]> {
  return withOwner(options, async (owner) => {
    const reversed: string[] = [];
    const newestFirst = readMigrations(options.folder).reverse();
    for (const file of newestFirst.filter(({ version }) => version > options.to)) {
      if (!(await isApplied(owner, file))) continue;
      const reverse = file.reverse_sql;
      if (reverse === undefined) {
        throw new Error(
          `${file.name} cannot be undone: ${file.irreversible_reason ?? 'it has no .down.sql'}`,
        );
      }
      await untilLockFree(options, file.name, () =>
        underLock(owner, options, async (alone) => {
          if (file.in_transaction) await alone.query(reverse);
          else await runStatements(options, reverse);
          await alone.query('delete from app.schema_migrations where version = $1', [file.version]);
        }),
      );
      reversed.push(file.name);
    }
    return reversed;
  });
}

interface Reader {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/** The newest step in the database, or '' before the first. Any role may ask. */
export async function currentSchemaVersion(database: Reader): Promise<string> {
  const { rows } = await database.query('select max(version) as version from app.schema_migrations');
  return (rows as { version: string | null }[])[0]?.version ?? '';
}

/** Steps this code counts on and the database lacks: while there are any, a process stays unready (OPS-92). */
export async function missingMigrations(database: Reader, folder?: string): Promise<string[]> {
  const { rows } = await database.query('select version from app.schema_migrations');
  const present = new Set((rows as { version: string }[]).map(({ version }) => version));
  return readMigrations(folder)
    .filter(({ version }) => !present.has(version))
    .map(({ name }) => name);
}

/** Where a database stands, asked as its owner. */
export async function schemaStatus(options: MigrateOptions): Promise<{ version: string; missing: string[] }> {
  return withOwner(options, async (owner) => ({
    version: await currentSchemaVersion(owner),
    missing: await missingMigrations(owner, options.folder),
  }));
}

const lockTimeout = (options: MigrateOptions) => Number(options.lock_timeout_ms ?? 2000);

async function withOwner<T>(options: MigrateOptions, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({
    connectionString: options.owner_url,
    application_name: 'homeroom migrations',
  });
  await owner.connect();
  try {
    await owner.query(`set lock_timeout = ${lockTimeout(options)}`);
    return await work(owner);
  } finally {
    await owner.end();
  }
}

// The lock is tried again and again instead of waited for: a waiting migrator would hold a snapshot, and the
// other one's concurrent index build waits for old snapshots.
async function underLock<T>(
  owner: pg.Client,
  options: MigrateOptions,
  work: (alone: pg.Client) => Promise<T>,
) {
  for (;;) {
    await owner.query('begin');
    try {
      const { rows } = await owner.query(`select pg_try_advisory_xact_lock(${oneMigrator}) as free`);
      if (rows[0].free) {
        // A long index build on the second connection leaves this one idle; it must not be ended for that.
        await owner.query('set local idle_in_transaction_session_timeout = 0');
        const result = await work(owner);
        await owner.query('commit');
        return result;
      }
      await owner.query('rollback');
    } catch (error) {
      await owner.query('rollback');
      throw error;
    }
    await wait((options.retry_delay_ms ?? 200) * (0.5 + Math.random()));
  }
}

function applyOnce(owner: pg.Client, file: MigrationFile, options: MigrateOptions): Promise<boolean> {
  return underLock(owner, options, async (alone) => {
    if (await isApplied(alone, file)) return false;
    const started = performance.now();
    if (file.in_transaction) await alone.query(file.sql);
    else await runStatements(options, file.sql);
    await alone.query(
      'insert into app.schema_migrations (version, name, checksum, duration_ms) values ($1, $2, $3, $4)',
      [file.version, file.name, file.checksum, Math.round(performance.now() - started)],
    );
    return true;
  });
}

// Statements that refuse a transaction run on a second connection while the first holds the migration lock.
async function runStatements(options: MigrateOptions, sql: string): Promise<void> {
  await withOwner(options, async (second) => {
    for (const statement of splitStatements(sql)) {
      // A concurrent build waits for older transactions without holding anybody up; a limit would only break it.
      const patient = /\bconcurrently\b/i.test(statement);
      await second.query(`set lock_timeout = ${patient ? 0 : lockTimeout(options)}`);
      await second.query(statement);
    }
    await repairInvalidIndexes(second, options.log);
  });
}

async function isApplied(owner: pg.Client, file: MigrationFile): Promise<boolean> {
  // No parameter: a parameterised statement would keep its snapshot, and the index build on the second connection
  // would wait for it for ever.
  const version = pg.escapeLiteral(file.version);
  const { rows } = await owner.query(`select checksum from app.schema_migrations where version = ${version}`);
  if (rows.length === 0) return false;
  if (rows[0].checksum === file.checksum) return true;
  throw new Error(
    `${file.name} was changed after it was applied: add a new migration instead, or reset this database`,
  );
}

// OPS-88: rather than queueing behind a long query, and every other query behind us, give way and come back.
async function untilLockFree<T>(options: MigrateOptions, name: string, step: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== lockNotAvailable && code !== deadlockDetected) throw named(error, name);
      if (attempt > lockRetries) {
        throw new Error(`${name}: a table stayed locked by others; nothing was changed`, { cause: error });
      }
      options.log?.(`${name}: table is locked, try ${attempt + 1} follows`);
      await wait((options.retry_delay_ms ?? 1000) * attempt * (0.5 + Math.random()));
    }
  }
}

function named(error: unknown, name: string): Error {
  const { message, position } = error as Error & { position?: string };
  return new Error(`${name}: ${message}${position ? ` (character ${position})` : ''}`, { cause: error });
}
