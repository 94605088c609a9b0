import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, noContent, reason } from '../records.ts';
import { Receipt, WorkContent } from './submissions.ts';

const acting = { permission: 'submissions.grade', rate: 'general', params: idParams } as const;
const reading = { permission: 'submissions.read', rate: 'general' } as const;

/** Where a submission stands, without anybody's words or name. */
export const SubmissionStanding = z
  .object({
    id,
    assignment_id: id,
    course_id: id,
    extra_attempts: z.int(),
    attempts_count: z.int(),
    attempts_left: z.int().nullable(),
    revision: z.object({ note: z.string(), asked_at: instant, due_at: instant.nullable() }).nullable(),
  })
  .meta({ id: 'SubmissionStanding' });
export type SubmissionStanding = z.infer<typeof SubmissionStanding>;

const count = z.int().min(1).max(20);

export const grantAttempts = endpoint({
  ...acting,
  name: 'submissions.grant_attempts',
  method: 'POST',
  path: '/submissions/{id}/grant_attempts',
  summary: 'Let a student or group hand in more often than the assignment says',
  body: z.strictObject({ count }),
  replies: { 200: SubmissionStanding },
});

export const AttemptsGrant = z.strictObject({ student_ids: z.array(id).min(1).max(500), count });
export type AttemptsGrant = z.infer<typeof AttemptsGrant>;

export const grantAttemptsToMany = endpoint({
  ...acting,
  name: 'assignments.grant_attempts',
  method: 'POST',
  path: '/assignments/{id}/grant_attempts',
  summary: 'Let several students hand in more often than the assignment says',
  body: AttemptsGrant,
  replies: { 204: noContent },
});

export const RevisionRequest = z.strictObject({
  /** What to work on; the student reads it. */
  note: z.string().trim().max(2_000),
  /** A new due time for this student or group; null keeps the old one. */
  due_at: instant.nullable(),
});
export type RevisionRequest = z.infer<typeof RevisionRequest>;

export const requestRevision = endpoint({
  ...acting,
  name: 'submissions.request_revision',
  method: 'POST',
  path: '/submissions/{id}/request_revision',
  summary: 'Return the work with what to improve; it is open again and a to-do of the student',
  body: RevisionRequest,
  replies: { 200: SubmissionStanding },
  errors: ['conflict', 'period_locked', 'year_closed'],
});

export const OnBehalfSubmit = WorkContent.extend({
  student_id: id,
  /** When the work was handed over, for example on paper; not in the future. */
  official_at: instant,
  reason,
});
export type OnBehalfSubmit = z.infer<typeof OnBehalfSubmit>;

export const submitOnBehalf = endpoint({
  ...acting,
  name: 'assignments.submit_on_behalf',
  method: 'POST',
  path: '/assignments/{id}/on_behalf',
  summary: 'Hand in for a student, for example a scan of paper, marked as such',
  body: OnBehalfSubmit,
  replies: { 201: Receipt },
});

export const getReceipt = endpoint({
  ...reading,
  name: 'receipts.get',
  method: 'GET',
  path: '/receipts/{code}',
  summary: 'What was handed in under a receipt code, for staff and whoever it belongs to',
  params: z.strictObject({ code: z.string().min(1).max(40) }),
  replies: { 200: Receipt },
});

export const TextRun = z.object({ status: z.enum(['same', 'added', 'removed']), text: z.string() });

export const getDifferences = endpoint({
  ...reading,
  name: 'submissions.differences',
  method: 'GET',
  path: '/submissions/{id}/differences',
  summary: 'What the text of a later attempt adds to and takes from an earlier one',
  params: idParams,
  query: z.strictObject({
    from: z.coerce.number().int().min(1),
    to: z.coerce.number().int().min(1),
  }),
  replies: { 200: z.object({ runs: z.array(TextRun), is_coarse: z.boolean() }) },
});

export const getSubmittedFile = endpoint({
  ...reading,
  name: 'submissions.file',
  method: 'GET',
  path: '/submissions/{id}/files/{file_id}',
  summary: 'A file of the own draft or of an own attempt',
  params: idParams.extend({ file_id: id }),
  replies: { 200: z.string() },
  errors: ['storage_unavailable'],
  stream: 'download',
});
