import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';
import { CollaboratorInput } from './collaborators.ts';
import { PlanHome } from './plan-records.ts';

const plan_ids = z.array(id).min(1).max(200);
const tags = z.array(z.string().trim().min(1).max(60)).min(1).max(20);

/** One act on up to 200 units, lessons or documents (PLN-23). */
export const PlanBulkCreate = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('archive'), plan_ids, confirm: z.boolean().default(false) }),
  z.strictObject({ action: z.literal('unarchive'), plan_ids }),
  z.strictObject({ action: z.literal('delete'), plan_ids, confirm: z.boolean().default(false) }),
  z.strictObject({ action: z.literal('restore'), plan_ids }),
  z.strictObject({ action: z.literal('tag'), plan_ids, tags }),
  z.strictObject({ action: z.literal('untag'), plan_ids, tags }),
  z.strictObject({
    action: z.literal('move'),
    plan_ids,
    home: PlanHome,
    school_id: id.nullable().optional(),
    planning_context_id: id.nullable().optional(),
  }),
  /** Added to what is given already; a higher right stays. */
  z.strictObject({
    action: z.literal('share'),
    plan_ids,
    collaborators: z.array(CollaboratorInput).min(1).max(50),
  }),
]);
export type PlanBulkCreate = z.infer<typeof PlanBulkCreate>;

export const PlanBulkResult = z.object({
  plan_id: id,
  title: z.string().nullable(),
  status: z.enum(['done', 'failed']),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export type PlanBulkResult = z.infer<typeof PlanBulkResult>;

export const PlanBulkAction = z
  .object({
    id,
    action: z.string(),
    created_at: instant,
    done_count: z.int(),
    failed_count: z.int(),
    results: z.array(PlanBulkResult),
  })
  .meta({ id: 'PlanBulkAction' });
export type PlanBulkAction = z.infer<typeof PlanBulkAction>;

export const createPlanBulkAction = endpoint({
  name: 'plan_bulk_actions.create',
  method: 'POST',
  path: '/plan_bulk_actions',
  summary: 'One act on up to 200 plans, with a result for each; a failure leaves the others done',
  permission: 'unit_plans.update',
  rate: 'bulk',
  body: PlanBulkCreate,
  replies: { 201: PlanBulkAction },
});

export const getPlanBulkAction = endpoint({
  name: 'plan_bulk_actions.get',
  method: 'GET',
  path: '/plan_bulk_actions/{id}',
  summary: 'What came of an act on many plans; for whoever asked for it',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  replies: { 200: PlanBulkAction },
});
