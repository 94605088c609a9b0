import type pg from 'pg';

/** Remembers each person's last write for all processes; a rejection means: not known, so ask the primary. */
export interface WriteMemory {
  remember(writer: string, transactionId: string): Promise<void>;
  lastWrite(writer: string): Promise<string | null>;
}

export interface ReplicaSettings {
  /** How often its position is read; also how late a replica that falls behind may be noticed (OPS-74). */
  check_every_ms?: number;
  max_lag_ms?: number;
}

interface Position {
  at: number;
  written: bigint;
}

const checkQueries = {
  primary: `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text as written`,
  replica: `select pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::text as replayed,
    pg_snapshot_xmin(pg_current_snapshot())::text as settled`,
};

/**
 * Knows which transactions a replica certainly shows: all below the oldest that was still open there when it was last
 * asked. That bound only ever lags behind the truth, so a wrong guess costs a read on the primary, never a stale one.
 */
export function watchReplica(primary: pg.Pool, replica: pg.Pool, settings: ReplicaSettings = {}) {
  const { check_every_ms = 1_000, max_lag_ms = 5_000 } = settings;
  let positions: Position[] = [];
  let settled = 0n;
  let healthy = false;
  let lagMs: number | null = null;

  async function check(): Promise<void> {
    try {
      const at = Date.now();
      const written = await primary.query<{ written: string }>(checkQueries.primary);
      positions.push({ at, written: BigInt(written.rows[0]?.written ?? 0) });
      const { rows } = await replica.query<{ replayed: string | null; settled: string }>(
        checkQueries.replica,
      );
      const replayed = BigInt(rows[0]?.replayed ?? -1);
      positions = positions.filter((position) => position.written > replayed);
      lagMs = positions[0] ? Date.now() - positions[0].at : 0;
      settled = BigInt(rows[0]?.settled ?? 0);
      healthy = replayed >= 0n && lagMs <= max_lag_ms;
    } catch {
      healthy = false;
      lagMs = null;
      positions = positions.slice(-100);
    }
  }

  let checking: Promise<void> | null = null;
  const checkOnce = () => {
    checking ??= check().finally(() => {
      checking = null;
    });
    return checking;
  };
  const timer = setInterval(checkOnce, check_every_ms).unref();
  checkOnce();

  return {
    check: checkOnce,
    /** Up, close enough, and past this transaction. */
    shows: (transactionId: string | null) =>
      healthy && (transactionId === null || BigInt(transactionId) < settled),
    /** A query failed: out of rotation until the next check says otherwise. */
    leave() {
      healthy = false;
    },
    lag_seconds: () => (lagMs === null ? null : lagMs / 1000),
    close: () => clearInterval(timer),
  };
}

/** The replica went away or cancelled the query in favour of its replay: the same read works on the primary. */
export function isReplicaFailure(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (/^(08|57P0|ECONN|EPIPE|ETIMEDOUT)/.test(code) || code === '40001' || code === '53300') return true;
  return /Connection terminated|timeout exceeded|not queryable|connection error/.test(message);
}
