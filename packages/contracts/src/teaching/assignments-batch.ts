import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';
import { PostingPolicy } from './assignments.ts';

const assignment_ids = z.array(id).min(1).max(200);

/** One act on many assignments of a course (TCH-49). */
export const AssignmentBatch = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('publish'),
    assignment_ids,
    accept_warnings: z.boolean().default(false),
    publish_at: instant.optional(),
  }),
  z.strictObject({ action: z.literal('close'), assignment_ids }),
  z.strictObject({ action: z.literal('set_category'), assignment_ids, category_id: id.nullable() }),
  /** By whole school days, at the same clock time; `dry_run` only shows what would be (TCH-03). */
  z.strictObject({
    action: z.literal('shift_dates'),
    assignment_ids,
    school_days: z.int().min(-200).max(200),
    dry_run: z.boolean().default(false),
  }),
  z.strictObject({
    action: z.literal('set_posting_policy'),
    assignment_ids,
    posting_policy: PostingPolicy,
    post_at: instant.optional(),
  }),
  z.strictObject({ action: z.literal('delete'), assignment_ids, confirm: z.boolean().default(false) }),
  z.strictObject({ action: z.literal('restore'), assignment_ids }),
]);
export type AssignmentBatch = z.infer<typeof AssignmentBatch>;

export const AssignmentBatchResult = z.object({
  assignment_id: id,
  title: z.string().nullable(),
  status: z.enum(['done', 'refused']),
  code: z.string().nullable(),
  detail: z.string().nullable(),
  /** For shifted dates: the due time for everyone, or of the first section with one. */
  due_before: instant.nullable(),
  due_after: instant.nullable(),
});
export type AssignmentBatchResult = z.infer<typeof AssignmentBatchResult>;

export const batchAssignments = endpoint({
  name: 'assignments.batch',
  method: 'POST',
  path: '/courses/{id}/batch_actions',
  summary: 'One act on many assignments, with a result for each; a refusal leaves the others done',
  permission: 'assignments.write',
  rate: 'bulk',
  params: idParams,
  body: AssignmentBatch,
  replies: {
    200: z.object({ done_count: z.int(), refused_count: z.int(), results: z.array(AssignmentBatchResult) }),
  },
});
