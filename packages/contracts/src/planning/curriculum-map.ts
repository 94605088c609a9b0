import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, day, id, instant } from '../records.ts';
import { Placement, PlacementConflict } from './placements.ts';
import { GradeLevel } from './plan-records.ts';

const range = { starts_on: day, ends_on: day };

export const MapQuery = z.strictObject({
  /** The active year unless another is named. */
  academic_year_id: id.optional(),
  school_id: id.optional(),
  grade_level: GradeLevel.optional(),
  subject: z.string().trim().max(80).optional(),
  course_id: id.optional(),
  teacher_id: id.optional(),
  /** Only courses the caller teaches. */
  mine: z.stringbool().optional(),
  /** Compare with this plan of record (PLN-109). */
  baseline_id: id.optional(),
});
export type MapQuery = z.infer<typeof MapQuery>;

export const MapRow = z.object({
  course_id: id,
  name: z.string(),
  school_id: id,
  school_name: z.string(),
  subject: z.string(),
  grade_levels: z.array(z.string()),
  color: z.string().nullable(),
  sections: z.array(z.object({ id, name: z.string() })),
  can: abilities('plan'),
});
export type MapRow = z.infer<typeof MapRow>;

/** Where a placement was in the plan of record and how many school days it has drifted since. */
export const MapDrift = z.object({ placement_id: id, ...range, starts_drift: z.int(), ends_drift: z.int() });

export const CurriculumMap = z.object({
  academic_year_id: id,
  year_name: z.string(),
  ...range,
  today_on: day,
  terms: z.array(z.object({ id, name: z.string(), ...range })),
  /** Runs of days without school, by school. */
  holidays: z.array(z.object({ school_id: id, note: z.string().nullable(), ...range })),
  rows: z.array(MapRow),
  placements: z.array(Placement),
  conflicts: z.array(PlacementConflict),
  baseline: z.array(MapDrift),
  /** What can be chosen in the filters. */
  filters: z.object({
    schools: z.array(z.object({ id, name: z.string() })),
    subjects: z.array(z.string()),
    grade_levels: z.array(z.string()),
  }),
  can: abilities('freeze'),
});
export type CurriculumMap = z.infer<typeof CurriculumMap>;

export const getCurriculumMap = endpoint({
  name: 'curriculum_map.get',
  method: 'GET',
  path: '/curriculum_map',
  summary: 'A year of courses with their units',
  permission: 'unit_plans.read',
  rate: 'general',
  query: MapQuery,
  replies: { 200: CurriculumMap },
});

export const exportCurriculumMap = endpoint({
  name: 'curriculum_map.export',
  method: 'GET',
  path: '/curriculum_map/export',
  summary: 'The same as a CSV file',
  permission: 'unit_plans.read',
  rate: 'export',
  query: MapQuery,
  replies: { 200: z.string() },
  stream: 'download',
});

export const Baseline = z.object({
  id,
  school_id: id,
  academic_year_id: id,
  name: z.string(),
  frozen_on: day,
  placements_count: z.int(),
  created_at: instant,
});
export type Baseline = z.infer<typeof Baseline>;

export const listBaselines = endpoint({
  name: 'curriculum_map.list_baselines',
  method: 'GET',
  path: '/curriculum_map/baseline',
  summary: 'Plans of record of the schools the caller may read, newest first',
  permission: 'unit_plans.read',
  rate: 'general',
  query: z.strictObject({ academic_year_id: id.optional(), school_id: id.optional() }),
  replies: { 200: z.object({ data: z.array(Baseline) }) },
});

export const BaselineCreate = z.strictObject({
  school_id: id,
  academic_year_id: id,
  name: z.string().trim().min(1).max(120),
});
export type BaselineCreate = z.infer<typeof BaselineCreate>;

export const createBaseline = endpoint({
  name: 'curriculum_map.freeze',
  method: 'POST',
  path: '/curriculum_map/baseline',
  summary: 'Freeze the plan of record of a school and year as it is today',
  permission: 'unit_plans.approve',
  rate: 'general',
  body: BaselineCreate,
  replies: { 201: Baseline },
});

const PacingUnitInput = z.strictObject({ unit_plan_id: id, ...range });

export const PacingGuide = z.object({
  id,
  school_id: id,
  academic_year_id: id,
  name: z.string(),
  subject: z.string(),
  grade_level: z.string(),
  state: z.enum(['draft', 'published']),
  units: z.array(z.object({ unit_plan_id: id, title: z.string(), ...range })),
  /** Who has adopted it, and by how many school days each has moved on average (PLN-110). */
  adopted: z.array(
    z.object({ course_id: id, course_name: z.string(), units_count: z.int(), drift: z.number() }),
  ),
  lock_version: z.int(),
  can: abilities('update', 'adopt'),
});
export type PacingGuide = z.infer<typeof PacingGuide>;

export const PacingGuideCreate = z
  .strictObject({
    school_id: id,
    academic_year_id: id,
    name: z.string().trim().min(1).max(120),
    subject: z.string().trim().max(80),
    grade_level: GradeLevel,
    state: z.enum(['draft', 'published']),
    units: z.array(PacingUnitInput).min(1).max(60),
  })
  .partial({ subject: true, state: true });
export type PacingGuideCreate = z.infer<typeof PacingGuideCreate>;

export const listPacingGuides = endpoint({
  name: 'pacing_guides.list',
  method: 'GET',
  path: '/curriculum_map/pacing_guides',
  summary: 'Recommended pacings; drafts only for those who write them',
  permission: 'unit_plans.read',
  rate: 'general',
  query: z.strictObject({ academic_year_id: id.optional(), school_id: id.optional() }),
  replies: { 200: z.object({ data: z.array(PacingGuide) }) },
});

export const createPacingGuide = endpoint({
  name: 'pacing_guides.create',
  method: 'POST',
  path: '/curriculum_map/pacing_guides',
  summary: 'Recommend a pacing for a grade and subject',
  permission: 'unit_plans.approve',
  rate: 'general',
  body: PacingGuideCreate,
  replies: { 201: PacingGuide },
  errors: ['year_closed'],
});

export const PacingAdopt = z.strictObject({
  pacing_guide_id: id,
  course_ids: z.array(id).min(1).max(20),
});
export type PacingAdopt = z.infer<typeof PacingAdopt>;

export const adoptPacing = endpoint({
  name: 'curriculum_map.adopt',
  method: 'POST',
  path: '/curriculum_map/adopt',
  summary: 'Place the units of a recommended pacing on own courses, adjusted to their meetings',
  permission: 'unit_plans.update',
  rate: 'general',
  body: PacingAdopt,
  replies: { 200: z.object({ placements: z.array(Placement), skipped: z.array(z.string()) }) },
  errors: ['year_closed'],
});
