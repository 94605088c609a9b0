import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';

export const UserMergeRequest = z.strictObject({
  /** The account that stays. */
  kept_id: id,
  merged_id: id,
  /** Shows what would happen and changes nothing. */
  dry_run: z.boolean().default(true),
});
export type UserMergeRequest = z.infer<typeof UserMergeRequest>;

export const UserMerge = z
  .object({
    /** Null for a dry run. */
    id: id.nullable(),
    kept_id: id,
    merged_id: id,
    /** Every field of both, and which value the kept account has afterwards. */
    fields: z.array(
      z.object({
        field: z.string(),
        kept: z.string().nullable(),
        merged: z.string().nullable(),
        result: z.string().nullable(),
      }),
    ),
    /** Rows that move, and rows both have that are joined, by table. */
    records: z.array(z.object({ table: z.string(), moved: z.int(), joined: z.int() })),
    undo_until: instant.nullable(),
  })
  .meta({ id: 'UserMerge' });
export type UserMerge = z.infer<typeof UserMerge>;

export const mergeUsers = endpoint({
  name: 'users.merge',
  method: 'POST',
  path: '/users/merge',
  summary: 'Join two accounts of one person, or show what that would do',
  permission: 'users.merge',
  rate: 'general',
  fresh_sign_in: true,
  body: UserMergeRequest,
  replies: { 200: UserMerge },
  errors: ['user.merge_refused', 'last_admin'],
});

export const undoUserMerge = endpoint({
  name: 'users.merges.undo',
  method: 'POST',
  path: '/users/merges/{id}/undo',
  summary: 'Take a merge back within 30 days',
  permission: 'users.merge',
  rate: 'general',
  fresh_sign_in: true,
  params: idParams,
  replies: { 200: UserMerge },
  errors: ['conflict', 'gone'],
});
