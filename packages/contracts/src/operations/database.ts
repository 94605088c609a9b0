import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant } from '../records.ts';

export const SlowQuery = z.object({
  /** The statement without what was asked for, at most 200 characters. */
  statement: z.string(),
  calls: z.int(),
  mean_ms: z.number(),
  max_ms: z.number(),
  total_ms: z.number(),
  rows: z.int(),
});

export const listSlowQueries = endpoint({
  name: 'operations.slow_queries',
  method: 'GET',
  path: '/admin/operations/slow_queries',
  summary: 'The statements that take longest, each time or in sum, since the figures were last reset',
  permission: 'platform',
  rate: 'general',
  query: z.strictObject({
    by: z.enum(['mean', 'total']).default('total'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  /** Not available where the database does not count. */
  replies: { 200: z.object({ available: z.boolean(), data: z.array(SlowQuery) }) },
});

export const resetSlowQueries = endpoint({
  name: 'operations.reset_slow_queries',
  method: 'POST',
  path: '/admin/operations/slow_queries/reset',
  summary: 'Begin to count anew',
  permission: 'platform',
  fresh_sign_in: true,
  rate: 'general',
  replies: { 200: z.object({ available: z.boolean() }) },
  errors: ['conflict'],
});

export const Backfill = z
  .object({
    name: z.string(),
    purpose: z.string(),
    state: z.enum(['never_started', 'running', 'paused', 'finished', 'failed']),
    rows_done: z.int(),
    /** Counted now. */
    remaining: z.int(),
    error: z.string().nullable(),
    started_at: instant.nullable(),
    updated_at: instant.nullable(),
    finished_at: instant.nullable(),
  })
  .meta({ id: 'Backfill' });
export type Backfill = z.infer<typeof Backfill>;

export const listBackfills = endpoint({
  name: 'operations.backfills',
  method: 'GET',
  path: '/admin/operations/backfills',
  summary: 'Changes of stored data that run beside the work, with their progress',
  permission: 'platform',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(Backfill) }) },
});

const params = z.strictObject({ name: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/) });

export const startBackfill = endpoint({
  name: 'operations.start_backfill',
  method: 'POST',
  path: '/admin/operations/backfills/{name}/start',
  summary: 'Start a backfill, go on with one that was paused or failed, or run a finished one again',
  permission: 'platform',
  rate: 'general',
  params,
  replies: { 200: Backfill },
});

export const pauseBackfill = endpoint({
  name: 'operations.pause_backfill',
  method: 'POST',
  path: '/admin/operations/backfills/{name}/pause',
  summary: 'Let a backfill rest after the batch it is at',
  permission: 'platform',
  rate: 'general',
  params,
  replies: { 200: Backfill },
  errors: ['conflict'],
});
