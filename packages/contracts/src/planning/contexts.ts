import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant, lockVersion, name, noContent } from '../records.ts';
import { PlanPerson } from './plan-records.ts';

export const ContextKind = z.enum(['course', 'grade_team', 'interdisciplinary', 'programme', 'school_wide']);
export type ContextKind = z.infer<typeof ContextKind>;

/** A team that plans together, and the courses it plans for. */
export const PlanningContext = z
  .object({
    id,
    school_id: id,
    academic_year_id: id,
    academic_year_name: z.string(),
    kind: ContextKind,
    name: z.string(),
    members: z.array(PlanPerson),
    courses: z.array(z.object({ id, name: z.string(), subject: z.string() })),
    /** Units and documents that live in it, drafts too. */
    plans_count: z.int(),
    created_at: instant,
    archived_at: instant.nullable(),
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'PlanningContext' });
export type PlanningContext = z.infer<typeof PlanningContext>;

const fields = {
  name,
  kind: ContextKind,
  member_ids: z.array(id).max(200),
  course_ids: z.array(id).max(200),
};

export const ContextCreate = z
  .strictObject({ ...fields, school_id: id, academic_year_id: id })
  .partial({ member_ids: true, course_ids: true, school_id: true, academic_year_id: true });
export type ContextCreate = z.infer<typeof ContextCreate>;

export const ContextUpdate = z
  .strictObject({ ...fields, archived: z.boolean() })
  .partial()
  .extend({ lock_version: lockVersion });
export type ContextUpdate = z.infer<typeof ContextUpdate>;

export const ContextQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  academic_year_id: id.optional(),
  kind: ContextKind.optional(),
  /** Only teams the caller belongs to. */
  mine: z.stringbool().optional(),
  archived: z.stringbool().default(false),
});
export type ContextQuery = z.infer<typeof ContextQuery>;

const reading = { permission: 'unit_plans.read', rate: 'general' } as const;
const writing = { permission: 'unit_plans.update', rate: 'general' } as const;

export const listContexts = endpoint({
  ...reading,
  name: 'planning_contexts.list',
  method: 'GET',
  path: '/planning_contexts',
  summary: 'Teams that plan together, of the schools one plans for, by name',
  query: ContextQuery,
  replies: { 200: page(PlanningContext) },
});

export const createContext = endpoint({
  ...writing,
  name: 'planning_contexts.create',
  method: 'POST',
  path: '/planning_contexts',
  summary: 'Begin a team',
  body: ContextCreate,
  replies: { 201: PlanningContext },
  errors: ['year_closed'],
});

export const getContext = endpoint({
  ...reading,
  name: 'planning_contexts.get',
  method: 'GET',
  path: '/planning_contexts/{id}',
  summary: 'One team',
  params: idParams,
  replies: { 200: PlanningContext },
});

export const updateContext = endpoint({
  ...writing,
  name: 'planning_contexts.update',
  method: 'PATCH',
  path: '/planning_contexts/{id}',
  summary: 'Change who belongs to a team, its courses or its name, or put it away',
  params: idParams,
  body: ContextUpdate,
  replies: { 200: PlanningContext },
  errors: ['version_conflict'],
});

/** Only while nothing lives in it and nothing is shared with it; otherwise it is put away. */
export const deleteContext = endpoint({
  ...writing,
  name: 'planning_contexts.delete',
  method: 'DELETE',
  path: '/planning_contexts/{id}',
  summary: 'Take away a team that nothing belongs to',
  params: idParams,
  replies: { 204: noContent },
  errors: ['conflict'],
});
