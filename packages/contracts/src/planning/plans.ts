import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page } from '../paging.ts';
import { id, idParams, lockVersion, noContent } from '../records.ts';
import { type PlanFamily, planCapability, planFamilies } from './plan-families.ts';
import { PlanDelete, packInput, planFields, planInput, planQuery } from './plan-records.ts';

const minutes = z.int().min(1).max(600);

export const UnitPlan = z
  .object({
    ...planFields,
    /** The course it was begun for; it may be placed on others as well. */
    course_name: z.string().nullable(),
    lessons_count: z.int(),
    /** Minutes of all lessons (PLN-27). */
    planned_minutes: z.int(),
    /** Minutes of its nearest placement; told for one unit, null in lists and where it is not placed. */
    available_minutes: z.int().nullable(),
    /** Somebody else has to approve it before the caller may publish it (PLN-45). */
    needs_approval: z.boolean(),
  })
  .meta({ id: 'UnitPlan' });
export type UnitPlan = z.infer<typeof UnitPlan>;

export const LessonPlan = z
  .object({
    ...planFields,
    unit_plan_id: id.nullable(),
    course_id: id.nullable(),
    position: z.int().nullable(),
    duration_minutes: z.int().nullable(),
  })
  .meta({ id: 'LessonPlan' });
export type LessonPlan = z.infer<typeof LessonPlan>;

export const CurriculumDocument = z
  .object({ ...planFields, document_type: z.string() })
  .meta({ id: 'CurriculumDocument' });
export type CurriculumDocument = z.infer<typeof CurriculumDocument>;

export type Plan = UnitPlan | LessonPlan | CurriculumDocument;

/** The title is all that a new plan needs (PLN-01). */
export const UnitPlanCreate = z
  .strictObject({ ...planInput, ...packInput })
  .partial()
  .required({ title: true });
export type UnitPlanCreate = z.infer<typeof UnitPlanCreate>;

export const UnitPlanUpdate = z.strictObject(planInput).partial().extend({ lock_version: lockVersion });
export type UnitPlanUpdate = z.infer<typeof UnitPlanUpdate>;

const lessonInput = {
  ...planInput,
  duration_minutes: minutes.nullable(),
  /** A lesson that stands alone may be under a course (PLN-15). */
  course_id: id.nullable(),
};

export const LessonPlanCreate = z
  .strictObject({ ...lessonInput, ...packInput, unit_plan_id: id.nullable() })
  .partial()
  .required({ title: true });
export type LessonPlanCreate = z.infer<typeof LessonPlanCreate>;

export const LessonPlanUpdate = z.strictObject(lessonInput).partial().extend({ lock_version: lockVersion });
export type LessonPlanUpdate = z.infer<typeof LessonPlanUpdate>;

export const UnitLessonCreate = LessonPlanCreate.omit({ unit_plan_id: true, course_id: true });

const documentType = z.string().trim().min(1).max(80);
export const CurriculumDocumentCreate = z
  .strictObject({ ...planInput, ...packInput, document_type: documentType })
  .partial()
  .required({ title: true, document_type: true });
export type CurriculumDocumentCreate = z.infer<typeof CurriculumDocumentCreate>;

export const UnitPlanQuery = z.strictObject(planQuery);
export type UnitPlanQuery = z.infer<typeof UnitPlanQuery>;
export const LessonPlanQuery = z.strictObject({
  ...planQuery,
  unit_plan_id: id.optional(),
  course_id: id.optional(),
});
export type LessonPlanQuery = z.infer<typeof LessonPlanQuery>;
export const CurriculumDocumentQuery = z.strictObject({
  ...planQuery,
  document_type: z.string().max(80).optional(),
});
export type CurriculumDocumentQuery = z.infer<typeof CurriculumDocumentQuery>;

interface FamilySchemas<R, Q, C, U> {
  record: R;
  query: Q;
  create: C;
  update: U;
}

/** The operations that units, lessons and curriculum documents have alike. */
function planEndpoints<R extends z.ZodType, Q extends z.ZodType, C extends z.ZodType, U extends z.ZodType>(
  family: PlanFamily,
  { record, query, create, update }: FamilySchemas<R, Q, C, U>,
) {
  const { noun } = planFamilies[family];
  const common = { rate: 'general' } as const;
  const one = { ...common, params: idParams } as const;
  return {
    list: endpoint({
      ...common,
      name: `${family}.list`,
      method: 'GET',
      path: `/${family}`,
      summary: `Every ${noun} the caller may open`,
      permission: planCapability(family, 'read'),
      query,
      replies: { 200: page(record) },
    }),
    create: endpoint({
      ...common,
      name: `${family}.create`,
      method: 'POST',
      path: `/${family}`,
      summary: `Begin a ${noun}; the title is enough`,
      permission: planCapability(family, 'create'),
      body: create,
      replies: { 201: record },
    }),
    get: endpoint({
      ...one,
      name: `${family}.get`,
      method: 'GET',
      path: `/${family}/{id}`,
      summary: `One ${noun}`,
      permission: planCapability(family, 'read'),
      replies: { 200: record },
    }),
    update: endpoint({
      ...one,
      name: `${family}.update`,
      method: 'PATCH',
      path: `/${family}/{id}`,
      summary: `Change what is known about a ${noun}; its content is the draft`,
      permission: planCapability(family, 'update'),
      body: update,
      replies: { 200: record },
      errors: ['version_conflict', 'conflict'],
    }),
    remove: endpoint({
      ...one,
      name: `${family}.delete`,
      method: 'DELETE',
      path: `/${family}/{id}`,
      summary: `Put a ${noun} into the bin`,
      permission: planCapability(family, 'delete'),
      query: PlanDelete,
      replies: { 204: noContent },
      errors: ['plan.in_use'],
    }),
    restore: endpoint({
      ...one,
      name: `${family}.restore_deleted`,
      method: 'POST',
      path: `/${family}/{id}/restore_deleted`,
      summary: `Take a ${noun} out of the bin`,
      permission: planCapability(family, 'delete'),
      replies: { 200: record },
      errors: ['conflict'],
    }),
  } as const;
}

export const {
  list: listUnitPlans,
  create: createUnitPlan,
  get: getUnitPlan,
  update: updateUnitPlan,
  remove: deleteUnitPlan,
  restore: restoreDeletedUnitPlan,
} = planEndpoints('unit_plans', {
  record: UnitPlan,
  query: UnitPlanQuery,
  create: UnitPlanCreate,
  update: UnitPlanUpdate,
});

export const {
  list: listLessonPlans,
  create: createLessonPlan,
  get: getLessonPlan,
  update: updateLessonPlan,
  remove: deleteLessonPlan,
  restore: restoreDeletedLessonPlan,
} = planEndpoints('lesson_plans', {
  record: LessonPlan,
  query: LessonPlanQuery,
  create: LessonPlanCreate,
  update: LessonPlanUpdate,
});

export const {
  list: listCurriculumDocuments,
  create: createCurriculumDocument,
  get: getCurriculumDocument,
  update: updateCurriculumDocument,
  remove: deleteCurriculumDocument,
  restore: restoreDeletedCurriculumDocument,
} = planEndpoints('curriculum_documents', {
  record: CurriculumDocument,
  query: CurriculumDocumentQuery,
  create: CurriculumDocumentCreate,
  update: UnitPlanUpdate,
});

const lessonsOfUnit = z.object({ data: z.array(LessonPlan) });

export const listUnitLessons = endpoint({
  name: 'unit_plans.lesson_plans.list',
  method: 'GET',
  path: '/unit_plans/{id}/lesson_plans',
  summary: 'The lessons of a unit, in order',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: lessonsOfUnit },
});

export const createUnitLesson = endpoint({
  name: 'unit_plans.lesson_plans.create',
  method: 'POST',
  path: '/unit_plans/{id}/lesson_plans',
  summary: 'Add a lesson at the end of a unit',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  body: UnitLessonCreate,
  replies: { 201: LessonPlan },
  errors: ['conflict'],
});

export const LessonOrder = z.strictObject({ lesson_plan_ids: z.array(id).max(500) });
export type LessonOrder = z.infer<typeof LessonOrder>;

/** One write for the whole order; a set that is no longer the unit's gets 409 with the present one (PLN-13). */
export const putLessonOrder = endpoint({
  name: 'unit_plans.lesson_order.put',
  method: 'PUT',
  path: '/unit_plans/{id}/lesson_order',
  summary: 'Put the lessons of a unit into another order',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  body: LessonOrder,
  replies: { 200: lessonsOfUnit },
  errors: ['plan.lessons_changed', 'conflict'],
});
