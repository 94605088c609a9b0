import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, day, id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { MovedSession, ScheduleChange } from './schedule-changes.ts';

export const PlacementState = z.enum(['planned', 'in_progress', 'taught', 'skipped']);

/** A unit on a course from a day to a day. */
export const Placement = z
  .object({
    id,
    unit_plan_id: id,
    title: z.string(),
    plan_state: z.string(),
    current_version_number: z.int().nullable(),
    published_version_number: z.int().nullable(),
    course_id: id,
    school_id: id,
    academic_year_id: id,
    all_sections: z.boolean(),
    section_ids: z.array(id),
    starts_on: day,
    ends_on: day,
    state: PlacementState,
    follow_latest: z.boolean(),
    /** The version this placement shows; null while nothing is published (PLN-118). */
    shown_version_id: id.nullable(),
    shown_version_number: z.int().nullable(),
    /** A newer version is published than the one pinned. */
    has_update: z.boolean(),
    lessons_count: z.int(),
    planned_minutes: z.int().nullable(),
    pacing_guide_id: id.nullable(),
    recommended_starts_on: day.nullable(),
    recommended_ends_on: day.nullable(),
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update'),
  })
  .meta({ id: 'Placement' });
export type Placement = z.infer<typeof Placement>;

export const ConflictCode = z.enum([
  'outside_year',
  'outside_term',
  'in_break',
  'spans_break',
  'overlap',
  'too_many_minutes',
  'placed_twice',
  'pack_mismatch',
]);

export const PlacementConflict = z.object({
  placement_id: id,
  title: z.string(),
  course_id: id,
  course_name: z.string(),
  code: ConflictCode,
  blocks: z.boolean(),
  other_id: id.nullable(),
  other_title: z.string().nullable(),
});
export type PlacementConflict = z.infer<typeof PlacementConflict>;

export const PlacementQuery = z.strictObject({
  ...pageQuery,
  academic_year_id: id.optional(),
  course_id: id.optional(),
  unit_plan_id: id.optional(),
});
export type PlacementQuery = z.infer<typeof PlacementQuery>;

const dates = { starts_on: day, ends_on: day };

export const PlacementCreate = z
  .strictObject({
    unit_plan_id: id,
    course_id: id,
    /** None: all sections of the course (PLN-117). */
    section_ids: z.array(id).min(1).max(40),
    ...dates,
    follow_latest: z.boolean(),
    /** Put the lessons of the unit on consecutive meetings of each section (PLN-111). */
    with_sessions: z.boolean(),
  })
  .partial({ section_ids: true, ends_on: true, follow_latest: true, with_sessions: true });
export type PlacementCreate = z.infer<typeof PlacementCreate>;

export const PlacementUpdate = z
  .strictObject({
    section_ids: z.array(id).min(1).max(40).nullable(),
    state: z.enum(['planned', 'taught', 'skipped']),
    follow_latest: z.boolean(),
    /** Take the version that is published now (PLN-118). */
    take_update: z.boolean(),
  })
  .partial()
  .extend({ lock_version: lockVersion });
export type PlacementUpdate = z.infer<typeof PlacementUpdate>;

export const PlacementProposal = z.object({
  starts_on: day,
  /** The first school day from then on: another than the start where that has no school. */
  school_on: day.nullable(),
  ends_on: day,
  sections: z.array(
    z.object({ section_id: id, name: z.string(), sessions_count: z.int(), ends_on: day.nullable() }),
  ),
  unplaced_lessons: z.array(z.object({ id, title: z.string() })),
  conflicts: z.array(PlacementConflict),
});
export type PlacementProposal = z.infer<typeof PlacementProposal>;

export const PlacementPropose = z
  .strictObject({
    unit_plan_id: id,
    course_id: id,
    section_ids: z.array(id).min(1).max(40),
    /** The next meeting of the course unless a day is named. */
    starts_on: day,
  })
  .partial({ section_ids: true, starts_on: true });
export type PlacementPropose = z.infer<typeof PlacementPropose>;

export const MoveMode = z.enum(['only', 'ripple', 'fill']);

export const PlacementMove = z
  .strictObject({
    ...dates,
    mode: MoveMode,
    /** Sessions of the moved units go along by as many meetings. */
    with_sessions: z.boolean(),
    dry_run: z.boolean(),
    lock_version: lockVersion,
  })
  .partial({ mode: true, with_sessions: true, dry_run: true });
export type PlacementMove = z.infer<typeof PlacementMove>;

export const PlacementMoved = z.object({
  placements: z.array(
    z.object({
      id,
      title: z.string(),
      from: z.object(dates),
      to: z.object(dates),
      lock_version: lockVersion,
    }),
  ),
  sessions: z.array(MovedSession),
  /** Lessons for which the year has no meeting left. */
  unplaced_sessions: z.int(),
  conflicts: z.array(PlacementConflict),
  /** Null for a dry run, or when nothing changed. */
  change: ScheduleChange.nullable(),
});
export type PlacementMoved = z.infer<typeof PlacementMoved>;

export const listPlacements = endpoint({
  name: 'unit_placements.list',
  method: 'GET',
  path: '/unit_placements',
  summary: 'Units placed on courses the caller may read, by date',
  permission: 'unit_plans.read',
  rate: 'general',
  query: PlacementQuery,
  replies: { 200: page(Placement) },
});

export const proposePlacement = endpoint({
  name: 'unit_placements.propose',
  method: 'POST',
  path: '/unit_placements/propose',
  summary: 'From a start: the end and the meetings that the lessons of a unit would take',
  permission: 'unit_plans.update',
  rate: 'general',
  body: PlacementPropose,
  replies: { 200: PlacementProposal },
});

export const createPlacement = endpoint({
  name: 'unit_placements.create',
  method: 'POST',
  path: '/unit_placements',
  summary: 'Place a unit on a course',
  permission: 'unit_plans.update',
  rate: 'general',
  body: PlacementCreate,
  replies: { 201: Placement },
  errors: ['year_closed'],
});

export const getPlacement = endpoint({
  name: 'unit_placements.get',
  method: 'GET',
  path: '/unit_placements/{id}',
  summary: 'One placement',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: Placement },
});

export const updatePlacement = endpoint({
  name: 'unit_placements.update',
  method: 'PATCH',
  path: '/unit_placements/{id}',
  summary: 'Change the sections, the state or the version of a placement',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  body: PlacementUpdate,
  replies: { 200: Placement },
  errors: ['version_conflict', 'year_closed'],
});

export const deletePlacement = endpoint({
  name: 'unit_placements.delete',
  method: 'DELETE',
  path: '/unit_placements/{id}',
  summary: 'Take a unit off a course; sessions already taught stay as a record',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ lock_version: z.coerce.number().int().min(0) }),
  replies: { 204: noContent },
  errors: ['version_conflict', 'year_closed'],
});

export const movePlacement = endpoint({
  name: 'unit_placements.move',
  method: 'POST',
  path: '/unit_placements/{id}/move',
  summary: 'Move or resize a placement, and what follows it; or show what would move',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  body: PlacementMove,
  replies: { 200: PlacementMoved },
  errors: ['version_conflict', 'year_closed'],
});

export const PlacementTime = z.object({
  planned_minutes: z.int(),
  taught_minutes: z.int(),
  /** Of the meetings before the next unit or break. */
  left_minutes: z.int(),
  unfit_lessons: z.array(z.object({ id, title: z.string() })),
});
export type PlacementTime = z.infer<typeof PlacementTime>;

export const getPlacementTime = endpoint({
  name: 'unit_placements.time',
  method: 'GET',
  path: '/unit_placements/{id}/time',
  summary: 'Minutes planned, taught and left before the next unit or break, and the lessons that do not fit',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: PlacementTime },
});
