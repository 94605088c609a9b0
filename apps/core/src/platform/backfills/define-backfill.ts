import type { Transaction } from '@k12/db';
import type { Platform } from '../context.ts';

export interface Batch {
  rows: number;
  /** The key of the last row of the batch; null when there was none left. */
  position: string | null;
}

/**
 * Brings stored data into a new form beside the work of people, never as part of a schema step (OPS-86, OPS-91). Runs
 * as the job role through all tenants; each batch is one transaction with its progress, so it may stop anywhere.
 */
export interface Backfill {
  name: string;
  /** For operators: what it does and when it is needed. */
  purpose: string;
  remaining(tx: Transaction, platform: Platform): Promise<number>;
  /** Changes at most `limit` rows behind the position. Doing a row twice must have the effect of doing it once. */
  batch(tx: Transaction, platform: Platform, after: string | null, limit: number): Promise<Batch>;
}

export const batchRows = 1_000;
