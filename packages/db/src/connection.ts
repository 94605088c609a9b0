import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { Database } from './types.ts';

/** Counts statements and database time of one request; the statement budget of tests reads it (OPS-59). */
export interface QueryMeter {
  count: number;
  milliseconds: number;
}

/** A checked-out client as Kysely sees it. Statements are sent at once and answered in order (pipeline). */
export class PipelinedConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;
  readonly #meter: QueryMeter | undefined;
  #ended = false;

  constructor(client: pg.ClientBase, meter?: QueryMeter) {
    this.#client = client;
    this.#meter = meter;
  }

  /** Behind the end of a transaction a statement would belong to none. */
  end(): void {
    this.#ended = true;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#ended) throw new Error('A query came after the reads that were sent at once');
    const started = this.#meter ? performance.now() : 0;
    const result = await this.#client.query(query.sql, query.parameters as unknown[]);
    if (this.#meter) {
      this.#meter.count += 1;
      this.#meter.milliseconds += performance.now() - started;
    }
    const rows = result.rows as R[];
    if (result.command === 'SELECT') return { rows };
    return { rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: streaming needs a cursor, which a pipelined connection cannot keep open
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not available inside a tenant transaction');
  }
}

const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();

/** A query builder bound to one connection. Cheap enough to make for every transaction. */
export function builderOn(pool: pg.Pool, connection: DatabaseConnection, plugins: KyselyPlugin[] = []) {
  const dialect = new PostgresDialect({ pool });
  const executor = new DefaultQueryExecutor(
    compiler,
    adapter,
    { provideConnection: (consumer) => consumer(connection) },
    plugins,
  );
  return new Kysely<Database>({
    config: { dialect },
    driver: new PostgresDriver({ pool }),
    dialect,
    executor,
  });
}
