import type { Duplex } from 'node:stream';
import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import pg from 'pg';
import { builderOn, PipelinedConnection, type QueryMeter } from './connection.ts';
import { isReplicaFailure, type ReplicaSettings, type WriteMemory, watchReplica } from './replica.ts';
import { TenantPlugin } from './tenant-plugin.ts';
import type { Database } from './types.ts';

/** The query builder inside a transaction; every tenant table it names is limited to the tenant. */
export type Transaction = Kysely<Database>;

/** Columns of an update: those left undefined stay as they are. */
export type Changes<Row> = { [Column in keyof Row]?: Row[Column] | undefined };

export interface TenantScope {
  tenant_id: string;
  meter?: QueryMeter;
  /** Whose writes these are, and who must see them again at once. Reads of nobody stay on the primary (OPS-73). */
  writer?: string | null;
}

export interface ReadOptions {
  /** All queries are sent before the first is waited for: the end travels with them, and there is one round trip. */
  at_once?: boolean;
}

export interface DatabaseOptions {
  app_url: string;
  job_url: string;
  replica_url?: string | undefined;
  /** Without it a replica is not read: nobody would know who has just written what. */
  write_memory?: WriteMemory | undefined;
  replica_settings?: ReplicaSettings;
  pool_size: number;
  /** How long a request waits for a connection before it is answered 503 (OPS-72). */
  checkout_timeout_ms?: number;
  application_name?: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Raised before anything is sent: a statement without a tenant must not reach the database (IDN-114). */
export class TenantContextMissing extends Error {
  constructor() {
    super('A tenant transaction was opened without a tenant');
    this.name = 'TenantContextMissing';
  }
}

export type DatabaseHandle = ReturnType<typeof createDatabase>;

export function createDatabase(options: DatabaseOptions) {
  const app = createPool(options.app_url, options.pool_size, options);
  const job = createPool(options.job_url, Math.max(2, Math.ceil(options.pool_size / 4)), options);
  const replica = options.replica_url
    ? createPool(options.replica_url, options.pool_size, options)
    : undefined;

  const memory = options.write_memory;
  const watch = replica && memory ? watchReplica(app, replica, options.replica_settings) : undefined;

  async function mayReadReplica({ writer }: TenantScope): Promise<boolean> {
    if (!watch?.shows(null) || !memory || !writer) return false;
    return memory.lastWrite(writer).then(watch.shows, () => false);
  }

  return {
    pools: { app, job, replica },
    replica: watch,

    /** Tables without a tenant: directories, catalogues, flags. */
    global: new Kysely<Database>({ dialect: new PostgresDialect({ pool: app }) }),

    /** The only door to tenant data: one transaction, one tenant, nothing left on the connection. */
    withTenant<T>(scope: TenantScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
      const { writer } = scope;
      const remember = watch && memory && writer ? (xid: string) => memory.remember(writer, xid) : undefined;
      return tenantTransaction(app, 'begin', scope, work, { remember });
    },

    /** The same door for reads only; goes to the replica where one is configured. */
    async readTenant<T>(
      scope: TenantScope,
      work: (tx: Transaction) => Promise<T>,
      { at_once = false }: ReadOptions = {},
    ): Promise<T> {
      if (replica && (await mayReadReplica(scope))) {
        try {
          return await tenantTransaction(replica, 'begin read only', scope, work, { at_once });
        } catch (error) {
          if (!isReplicaFailure(error)) throw error;
          watch?.leave();
        }
      }
      return tenantTransaction(app, 'begin read only', scope, work, { at_once });
    },

    /** Role `homeroom_job`, which row-level security does not hold back. Every use names its reason. */
    asJob<T>(_reason: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
      return transaction(job, [{ text: 'begin' }], { plugins: [] }, work);
    },

    async close() {
      watch?.close();
      await Promise.all([app.end(), job.end(), replica?.end()]);
    },
  };
}

interface Ending {
  remember?: ((transactionId: string) => Promise<void>) | undefined;
  at_once?: boolean;
}

async function tenantTransaction<T>(
  pool: pg.Pool,
  begin: string,
  scope: TenantScope,
  work: (tx: Transaction) => Promise<T>,
  ending: Ending,
): Promise<T> {
  if (!uuid.test(scope.tenant_id)) throw new TenantContextMissing();
  const opening = [{ text: begin }, { text: 'select app.set_tenant($1)', values: [scope.tenant_id] }];
  return transaction(
    pool,
    opening,
    { plugins: [new TenantPlugin(scope.tenant_id)], meter: scope.meter, ...ending },
    work,
  );
}

/**
 * The opening statements are sent without waiting, so they travel with the first query of the work: one
 * round trip instead of three. Their failure surfaces at the latest before commit.
 */
async function transaction<T>(
  pool: pg.Pool,
  opening: pg.QueryConfig[],
  options: Ending & { plugins: KyselyPlugin[]; meter?: QueryMeter | undefined },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const connection = new PipelinedConnection(client, options.meter);
  let closed: Promise<unknown> | undefined;
  holdUntilIdle(client, () => {
    if (!options.at_once) return;
    connection.end();
    closed = client.query('commit');
    closed.catch(() => undefined);
  });
  const opened = Promise.all(opening.map((statement) => client.query(statement)));
  opened.catch(() => undefined);
  let broken: Error | undefined;
  try {
    const result = await work(builderOn(pool, connection, options.plugins));
    await opened;
    if (closed) {
      await closed;
      return result;
    }
    const xid = options.remember ? await writingTransaction(client) : null;
    await client.query('commit');
    // Told before the reply is sent, so that the next request, wherever it lands, already knows.
    if (xid) await options.remember?.(xid).catch(() => undefined);
    return result;
  } catch (error) {
    broken = await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * What is queried before this process next waits goes out in one write: the opening and the first queries cost one
 * system call and wake the server once. `last` may add to it.
 */
function holdUntilIdle(client: pg.PoolClient, last: () => void): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  queueMicrotask(() =>
    process.nextTick(() => {
      last();
      stream.uncork();
    }),
  );
}

/** Null for a transaction that only read. */
async function writingTransaction(client: pg.PoolClient): Promise<string | null> {
  const { rows } = await client.query<{ xid: string | null }>(
    'select pg_current_xact_id_if_assigned()::text as xid',
  );
  return rows[0]?.xid ?? null;
}

/** A connection that cannot roll back is thrown away instead of going back to the pool. */
async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

const types = new pg.TypeOverrides();
const asText = (value: string) => value;
types.setTypeParser(pg.types.builtins.DATE, asText);
types.setTypeParser(pg.types.builtins.NUMERIC, asText);
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, isoInstant);

/** Instants stay text from column to page: `2026-11-05 09:00:00.5+00` becomes `2026-11-05T09:00:00.5Z`. */
function isoInstant(value: string): string {
  return `${value.slice(0, 10)}T${value.slice(11).replace(/\+00$/, 'Z')}`;
}

function createPool(url: string, max: number, options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    pipeline: true,
    connectionTimeoutMillis: options.checkout_timeout_ms ?? 5_000,
    idleTimeoutMillis: 600_000,
    maxLifetimeSeconds: 3_600,
    application_name: options.application_name ?? 'homeroom',
  } as pg.PoolConfig);
  // An idle connection that the server closes must not take the process down; the next checkout makes a new one.
  pool.on('error', () => undefined);
  // Nor may one that is lost while a request holds it between two statements; the next statement fails instead.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
