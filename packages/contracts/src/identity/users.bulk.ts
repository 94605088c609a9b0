import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../records.ts';
import { grade } from './grade.ts';

/** What can be done to many people at once; how many is the caller's word. */
export function bulkActs<Ids extends z.ZodType<string[]>>(user_ids: Ids) {
  return z.discriminatedUnion('action', [
    z.strictObject({
      action: z.enum(['suspend', 'activate', 'deactivate', 'restore', 'invite']),
      user_ids,
    }),
    z.strictObject({ action: z.literal('assign_school'), user_ids, school_id: id }),
    z.strictObject({
      action: z.literal('assign_grade'),
      user_ids,
      grade_level: grade,
      school_id: id.optional(),
    }),
    /** A role at one school, or over the whole organisation; needs a fresh sign-in, as for one person. */
    z.strictObject({ action: z.literal('assign_role'), user_ids, role_id: id, school_id: id.nullable() }),
  ]);
}

export const UsersBulk = bulkActs(z.array(id).min(1).max(100));
export type UsersBulk = z.infer<typeof UsersBulk>;

type WithoutIds<Act> = Act extends unknown ? Omit<Act, 'user_ids'> : never;
export type BulkAct = WithoutIds<UsersBulk>;

export const UsersBulkResult = z.object({
  user_id: id,
  status: z.enum(['done', 'failed']),
  /** Error code and words of a failed item. */
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export type UsersBulkResult = z.infer<typeof UsersBulkResult>;

export const bulkUsers = endpoint({
  name: 'users.bulk',
  method: 'POST',
  path: '/users/bulk',
  summary: 'One change for up to 100 people, with an outcome for each',
  permission: 'users.bulk',
  rate: 'bulk',
  body: UsersBulk,
  replies: { 200: z.object({ data: z.array(UsersBulkResult), done_count: z.int(), failed_count: z.int() }) },
});
