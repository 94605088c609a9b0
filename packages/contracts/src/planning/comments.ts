import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, lockVersion } from '../records.ts';
import { PlanPerson } from './plan-records.ts';

/** Where a thread stands now: on the whole plan, on a section, on its words, or on words that are gone (PLN-151). */
export const AnchorState = z.enum(['plan', 'section', 'quote', 'text_changed']);
export type AnchorState = z.infer<typeof AnchorState>;

export const PlanComment = z
  .object({
    id,
    author: PlanPerson,
    body: z.string(),
    mentions: z.array(PlanPerson),
    created_at: instant,
    edited_at: instant.nullable(),
    lock_version: lockVersion,
    can: abilities('update'),
  })
  .meta({ id: 'PlanComment' });
export type PlanComment = z.infer<typeof PlanComment>;

export const CommentThread = z
  .object({
    id,
    plan_id: id,
    path: z.string().nullable(),
    quote: z.string().nullable(),
    anchor: AnchorState,
    version_id: id.nullable(),
    /** Opened while reviewing: part of what a returned plan has to answer (PLN-153). */
    approval_request_id: id.nullable(),
    state: z.enum(['open', 'resolved']),
    resolved_by: PlanPerson.nullable(),
    resolved_at: instant.nullable(),
    comments: z.array(PlanComment),
    created_at: instant,
    can: abilities('reply', 'resolve', 'reopen'),
  })
  .meta({ id: 'CommentThread' });
export type CommentThread = z.infer<typeof CommentThread>;

export const CommentQuery = z.strictObject({
  plan_id: id,
  state: z.enum(['open', 'resolved']).optional(),
  approval_request_id: id.optional(),
});
export type CommentQuery = z.infer<typeof CommentQuery>;

const body = z.string().trim().min(1).max(5_000);
const mentions = z.array(id).max(20);

/** A new thread on a plan, or a reply when `thread_id` names one. */
export const CommentCreate = z
  .strictObject({
    plan_id: id,
    thread_id: id,
    path: z.string().startsWith('/').max(300),
    quote: z.string().min(1).max(1_000),
    version_id: id,
    approval_request_id: id,
    body,
    mentions,
  })
  .partial()
  .required({ plan_id: true, body: true });
export type CommentCreate = z.infer<typeof CommentCreate>;

export const CommentUpdate = z.strictObject({
  body,
  mentions: mentions.optional(),
  lock_version: lockVersion,
});
export type CommentUpdate = z.infer<typeof CommentUpdate>;

const common = { permission: 'unit_plans.read', rate: 'general' } as const;

export const listComments = endpoint({
  ...common,
  name: 'plan_comments.list',
  method: 'GET',
  path: '/plan_comments',
  summary: 'The threads on a plan, oldest first, for those who may comment',
  query: CommentQuery,
  replies: { 200: z.object({ data: z.array(CommentThread) }) },
});

export const createComment = endpoint({
  ...common,
  rate: 'message',
  name: 'plan_comments.create',
  method: 'POST',
  path: '/plan_comments',
  summary: 'Open a thread on a plan, a section or its words, or reply in one',
  body: CommentCreate,
  replies: { 201: CommentThread },
  errors: ['conflict'],
});

export const updateComment = endpoint({
  ...common,
  name: 'plan_comments.update',
  method: 'PATCH',
  path: '/plan_comments/{id}',
  summary: 'Change one’s own comment within 15 minutes',
  params: idParams,
  body: CommentUpdate,
  replies: { 200: CommentThread },
  errors: ['version_conflict', 'conflict'],
});

export const resolveThread = endpoint({
  ...common,
  name: 'plan_comments.resolve',
  method: 'POST',
  path: '/plan_comments/{id}/resolve',
  summary: 'Settle a thread',
  params: idParams,
  replies: { 200: CommentThread },
});

export const reopenThread = endpoint({
  ...common,
  name: 'plan_comments.reopen',
  method: 'POST',
  path: '/plan_comments/{id}/reopen',
  summary: 'Take a settled thread up again',
  params: idParams,
  replies: { 200: CommentThread },
});
