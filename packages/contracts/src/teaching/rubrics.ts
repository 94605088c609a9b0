import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant, lockVersion, noContent } from '../records.ts';

/** Points are decimal strings with at most two places: never a float (TCH-108). */
export const points = z.string().regex(/^\d{1,5}(\.\d{1,2})?$/);

export const RubricScope = z.enum(['mine', 'course', 'school', 'tenant']);
export type RubricScope = z.infer<typeof RubricScope>;
export const RubricState = z.enum(['draft', 'published', 'archived']);
export type RubricState = z.infer<typeof RubricState>;

export const RubricRating = z.object({
  id,
  label: z.string(),
  description: z.string(),
  /** Null in a rubric without points: then the order alone tells the level, highest first. */
  points: z.string().nullable(),
});
export type RubricRating = z.infer<typeof RubricRating>;

export const RubricCriterion = z.object({
  id,
  title: z.string(),
  description: z.string(),
  /** Those of its top rating. */
  points: z.string().nullable(),
  standard_id: id.nullable(),
  ratings: z.array(RubricRating),
});
export type RubricCriterion = z.infer<typeof RubricCriterion>;

export const Rubric = z
  .object({
    id,
    title: z.string(),
    scope: RubricScope,
    owner_id: id,
    course_id: id.nullable(),
    school_id: id.nullable(),
    has_points: z.boolean(),
    state: RubricState,
    /** The same through all versions (TCH-85). */
    rubric_key: id,
    version: z.int(),
    is_newest: z.boolean(),
    used_at: instant.nullable(),
    criteria: z.array(RubricCriterion),
    /** Sum of the criteria; null without points. */
    points: z.string().nullable(),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'archive', 'delete'),
  })
  .meta({ id: 'Rubric' });
export type Rubric = z.infer<typeof Rubric>;

const RatingInput = z
  .strictObject({
    id,
    label: z.string().trim().min(1).max(80),
    description: z.string().trim().max(2_000),
    points: points.nullable(),
  })
  .partial({ id: true, description: true, points: true });

export const CriterionInput = z
  .strictObject({
    id,
    title: z.string().trim().min(1).max(200),
    description: z.string().trim().max(2_000),
    standard_id: id.nullable(),
    ratings: z.array(RatingInput).min(2).max(10),
  })
  .partial({ id: true, description: true, standard_id: true });
export type CriterionInput = z.infer<typeof CriterionInput>;

const title = z.string().trim().min(1).max(200);
const criteria = z.array(CriterionInput).max(40);

export const RubricCreate = z
  .strictObject({
    title,
    scope: RubricScope,
    course_id: id,
    school_id: id,
    has_points: z.boolean(),
    state: z.enum(['draft', 'published']),
    criteria,
  })
  .partial()
  .required({ title: true });
export type RubricCreate = z.infer<typeof RubricCreate>;

export const RubricUpdate = z
  .strictObject({ title, has_points: z.boolean(), state: z.enum(['draft', 'published']), criteria })
  .partial()
  .extend({ lock_version: lockVersion });
export type RubricUpdate = z.infer<typeof RubricUpdate>;

export const RubricCopy = z
  .strictObject({ title, scope: RubricScope, course_id: id, school_id: id })
  .partial();
export type RubricCopy = z.infer<typeof RubricCopy>;

export const RubricQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  scope: RubricScope.optional(),
  /** Those that can be used in this course. */
  course_id: id.optional(),
  state: RubricState.optional(),
});
export type RubricQuery = z.infer<typeof RubricQuery>;

const common = { permission: 'assignments.write', rate: 'general' } as const;
const refusals = ['rubric.ratings_order', 'rubric.empty'] as const;

export const listRubrics = endpoint({
  ...common,
  name: 'rubrics.list',
  method: 'GET',
  path: '/rubrics',
  summary: 'Rubrics the caller may use, by title, each in its newest version',
  query: RubricQuery,
  replies: { 200: page(Rubric) },
});

export const createRubric = endpoint({
  ...common,
  name: 'rubrics.create',
  method: 'POST',
  path: '/rubrics',
  summary: 'Begin a rubric; the title is enough',
  body: RubricCreate,
  replies: { 201: Rubric },
  errors: refusals,
});

export const getRubric = endpoint({
  ...common,
  name: 'rubrics.get',
  method: 'GET',
  path: '/rubrics/{id}',
  summary: 'One version of a rubric',
  params: idParams,
  replies: { 200: Rubric },
});

export const updateRubric = endpoint({
  ...common,
  name: 'rubrics.update',
  method: 'PATCH',
  path: '/rubrics/{id}',
  summary: 'Change a rubric; one that was used already answers with its next version',
  params: idParams,
  body: RubricUpdate,
  replies: { 200: Rubric },
  errors: ['version_conflict', 'rubric.not_newest', ...refusals],
});

export const copyRubric = endpoint({
  ...common,
  name: 'rubrics.copy',
  method: 'POST',
  path: '/rubrics/{id}/copy',
  summary: 'A rubric of one’s own with the same criteria',
  params: idParams,
  body: RubricCopy,
  replies: { 201: Rubric },
});

export const archiveRubric = endpoint({
  ...common,
  name: 'rubrics.archive',
  method: 'POST',
  path: '/rubrics/{id}/archive',
  summary: 'Offer a rubric no longer; where it is used it stays',
  params: idParams,
  replies: { 200: Rubric },
});

export const unarchiveRubric = endpoint({
  ...common,
  name: 'rubrics.unarchive',
  method: 'POST',
  path: '/rubrics/{id}/unarchive',
  summary: 'Offer an archived rubric again',
  params: idParams,
  replies: { 200: Rubric },
});

export const deleteRubric = endpoint({
  ...common,
  name: 'rubrics.delete',
  method: 'DELETE',
  path: '/rubrics/{id}',
  summary: 'Put a rubric that nothing uses into the bin',
  params: idParams,
  replies: { 204: noContent },
  errors: ['rubric.in_use'],
});
