import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, lockVersion, name } from '../records.ts';
import { courseColor } from './courses.ts';

/** A percentage as a decimal. */
const percent = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,3})?$/)
  .refine((value) => Number(value) <= 1000, { error: 'at most 1000' });

export const GradeCategory = z
  .object({
    id,
    course_id: id,
    name: z.string(),
    weight_percent: z.string(),
    drop_lowest: z.int(),
    drop_highest: z.int(),
    is_extra_credit: z.boolean(),
    cap_percent: z.string().nullable(),
    color: z.string().nullable(),
    position: z.int(),
    assignments_count: z.int(),
    lock_version: lockVersion,
  })
  .meta({ id: 'GradeCategory' });
export type GradeCategory = z.infer<typeof GradeCategory>;

const fields = {
  name,
  weight_percent: percent,
  drop_lowest: z.int().min(0).max(50),
  drop_highest: z.int().min(0).max(50),
  is_extra_credit: z.boolean(),
  cap_percent: percent.nullable(),
  color: courseColor.nullable(),
  position: z.int().min(0).max(1000),
};

export const GradeCategoryCreate = z.strictObject(fields).partial().required({ name: true });
export type GradeCategoryCreate = z.infer<typeof GradeCategoryCreate>;

export const GradeCategoryUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type GradeCategoryUpdate = z.infer<typeof GradeCategoryUpdate>;

export const listGradeCategories = endpoint({
  name: 'grade_categories.list',
  method: 'GET',
  path: '/courses/{id}/grade_categories',
  summary: 'Categories of a course in their order, with what their weights add up to',
  permission: 'assignments.read',
  rate: 'general',
  params: idParams,
  replies: {
    200: z.object({
      data: z.array(GradeCategory),
      /** Without extra credit; should be 100 in a weighted course (TCH-109). */
      weight_sum: z.string(),
      is_weighted: z.boolean(),
    }),
  },
});

export const createGradeCategory = endpoint({
  name: 'grade_categories.create',
  method: 'POST',
  path: '/courses/{id}/grade_categories',
  summary: 'Add a category',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: GradeCategoryCreate,
  replies: { 201: GradeCategory },
  errors: ['conflict', 'period_locked'],
});

export const updateGradeCategory = endpoint({
  name: 'grade_categories.update',
  method: 'PATCH',
  path: '/grade_categories/{id}',
  summary: 'Change name, weight or drops of a category',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: GradeCategoryUpdate,
  replies: { 200: GradeCategory },
  errors: ['version_conflict', 'conflict', 'period_locked'],
});

export const deleteGradeCategory = endpoint({
  name: 'grade_categories.delete',
  method: 'DELETE',
  path: '/grade_categories/{id}',
  summary: 'Give up a category; its assignments stay without one, or move',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ move_to: id.optional() }),
  replies: { 200: z.object({ moved_count: z.int() }) },
  errors: ['period_locked'],
});
