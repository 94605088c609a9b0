import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, lockVersion, name } from '../records.ts';
import { decimal } from './gradebook.ts';

export const SchemeScope = z.enum(['tenant', 'school', 'course']);

/** From `lower_percent` on a total has this label (TCH-116). */
export const SchemeBand = z.strictObject({
  label: z.string().trim().min(1).max(20),
  lower_percent: decimal,
  gpa_points: decimal.nullable(),
  is_passing: z.boolean(),
});
export type SchemeBand = z.infer<typeof SchemeBand>;

const fields = {
  name,
  /** Highest first; the lowest begins at 0, so that every total has a label. */
  bands: z.array(SchemeBand).min(2).max(30),
  /** Of a total before its band is looked up. */
  rounding: z.enum(['none', 'whole', 'tenth']),
  /** For all courses of the place that chose none. */
  is_default: z.boolean(),
};

export const GradingScheme = z
  .object({
    id,
    scope: SchemeScope,
    school_id: id.nullable(),
    course_id: id.nullable(),
    /** A scheme in use is never edited: its change is the next version. */
    version: z.int(),
    ...fields,
    /** Totals that show its labels now. */
    totals_count: z.int(),
    archived_at: instant.nullable(),
    created_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'archive'),
  })
  .meta({ id: 'GradingScheme' });
export type GradingScheme = z.infer<typeof GradingScheme>;

export const GradingSchemeQuery = z.strictObject({
  /** With those of the organisation; without a school those alone. */
  school_id: id.optional(),
  /** With those that this course alone has. */
  course_id: id.optional(),
});
export type GradingSchemeQuery = z.infer<typeof GradingSchemeQuery>;

export const listGradingSchemes = endpoint({
  name: 'grading_schemes.list',
  method: 'GET',
  path: '/grading_schemes',
  summary: 'Grading schemes that may be chosen in a place, in their latest version',
  permission: 'gradebook.read',
  rate: 'general',
  query: GradingSchemeQuery,
  replies: { 200: z.object({ data: z.array(GradingScheme), can: abilities('create') }) },
});

export const GradingSchemeCreate = z.strictObject({
  scope: SchemeScope,
  school_id: id.nullable(),
  course_id: id.nullable(),
  ...fields,
});
export type GradingSchemeCreate = z.infer<typeof GradingSchemeCreate>;

export const createGradingScheme = endpoint({
  name: 'grading_schemes.create',
  method: 'POST',
  path: '/grading_schemes',
  summary: 'Make a grading scheme for the organisation, a school or a course',
  permission: 'terms.manage',
  rate: 'general',
  body: GradingSchemeCreate,
  replies: { 201: GradingScheme },
});

export const GradingSchemeUpdate = z
  .strictObject({
    ...fields,
    /** Only say how many labels would be others. */
    dry_run: z.boolean(),
  })
  .partial()
  .extend({ lock_version: lockVersion });
export type GradingSchemeUpdate = z.infer<typeof GradingSchemeUpdate>;

export const GradingSchemeChange = z.object({
  scheme: GradingScheme,
  /** Totals that show its labels, and how many of them show (or would show) another one. */
  totals_count: z.int(),
  labels_changed_count: z.int(),
});
export type GradingSchemeChange = z.infer<typeof GradingSchemeChange>;

export const updateGradingScheme = endpoint({
  name: 'grading_schemes.update',
  method: 'PATCH',
  path: '/grading_schemes/{id}',
  summary: 'Change a scheme; one in use gets its next version, and says how many labels change',
  permission: 'terms.manage',
  rate: 'general',
  params: idParams,
  body: GradingSchemeUpdate,
  replies: { 200: GradingSchemeChange },
  errors: ['version_conflict', 'gone'],
});

export const archiveGradingScheme = endpoint({
  name: 'grading_schemes.archive',
  method: 'POST',
  path: '/grading_schemes/{id}/archive',
  summary: 'Offer a scheme no more; where it is chosen it stays',
  permission: 'terms.manage',
  rate: 'general',
  params: idParams,
  replies: { 200: GradingScheme },
});
