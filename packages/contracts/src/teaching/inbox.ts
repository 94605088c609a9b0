import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, instant } from '../records.ts';
import { WorkFilter } from './grading.ts';

export const InboxRow = z
  .object({
    course_id: id,
    course_name: z.string(),
    course_color: z.string().nullable(),
    assignment_id: id,
    assignment_title: z.string(),
    points_possible: z.string(),
    /** In anonymous grading a name made for this work alone. */
    student_id: id,
    student_name: z.string().nullable(),
    student_number: z.int().nullable(),
    section_id: id.nullable(),
    submission_state: z.enum(['not_started', 'draft', 'submitted', 'revision_requested']),
    submitted_at: instant.nullable(),
    due_at: instant.nullable(),
    late_seconds: z.int(),
    is_late: z.boolean(),
    is_missing: z.boolean(),
    has_new_work: z.boolean(),
    grade_state: z.enum(['none', 'graded', 'excused', 'incomplete']),
    effective_score: z.string().nullable(),
    posted_at: instant.nullable(),
    grade_version: z.int(),
  })
  .meta({ id: 'InboxRow' });
export type InboxRow = z.infer<typeof InboxRow>;

const filters = {
  course_id: id.optional(),
  section_id: id.optional(),
  assignment_id: id.optional(),
  q: z.string().trim().max(100).optional(),
  /** By when it was handed in. */
  from: instant.optional(),
  to: instant.optional(),
};

export const InboxQuery = z.strictObject({
  ...pageQuery,
  ...filters,
  state: WorkFilter.optional(),
  sort: z.enum(['waiting', 'due', 'name', 'score']).default('waiting'),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

export const InboxCountQuery = z.strictObject(filters);
export type InboxCountQuery = z.infer<typeof InboxCountQuery>;

export const InboxCounts = z.object({
  to_grade: z.int(),
  new_work: z.int(),
  not_posted: z.int(),
  posted: z.int(),
  missing: z.int(),
  late: z.int(),
  revision: z.int(),
  all: z.int(),
});
export type InboxCounts = z.infer<typeof InboxCounts>;

const common = { permission: 'submissions.read', rate: 'general' } as const;

export const listInbox = endpoint({
  ...common,
  name: 'submissions.inbox',
  method: 'GET',
  path: '/submissions',
  summary: 'Work of all courses the caller teaches, longest waiting first',
  query: InboxQuery,
  replies: { 200: page(InboxRow) },
});

export const countInbox = endpoint({
  ...common,
  name: 'submissions.counts',
  method: 'GET',
  path: '/submission_counts',
  summary: 'How much work is in each state',
  query: InboxCountQuery,
  replies: { 200: InboxCounts },
});

const item = z.strictObject({ assignment_id: id, student_id: id });

export const WorkAction = z
  .strictObject({
    action: z.enum([
      'score',
      'excuse',
      'mark_missing',
      'extend',
      'post',
      'request_revision',
      'grant_attempts',
      'remind',
    ]),
    items: z.array(item).min(1).max(500),
    /** For `score`, as typed in the gradebook. */
    entry: z.string().max(40),
    /** For `extend`: on top of the due time that each student has. */
    extra_days: z.int().min(1).max(60),
    /** For `request_revision`. */
    due_at: instant,
    /** For `grant_attempts`: how often more each may hand in. */
    attempts: z.int().min(1).max(20),
    /** For `request_revision` and `remind`. */
    note: z.string().trim().max(2_000),
  })
  .partial({ entry: true, extra_days: true, due_at: true, attempts: true, note: true });
export type WorkAction = z.infer<typeof WorkAction>;

export const WorkActionResult = z.object({
  results: z.array(
    z.object({
      assignment_id: id,
      student_id: id,
      status: z.enum(['done', 'refused']),
      code: z.string().nullable(),
    }),
  ),
  done_count: z.int(),
});
export type WorkActionResult = z.infer<typeof WorkActionResult>;

export const actOnWork = endpoint({
  name: 'submissions.act',
  method: 'POST',
  path: '/work_actions',
  summary: 'Do the same with several pieces of work; one refusal stops none of the others',
  permission: 'submissions.grade',
  rate: 'general',
  body: WorkAction,
  replies: { 200: WorkActionResult },
});
