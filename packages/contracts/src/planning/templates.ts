import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page } from '../paging.ts';
import { id, idParams, lockVersion, noContent } from '../records.ts';
import { PackWords } from './packs.ts';
import { PlanDelete, packInput, planFields, planInput, planQuery } from './plan-records.ts';
import { UnitPlan } from './plans.ts';

export const TemplateLevel = z.enum(['personal', 'school', 'district']);
export type TemplateLevel = z.infer<typeof TemplateLevel>;

export const Template = z
  .object({
    ...planFields,
    level: TemplateLevel,
    description: z.string().nullable(),
    suggested_weeks: z.int().nullable(),
    lessons_count: z.int(),
    /** How many plans were made from any of its versions (PLN-69). */
    uses_count: z.int(),
    /** Offered to colleagues: a version is published and it is not archived. */
    offered: z.boolean(),
  })
  .meta({ id: 'Template' });
export type Template = z.infer<typeof Template>;

const description = z.string().trim().max(2_000).nullable();
const suggestedWeeks = z.int().min(1).max(60).nullable();
const { title, subjects, grade_levels, tags, language, school_id, academic_year_id, planning_context_id } =
  planInput;

export const TemplateCreate = z
  .strictObject({
    title,
    level: TemplateLevel,
    school_id,
    subjects,
    grade_levels,
    tags,
    language,
    description,
    suggested_weeks: suggestedWeeks,
    ...packInput,
  })
  .partial()
  .required({ title: true });
export type TemplateCreate = z.infer<typeof TemplateCreate>;

export const TemplateUpdate = z
  .strictObject({
    title,
    subjects,
    grade_levels,
    tags,
    language,
    description,
    suggested_weeks: suggestedWeeks,
  })
  .partial()
  .extend({ lock_version: lockVersion });
export type TemplateUpdate = z.infer<typeof TemplateUpdate>;

export const TemplateQuery = z.strictObject({
  ...planQuery,
  level: TemplateLevel.optional(),
  pack_key: z.string().max(80).optional(),
  /** Those that units can be made from now. */
  offered: z.enum(['true']).optional(),
});
export type TemplateQuery = z.infer<typeof TemplateQuery>;

export const listTemplates = endpoint({
  name: 'templates.list',
  method: 'GET',
  path: '/templates',
  summary: 'Templates the caller may open',
  permission: 'templates.read',
  rate: 'general',
  query: TemplateQuery,
  replies: { 200: page(Template) },
});

export const createTemplate = endpoint({
  name: 'templates.create',
  method: 'POST',
  path: '/templates',
  summary: 'Begin a template; the title is enough',
  permission: 'templates.create',
  rate: 'general',
  body: TemplateCreate,
  replies: { 201: Template },
});

export const getTemplate = endpoint({
  name: 'templates.get',
  method: 'GET',
  path: '/templates/{id}',
  summary: 'One template',
  permission: 'templates.read',
  rate: 'general',
  params: idParams,
  replies: { 200: Template },
});

export const updateTemplate = endpoint({
  name: 'templates.update',
  method: 'PATCH',
  path: '/templates/{id}',
  summary: 'Change what is known about a template; its content is the draft',
  permission: 'templates.update',
  rate: 'general',
  params: idParams,
  body: TemplateUpdate,
  replies: { 200: Template },
  errors: ['version_conflict', 'conflict'],
});

export const deleteTemplate = endpoint({
  name: 'templates.delete',
  method: 'DELETE',
  path: '/templates/{id}',
  summary: 'Put a template into the bin; what was made from it stays',
  permission: 'templates.delete',
  rate: 'general',
  params: idParams,
  query: PlanDelete,
  replies: { 204: noContent },
});

export const restoreDeletedTemplate = endpoint({
  name: 'templates.restore_deleted',
  method: 'POST',
  path: '/templates/{id}/restore_deleted',
  summary: 'Take a template out of the bin',
  permission: 'templates.delete',
  rate: 'general',
  params: idParams,
  replies: { 200: Template },
  errors: ['conflict'],
});

export const UnitFromTemplate = z
  .strictObject({
    title,
    school_id,
    home: planInput.home,
    planning_context_id,
    academic_year_id,
    /** Subject and grades are those of the course, and the words {{course}} and {{year}} are filled from it. */
    course_id: id,
    term_id: id,
  })
  .partial();
export type UnitFromTemplate = z.infer<typeof UnitFromTemplate>;

export const createUnitFromTemplate = endpoint({
  name: 'templates.create_unit',
  method: 'POST',
  path: '/templates/{id}/create_unit',
  summary: 'Make an independent unit from the published version of a template',
  permission: 'unit_plans.create',
  rate: 'general',
  params: idParams,
  body: UnitFromTemplate,
  replies: { 201: UnitPlan },
  errors: ['template.not_offered'],
});

/** What a unit holds that a template should not (PLN-67). */
export const TemplateFindings = z.object({
  student_names: z.array(z.string()),
  dates: z.array(z.string()),
  private_resources_count: z.int(),
});
export type TemplateFindings = z.infer<typeof TemplateFindings>;

export const getTemplateFindings = endpoint({
  name: 'unit_plans.template_findings',
  method: 'GET',
  path: '/unit_plans/{id}/template_findings',
  summary: 'What to strip from a unit before it becomes a template',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: TemplateFindings },
});

export const SaveAsTemplate = z.strictObject({
  title: title.optional(),
  level: TemplateLevel.default('personal'),
  description: description.optional(),
  suggested_weeks: suggestedWeeks.optional(),
  strip: z
    .strictObject({
      student_names: z.boolean().default(true),
      dates: z.boolean().default(true),
      private_resources: z.boolean().default(true),
    })
    .prefault({}),
});
export type SaveAsTemplate = z.infer<typeof SaveAsTemplate>;

export const saveAsTemplate = endpoint({
  name: 'unit_plans.save_as_template',
  method: 'POST',
  path: '/unit_plans/{id}/save_as_template',
  summary: 'Make a template from a unit; comments never come along',
  permission: 'templates.create',
  rate: 'general',
  params: idParams,
  body: SaveAsTemplate,
  replies: { 201: Template },
});

export const UpdateOffer = z.object({
  /** Pointer into the content: a section, or one entry of a list. */
  path: z.string(),
  section_key: z.string(),
  label: PackWords,
  status: z.enum(['added', 'changed', 'removed']),
  /** Nobody changed it here: taken in one click. */
  untouched: z.boolean(),
  locked: z.boolean(),
  was: z.unknown(),
  now: z.unknown(),
  mine: z.unknown(),
});
export type UpdateOffer = z.infer<typeof UpdateOffer>;

/** Three ways: the origin then, the origin now, and this plan (PLN-68). */
export const OriginUpdate = z
  .object({
    origin: z.enum(['template', 'source']),
    origin_id: id,
    origin_title: z.string(),
    from_version_number: z.int(),
    to_version_number: z.int(),
    to_version_id: id,
    update_available: z.boolean(),
    draft_revision: z.int(),
    offers: z.array(UpdateOffer),
  })
  .meta({ id: 'OriginUpdate' });
export type OriginUpdate = z.infer<typeof OriginUpdate>;

export const OriginUpdateQuery = z.strictObject({ origin: z.enum(['template', 'source']).optional() });

export const TakeUpdate = z.strictObject({
  origin: z.enum(['template', 'source']).optional(),
  to_version_id: id,
  /** Of `draft_revision`: what was looked at. */
  revision: z.int().min(0),
  paths: z.array(z.string().max(400)).max(1_000),
  /** Declines what was not taken: this version is not offered again. */
  finish: z.boolean().default(false),
});
export type TakeUpdate = z.infer<typeof TakeUpdate>;

export const getTemplateUpdate = endpoint({
  name: 'unit_plans.template_update.get',
  method: 'GET',
  path: '/unit_plans/{id}/template_update',
  summary: 'What the template, or the unit it was copied from, has changed since',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  query: OriginUpdateQuery,
  replies: { 200: OriginUpdate },
});

export const takeTemplateUpdate = endpoint({
  name: 'unit_plans.template_update.take',
  method: 'POST',
  path: '/unit_plans/{id}/template_update',
  summary: 'Take changes of the origin, field by field',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  body: TakeUpdate,
  replies: { 200: OriginUpdate },
  errors: ['version_conflict', 'path_locked'],
});
