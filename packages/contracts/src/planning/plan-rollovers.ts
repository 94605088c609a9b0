import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, idParams, instant } from '../records.ts';

const request = {
  /** The course as it was taught, and the one of the new year. */
  from_course_id: id,
  to_course_id: id,
  /** All of the course unless some are named. */
  placement_ids: z.array(id).min(1).max(200).optional(),
};

export const RolloverPreviewRequest = z.strictObject(request);
export type RolloverPreviewRequest = z.infer<typeof RolloverPreviewRequest>;

export const RolloverCreate = z.strictObject({
  ...request,
  /** A unit of one's own for the new year; otherwise the same unit is placed again. */
  copy_units: z.boolean().default(true),
});
export type RolloverCreate = z.infer<typeof RolloverCreate>;

export const RolloverMisfit = z.enum(['no_such_term', 'term_too_short', 'year_too_short', 'failed']);
export type RolloverMisfit = z.infer<typeof RolloverMisfit>;

const dates = z.object({ starts_on: day, ends_on: day });

export const RolloverItem = z.object({
  placement_id: id,
  unit_plan_id: id,
  title: z.string(),
  was: dates,
  /** By week of term; null when it does not fit (PLN-149). */
  becomes: dates.nullable(),
  reason: RolloverMisfit.nullable(),
  /** Notes of taught lessons that come along as a checklist (PLN-192). */
  notes_count: z.int(),
});
export type RolloverItem = z.infer<typeof RolloverItem>;

export const RolloverPreview = z.object({ data: z.array(RolloverItem) });
export type RolloverPreview = z.infer<typeof RolloverPreview>;

export const PlanRollover = z
  .object({
    id,
    state: z.enum(['waiting', 'running', 'done']),
    from_course_id: id,
    to_course_id: id,
    items: z.array(
      z.object({
        placement_id: id,
        status: z.enum(['waiting', 'placed', 'misfit']),
        unit_plan_id: id.nullable(),
        new_placement_id: id.nullable(),
        reason: RolloverMisfit.nullable(),
      }),
    ),
    created_at: instant,
    finished_at: instant.nullable(),
  })
  .meta({ id: 'PlanRollover' });
export type PlanRollover = z.infer<typeof PlanRollover>;

const common = { permission: 'unit_plans.update', rate: 'general' } as const;

export const previewRollover = endpoint({
  ...common,
  name: 'plan_rollovers.preview',
  method: 'POST',
  path: '/plan_rollovers/preview',
  summary: 'Where the units of a course would stand in another year',
  body: RolloverPreviewRequest,
  replies: { 200: RolloverPreview },
});

export const createRollover = endpoint({
  ...common,
  rate: 'bulk',
  name: 'plan_rollovers.create',
  method: 'POST',
  path: '/plan_rollovers',
  summary: 'Bring the units of a course to another year, in the background',
  body: RolloverCreate,
  replies: { 202: PlanRollover },
});

export const getRollover = endpoint({
  ...common,
  name: 'plan_rollovers.get',
  method: 'GET',
  path: '/plan_rollovers/{id}',
  summary: 'What came of each unit so far',
  params: idParams,
  replies: { 200: PlanRollover },
});

export const PlanImprovement = z
  .object({
    id,
    session_id: id,
    lesson_title: z.string(),
    taught_on: day,
    note: z.string(),
    done_at: instant.nullable(),
  })
  .meta({ id: 'PlanImprovement' });
export type PlanImprovement = z.infer<typeof PlanImprovement>;

export const listImprovements = endpoint({
  name: 'plan_improvements.list',
  method: 'GET',
  path: '/unit_plans/{id}/improvements',
  summary: 'What was noted last year to be better this year',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(PlanImprovement) }) },
});

export const updateImprovement = endpoint({
  ...common,
  name: 'plan_improvements.update',
  method: 'PATCH',
  path: '/plan_improvements/{id}',
  summary: 'Tick a note of last year, or take the tick away',
  params: idParams,
  body: z.strictObject({ done: z.boolean() }),
  replies: { 200: PlanImprovement },
});
