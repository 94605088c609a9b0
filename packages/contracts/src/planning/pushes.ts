import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant } from '../records.ts';
import { GradeLevel, PlanPerson } from './plan-records.ts';

/** Of each path: locked follows every later push, recommended is offered; what is not named is free (PLN-145). */
export const PushRule = z.strictObject({
  path: z
    .string()
    .max(400)
    .regex(/^(\/([^/~]|~[01])+){1,4}$/, { error: 'a pointer such as /objectives' }),
  rule: z.enum(['locked', 'recommended']),
  reason: z.string().trim().max(300).nullable().default(null),
});
export type PushRule = z.infer<typeof PushRule>;

export const PushCreate = z.strictObject({
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('plan'), plan_id: id }),
    z.strictObject({
      kind: z.literal('pack'),
      pack_key: z.string().max(80),
      pack_version: z.int().min(1).max(100_000),
    }),
  ]),
  school_ids: z.array(id).min(1).max(500),
  /** Only plans of these grades are locked or offered a change; left empty, all. */
  grade_levels: z.array(GradeLevel).max(14).default([]),
  rules: z.array(PushRule).max(200).default([]),
  /** Later than now: scheduled. */
  run_at: instant.nullable().default(null),
  dry_run: z.boolean().default(false),
});
export type PushCreate = z.infer<typeof PushCreate>;

export const PushEffect = z.enum(['deliver', 'lock', 'offer', 'none', 'assign']);
export const PushTargetState = z.enum(['waiting', 'done', 'failed', 'recalled', 'kept']);

export const PushTarget = z.object({
  id: id.nullable(),
  school_id: id,
  school_name: z.string(),
  plan_id: id.nullable(),
  plan_title: z.string().nullable(),
  effect: PushEffect,
  state: PushTargetState,
  error_code: z.string().nullable(),
});
export type PushTarget = z.infer<typeof PushTarget>;

/** What became of it, school by school (PLN-148). */
export const PushAdoption = z.object({
  school_id: id,
  school_name: z.string(),
  delivered: z.boolean(),
  opened_count: z.int(),
  in_use_count: z.int(),
  changed: z.boolean(),
  published_count: z.int(),
});
export type PushAdoption = z.infer<typeof PushAdoption>;

const common = {
  kind: z.enum(['template', 'unit', 'pack']),
  title: z.string(),
  rules: z.array(PushRule),
  /** How many see a copy, a lock, an offer, nothing, or another pack (PLN-184). */
  counts: z.object({
    deliver: z.int(),
    lock: z.int(),
    offer: z.int(),
    none: z.int(),
    assign: z.int(),
    done: z.int(),
    failed: z.int(),
  }),
};

export const CurriculumPush = z
  .object({
    id: id.nullable(),
    ...common,
    plan_id: id.nullable(),
    pack_key: z.string().nullable(),
    pack_version: z.int().nullable(),
    state: z.enum(['dry_run', 'scheduled', 'running', 'finished', 'recalled']),
    run_at: instant.nullable(),
    finished_at: instant.nullable(),
    created_by: PlanPerson.nullable(),
    can: abilities('recall'),
  })
  .meta({ id: 'CurriculumPush' });
export type CurriculumPush = z.infer<typeof CurriculumPush>;

export const CurriculumPushReport = CurriculumPush.extend({
  targets: z.array(PushTarget),
  adoption: z.array(PushAdoption),
}).meta({ id: 'CurriculumPushReport' });
export type CurriculumPushReport = z.infer<typeof CurriculumPushReport>;

export const listPushes = endpoint({
  name: 'curriculum_pushes.list',
  method: 'GET',
  path: '/curriculum_pushes',
  summary: 'What was handed down to schools, newest first',
  permission: 'templates.push_to_schools',
  rate: 'general',
  query: z.strictObject(pageQuery),
  replies: { 200: page(CurriculumPush) },
});

export const createPush = endpoint({
  name: 'curriculum_pushes.create',
  method: 'POST',
  path: '/curriculum_pushes',
  summary: 'Hand a template, unit or pack down to schools; dry_run says who would see what',
  permission: 'templates.push_to_schools',
  rate: 'general',
  body: PushCreate,
  replies: { 201: CurriculumPushReport, 200: CurriculumPushReport },
  errors: ['template.not_offered', 'pack.not_active'],
});

export const getPush = endpoint({
  name: 'curriculum_pushes.get',
  method: 'GET',
  path: '/curriculum_pushes/{id}',
  summary: 'One push: the result of each target, and its adoption by school',
  permission: 'templates.push_to_schools',
  rate: 'general',
  params: idParams,
  replies: { 200: CurriculumPushReport },
});

export const recallPush = endpoint({
  name: 'curriculum_pushes.recall',
  method: 'POST',
  path: '/curriculum_pushes/{id}/recall',
  summary: 'Take a push back: untouched copies are archived, touched ones stay and lose their locks',
  permission: 'templates.push_to_schools',
  rate: 'general',
  params: idParams,
  replies: { 200: CurriculumPushReport },
  errors: ['conflict'],
});
