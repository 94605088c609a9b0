import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, day, id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { GradeLevel, PlanPerson } from './plan-records.ts';
import { PlanDiff } from './versions.ts';

/** Roles whose holders may approve. */
export const approverRoles = ['curriculum_lead', 'admin', 'district_admin'] as const;
export const ApproverRole = z.enum(approverRoles);
export type ApproverRole = z.infer<typeof ApproverRole>;

/** One step: everybody of a role at the plan's school, or named people; one of them decides, or each must. */
export const ApprovalStep = z
  .strictObject({
    mode: z.enum(['any', 'all']),
    role: ApproverRole.nullable(),
    user_ids: z.array(id).max(20),
  })
  .refine((step) => (step.role === null) !== (step.user_ids.length === 0), {
    error: 'name a role or people, not both',
    path: ['role'],
  });
export type ApprovalStep = z.infer<typeof ApprovalStep>;

const routeFields = {
  /** Null: every school of the organisation. */
  school_id: id.nullable(),
  subject: z.string().trim().min(1).max(80).nullable(),
  pack_key: z.string().trim().min(1).max(80).nullable(),
  enabled: z.boolean(),
  steps: z.array(ApprovalStep).min(1).max(3),
  /** Days an approver has for a step. */
  due_days: z.int().min(1).max(90).nullable(),
  publish_on_approval: z.boolean(),
};

export const ApprovalRoute = z
  .object({
    id,
    ...routeFields,
    steps: z.array(
      z.object({ mode: z.enum(['any', 'all']), role: ApproverRole.nullable(), people: z.array(PlanPerson) }),
    ),
    school_name: z.string().nullable(),
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'ApprovalRoute' });
export type ApprovalRoute = z.infer<typeof ApprovalRoute>;

export const ApprovalRouteCreate = z.strictObject(routeFields);
export type ApprovalRouteCreate = z.infer<typeof ApprovalRouteCreate>;
export const ApprovalRouteUpdate = z
  .strictObject(routeFields)
  .omit({ school_id: true, subject: true, pack_key: true })
  .partial()
  .extend({ lock_version: lockVersion });
export type ApprovalRouteUpdate = z.infer<typeof ApprovalRouteUpdate>;

export const ApprovalState = z.enum(['pending', 'approved', 'returned', 'withdrawn', 'superseded']);
export type ApprovalState = z.infer<typeof ApprovalState>;

export const ApprovalDecision = z.object({
  id,
  step: z.int(),
  decision: z.enum(['approve', 'return', 'delegate', 'withdraw']),
  person: PlanPerson,
  delegated_to: PlanPerson.nullable(),
  comment: z.string().nullable(),
  decided_at: instant,
});
export type ApprovalDecision = z.infer<typeof ApprovalDecision>;

export const ApprovalRequest = z
  .object({
    id,
    state: ApprovalState,
    plan: z.object({
      id,
      kind: z.enum(['unit', 'lesson', 'template', 'document']),
      title: z.string(),
      subjects: z.array(z.string()),
      grade_levels: z.array(z.string()),
      school_id: id.nullable(),
      school_name: z.string().nullable(),
    }),
    version_id: id,
    version_number: z.int(),
    change_note: z.string().nullable(),
    /** What the version under review is compared with first: the last approved or published one (PLN-49). */
    compared_number: z.int().nullable(),
    changed_fields_count: z.int(),
    submitted_by: PlanPerson,
    submitted_at: instant,
    /** From 1. */
    step: z.int(),
    steps_count: z.int(),
    step_mode: z.enum(['any', 'all']),
    due_on: day.nullable(),
    decided_at: instant.nullable(),
    /** The caller has looked at the difference, which approving several at once asks for (PLN-53). */
    opened: z.boolean(),
    can: abilities('decide', 'delegate', 'withdraw'),
  })
  .meta({ id: 'ApprovalRequest' });
export type ApprovalRequest = z.infer<typeof ApprovalRequest>;

export const WholeApprovalRequest = ApprovalRequest.extend({
  decisions: z.array(ApprovalDecision),
  /** Of the present step, and whether each has decided. */
  approvers: z.array(PlanPerson.extend({ decided: z.boolean() })),
  /** The author went on writing: the draft is not under review (PLN-47). */
  draft_differs: z.boolean(),
}).meta({ id: 'WholeApprovalRequest' });
export type WholeApprovalRequest = z.infer<typeof WholeApprovalRequest>;

export const ApprovalQuery = z.strictObject({
  ...pageQuery,
  /** What waits for the caller, what the caller submitted, or all the caller may see. */
  of: z.enum(['to_decide', 'mine', 'all']).default('to_decide'),
  state: ApprovalState.optional(),
  subject: z.string().max(80).optional(),
  grade_level: GradeLevel.optional(),
  author_id: id.optional(),
  plan_id: id.optional(),
  step: z.coerce.number().int().min(1).max(3).optional(),
  due_before: day.optional(),
  /** Fewest changed fields. */
  min_changes: z.coerce.number().int().min(0).max(10_000).optional(),
  sort: z.enum(['due_on', 'submitted_at', '-submitted_at']).default('due_on'),
});
export type ApprovalQuery = z.infer<typeof ApprovalQuery>;

const comment = z.string().trim().max(2_000);
export const ApproveRequest = z.strictObject({ comment: comment.nullish() });
export type ApproveRequest = z.infer<typeof ApproveRequest>;
export const ReturnRequest = z.strictObject({ comment: comment.min(1) });
export type ReturnRequest = z.infer<typeof ReturnRequest>;
export const DelegateRequest = z.strictObject({ user_id: id, comment: comment.nullish() });
export type DelegateRequest = z.infer<typeof DelegateRequest>;

export const BulkApprove = z.strictObject({
  ids: z.array(id).min(1).max(50),
  comment: comment.nullish(),
});
export type BulkApprove = z.infer<typeof BulkApprove>;

export const BulkApproveReply = z.object({
  data: z.array(
    z.object({
      id,
      status: z.enum(['approved', 'refused']),
      /** Why it was refused: `diff_not_opened`, `already_decided`, `forbidden` or `not_found`. */
      code: z.string().nullable(),
    }),
  ),
});
export type BulkApproveReply = z.infer<typeof BulkApproveReply>;

const read = { rate: 'general', permission: 'approvals.read' } as const;
const decide = {
  method: 'POST',
  rate: 'general',
  permission: 'unit_plans.approve',
  params: idParams,
  replies: { 200: WholeApprovalRequest },
  errors: ['already_decided'],
} as const;

export const listApprovals = endpoint({
  ...read,
  name: 'approvals.list',
  method: 'GET',
  path: '/approvals',
  summary: 'Requests for approval that concern the caller',
  query: ApprovalQuery,
  replies: { 200: page(ApprovalRequest) },
});

export const getApproval = endpoint({
  ...read,
  name: 'approvals.get',
  method: 'GET',
  path: '/approvals/{id}',
  summary: 'One request with its decisions',
  params: idParams,
  replies: { 200: WholeApprovalRequest },
});

export const openApprovalDiff = endpoint({
  ...read,
  name: 'approvals.diff',
  method: 'GET',
  path: '/approvals/{id}/diff',
  summary: 'What the version under review changes; noted as seen by the caller',
  params: idParams,
  replies: { 200: PlanDiff },
});

export const approveRequest = endpoint({
  ...decide,
  name: 'approvals.approve',
  path: '/approvals/{id}/approve',
  summary: 'Approve the present step of a request',
  body: ApproveRequest,
});

export const returnRequest = endpoint({
  ...decide,
  name: 'approvals.return',
  path: '/approvals/{id}/return',
  summary: 'Give a plan back to its author, with a comment',
  body: ReturnRequest,
});

export const delegateRequest = endpoint({
  ...decide,
  name: 'approvals.delegate',
  path: '/approvals/{id}/delegate',
  summary: 'Let somebody else decide in the place of the caller',
  body: DelegateRequest,
});

export const bulkApprove = endpoint({
  name: 'approvals.bulk_approve',
  method: 'POST',
  path: '/approvals/bulk_approve',
  summary: 'Approve several requests whose difference the caller has opened',
  permission: 'unit_plans.approve',
  rate: 'general',
  body: BulkApprove,
  replies: { 200: BulkApproveReply },
});

export const ApproverQuery = z.strictObject({
  school_id: id.optional(),
  q: z.string().trim().max(100).optional(),
});
export type ApproverQuery = z.infer<typeof ApproverQuery>;

export const listApprovers = endpoint({
  ...read,
  name: 'approvals.approvers',
  method: 'GET',
  path: '/approvals/approvers',
  summary: 'People who may approve plans of a school',
  query: ApproverQuery,
  replies: { 200: z.object({ data: z.array(PlanPerson) }) },
});

export const listApprovalRoutes = endpoint({
  ...read,
  name: 'approval_routes.list',
  method: 'GET',
  path: '/approval_routes',
  summary: 'Where plans need approval, and whose',
  replies: { 200: z.object({ data: z.array(ApprovalRoute) }) },
});

const settle = { rate: 'general', permission: 'approvals.update' } as const;

export const createApprovalRoute = endpoint({
  ...settle,
  name: 'approval_routes.create',
  method: 'POST',
  path: '/approval_routes',
  summary: 'Ask for approval of plans of a school, subject or pack',
  body: ApprovalRouteCreate,
  replies: { 201: ApprovalRoute },
  errors: ['approval_route.exists'],
});

export const updateApprovalRoute = endpoint({
  ...settle,
  name: 'approval_routes.update',
  method: 'PATCH',
  path: '/approval_routes/{id}',
  summary: 'Change a route; requests already open keep theirs',
  params: idParams,
  body: ApprovalRouteUpdate,
  replies: { 200: ApprovalRoute },
  errors: ['version_conflict'],
});

export const deleteApprovalRoute = endpoint({
  ...settle,
  name: 'approval_routes.delete',
  method: 'DELETE',
  path: '/approval_routes/{id}',
  summary: 'Stop asking for approval here',
  params: idParams,
  replies: { 204: noContent },
});
