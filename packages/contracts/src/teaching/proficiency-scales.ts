import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, lockVersion } from '../records.ts';
import { decimal } from './gradebook.ts';

export const LevelColor = z.enum(['bad', 'warn', 'info', 'good', 'best', 'plain']);
export type LevelColor = z.infer<typeof LevelColor>;

/** A color never stands alone: the label says the same in words. */
export const ProficiencyLevel = z.strictObject({
  value: decimal,
  label: z.string().trim().min(1).max(40),
  color: LevelColor,
});
export type ProficiencyLevel = z.infer<typeof ProficiencyLevel>;

/** How one level comes out of several pieces of evidence (TCH-125). */
export const MasteryMethod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mean'), of_latest: z.int().min(1).max(50).nullable() }),
  z.strictObject({ kind: z.literal('latest') }),
  z.strictObject({ kind: z.literal('highest') }),
  z.strictObject({ kind: z.literal('mode') }),
  z.strictObject({
    kind: z.literal('decaying_average'),
    weight: z.string().regex(/^([5-8]\d(\.\d{1,2})?|90(\.0{1,2})?)$/),
  }),
  z.strictObject({ kind: z.literal('n_of_last_m'), n: z.int().min(1).max(20), m: z.int().min(1).max(20) }),
]);
export type MasteryMethod = z.infer<typeof MasteryMethod>;

/** From which part of the points a score speaks for which level (TCH-127). */
export const ScoreConversion = z
  .array(z.strictObject({ from_percent: decimal, value: decimal }))
  .min(1)
  .max(20);
export type ScoreConversion = z.infer<typeof ScoreConversion>;

const fields = {
  name: z.string().trim().min(1).max(120),
  /** Lowest first. */
  levels: z.array(ProficiencyLevel).min(2).max(6),
  method: MasteryMethod,
  mastery_at: decimal,
  /** Percent of its children that must be assessed before a parent standard has a result (TCH-128). */
  least_assessed_percent: z.number().min(0).max(100),
  /** Null: no score ever becomes a level. */
  conversion: ScoreConversion.nullable(),
};

export const ProficiencyScale = z.object(fields).meta({ id: 'ProficiencyScale' });
export type ProficiencyScale = z.infer<typeof ProficiencyScale>;

export const ScaleSource = z.enum(['product', 'tenant', 'school', 'course']);
export type ScaleSource = z.infer<typeof ScaleSource>;

export const ScaleSettings = z.object({
  /** What counts here. */
  scale: ProficiencyScale,
  source: ScaleSource,
  /** What would count without an own one. */
  inherited: ProficiencyScale,
  inherited_from: ScaleSource,
  /** Of the own scale; 0 without one. */
  lock_version: lockVersion,
  can: z.object({ update: z.boolean(), convert: z.boolean() }),
});
export type ScaleSettings = z.infer<typeof ScaleSettings>;

export const ScaleUpdate = z.strictObject({
  /** Null: give up the own one, and inherit. */
  scale: z.strictObject(fields).nullable(),
  /** Only say what would change (TCH-125). */
  dry_run: z.boolean().default(false),
  lock_version: lockVersion,
});
export type ScaleUpdate = z.infer<typeof ScaleUpdate>;

export const ScaleChange = z.object({
  settings: ScaleSettings,
  /** Results that are (or would be) different: another level, or mastered and not so before, or the other way. */
  changed_count: z.int(),
  results_count: z.int(),
  courses_count: z.int(),
});
export type ScaleChange = z.infer<typeof ScaleChange>;

const write = { rate: 'general', body: ScaleUpdate, replies: { 200: ScaleChange } } as const;
const refusals = ['version_conflict'] as const;

export const getCourseScale = endpoint({
  name: 'mastery.get_course_scale',
  method: 'GET',
  path: '/courses/{id}/mastery/scale',
  summary: 'How mastery is judged in a course, and where that comes from',
  permission: 'gradebook.read',
  rate: 'general',
  params: idParams,
  replies: { 200: ScaleSettings },
});

export const updateCourseScale = endpoint({
  ...write,
  name: 'mastery.update_course_scale',
  method: 'PUT',
  path: '/courses/{id}/mastery/scale',
  summary:
    'Judge mastery in a course in its own way, or as its school does again; or ask what that would change',
  permission: 'submissions.grade',
  params: idParams,
  errors: refusals,
});

export const ScalePlace = z.strictObject({
  /** Without a school: of the organisation. */
  school_id: id.optional(),
});

export const getProficiencyScale = endpoint({
  name: 'proficiency_scale.get',
  method: 'GET',
  path: '/proficiency_scale',
  summary: 'How mastery is judged in a school or in the organisation',
  permission: 'gradebook.read',
  rate: 'general',
  query: ScalePlace,
  replies: { 200: ScaleSettings },
});

export const updateProficiencyScale = endpoint({
  ...write,
  name: 'proficiency_scale.update',
  method: 'PUT',
  path: '/proficiency_scale',
  summary: 'Change how mastery is judged in a school or in the organisation; or ask what that would change',
  permission: 'schools.update',
  query: ScalePlace,
  errors: refusals,
});
