import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../records.ts';

/** Words in the languages of the interface; English is always there and stands in for a missing one. */
export const PackWords = z.object({
  en: z.string(),
  es: z.string().optional(),
  fr: z.string().optional(),
  ar: z.string().optional(),
});
export type PackWords = z.infer<typeof PackWords>;

/** All that a pack may name (PLN-59). What `standards`, `resources` and `lessons` hold lives in tables of their own. */
export const sectionKinds = [
  'text',
  'rich_text',
  'list',
  'choice',
  'choices',
  'number',
  'rating',
  'date_range',
  'standards',
  'resources',
  'lessons',
  'group',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** What one entry of a repeating group may hold. */
export const fieldKinds = [
  'text',
  'rich_text',
  'choice',
  'choices',
  'number',
  'rating',
  'date_range',
] as const;

export const PackOption = z.object({ value: z.string(), label: PackWords });
export type PackOption = z.infer<typeof PackOption>;

const described = {
  key: z.string(),
  label: PackWords,
  help: PackWords.optional(),
  required: z.boolean().optional(),
  /** Of `choice` and `choices`. */
  options: z.array(PackOption).optional(),
  /** The least and most: of a number or rating its value, of a list, group or choices how many. */
  min: z.number().optional(),
  max: z.number().optional(),
};

export const PackField = z.object({ ...described, kind: z.enum(fieldKinds) });
export type PackField = z.infer<typeof PackField>;

export const PackSection = z.object({
  ...described,
  kind: z.enum(sectionKinds),
  /** Kept in the plan, shown nowhere. */
  hidden: z.boolean().optional(),
  /** Who reads it in published views and prints: `teacher` sections are left out of a student's copy. */
  audience: z.enum(['teacher', 'student']).optional(),
  /** Of a `group`: the fields of each entry. A number field with the key `minutes` is summed as planned time. */
  fields: z.array(PackField).optional(),
});
export type PackSection = z.infer<typeof PackSection>;

export const linkTypes = ['contains', 'derives_from', 'aligned_with'] as const;

/** For each way of linking the ends that are allowed: `unit`, `document` for any, or types of document (PLN-17). */
export const LinkRules = z
  .object({
    contains: z.array(z.string()),
    derives_from: z.array(z.string()),
    aligned_with: z.array(z.string()),
  })
  .partial();
export type LinkRules = z.infer<typeof LinkRules>;

export const PlanSchema = z.object({
  key: z.string(),
  plan_kind: z.enum(['unit', 'lesson', 'document']),
  /** Of a `document`: what kind of document, unique in its pack. */
  document_type: z.string().optional(),
  /** Of a `document`: what it may be linked to; what is usual where nothing is said. */
  links: LinkRules.optional(),
  label: PackWords,
  sections: z.array(PackSection),
});
export type PlanSchema = z.infer<typeof PlanSchema>;

export const PackTerm = z.object({ one: PackWords, many: PackWords });
export type PackTerm = z.infer<typeof PackTerm>;

/** What plans under this pack are called everywhere (PLN-63), and other names for their states (PLN-56). */
export const PackTerminology = z.object({
  unit: PackTerm,
  lesson: PackTerm,
  states: z
    .object({
      draft: PackWords,
      submitted: PackWords,
      approved: PackWords,
      returned: PackWords,
      published: PackWords,
      archived: PackWords,
    })
    .partial()
    .optional(),
});
export type PackTerminology = z.infer<typeof PackTerminology>;

export const Pack = z.object({
  key: z.string(),
  version: z.int(),
  label: PackWords,
  description: PackWords,
  terminology: PackTerminology,
  schemas: z.array(PlanSchema),
});
export type Pack = z.infer<typeof Pack>;

/** A plan's pin: which schema of which pack it was made under. */
export const SchemaReference = z.object({
  pack_key: z.string(),
  pack_version: z.int(),
  schema_key: z.string(),
});
export type SchemaReference = z.infer<typeof SchemaReference>;

/** Why this pack applies: the first of these that names one (PLN-62). */
export const PackReason = z.enum(['course', 'school', 'year_freeze', 'tenant', 'platform', 'plan']);
export type PackReason = z.infer<typeof PackReason>;

/** Which object a schema is asked for: a kind of plan, or a document type of the pack. */
export const PlannerSchemaQuery = z.strictObject({
  object: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .default('unit'),
  course_id: id.optional(),
  school_id: id.optional(),
  academic_year_id: id.optional(),
  /** The schema this plan is pinned to, instead of the one a new plan would get. */
  plan_id: id.optional(),
});
export type PlannerSchemaQuery = z.infer<typeof PlannerSchemaQuery>;

export const PlannerSchema = z.object({
  pack_key: z.string(),
  pack_version: z.int(),
  schema_key: z.string(),
  /** Null when the pinned schema cannot be read: show the plan field by field, read-only (PLN-64). */
  schema: PlanSchema.nullable(),
  label: PackWords.nullable(),
  terminology: PackTerminology,
  why: PackReason,
  /** The data schema of the content, JSON Schema 2020-12; null when the pinned schema cannot be read. */
  json_schema: z.record(z.string(), z.unknown()).nullable(),
});
export type PlannerSchema = z.infer<typeof PlannerSchema>;

export const getPlannerSchema = endpoint({
  name: 'planner.schema',
  method: 'GET',
  path: '/planner/schema',
  summary: 'The sections of a plan: of a new one here, or of one that exists',
  permission: 'unit_plans.read',
  rate: 'general',
  query: PlannerSchemaQuery,
  replies: { 200: PlannerSchema },
});
