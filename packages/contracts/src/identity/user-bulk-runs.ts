import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant } from '../records.ts';
import { bulkActs, UsersBulkResult } from './users.bulk.ts';

/** Ids, not a filter: what was chosen is what is changed, whoever else matches by the time it runs. */
export const UserBulkRunCreate = bulkActs(z.array(id).min(1).max(10_000));
export type UserBulkRunCreate = z.infer<typeof UserBulkRunCreate>;

export const UserBulkRun = z
  .object({
    id,
    state: z.enum(['waiting', 'running', 'done']),
    action: z.string(),
    total_count: z.int(),
    done_count: z.int(),
    failed_count: z.int(),
    created_at: instant,
    finished_at: instant.nullable(),
    /** The results are gone afterwards. */
    expires_at: instant,
  })
  .meta({ id: 'UserBulkRun' });
export type UserBulkRun = z.infer<typeof UserBulkRun>;

export const UserBulkRunItem = UsersBulkResult.extend({
  user_name: z.string().nullable(),
  status: z.enum(['waiting', 'done', 'failed']),
}).meta({ id: 'UserBulkRunItem' });
export type UserBulkRunItem = z.infer<typeof UserBulkRunItem>;

const common = { permission: 'users.bulk' } as const;

export const createUserBulkRun = endpoint({
  ...common,
  name: 'user_bulk_runs.create',
  method: 'POST',
  path: '/user_bulk_runs',
  summary: 'One change for up to 10,000 people, in the background',
  rate: 'bulk',
  body: UserBulkRunCreate,
  replies: { 202: UserBulkRun },
});

export const getUserBulkRun = endpoint({
  ...common,
  name: 'user_bulk_runs.get',
  method: 'GET',
  path: '/user_bulk_runs/{id}',
  summary: 'How far one’s own run is',
  rate: 'general',
  params: idParams,
  replies: { 200: UserBulkRun },
  errors: ['gone'],
});

export const listUserBulkRunItems = endpoint({
  ...common,
  name: 'user_bulk_runs.items',
  method: 'GET',
  path: '/user_bulk_runs/{id}/items',
  summary: 'What came of each person, in the order given',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ ...pageQuery, status: UserBulkRunItem.shape.status.optional() }),
  replies: { 200: page(UserBulkRunItem) },
  errors: ['gone'],
});
