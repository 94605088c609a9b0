import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, idParams } from '../records.ts';
import { CourseModule, ModuleItemKind } from './module-records.ts';

/** A published unit that is placed on the course. */
export const UnitForModule = z.object({
  unit_plan_id: id,
  title: z.string(),
  lessons_count: z.int(),
  starts_on: day,
  ends_on: day,
  /** The module it has become already. */
  module_id: id.nullable(),
});
export type UnitForModule = z.infer<typeof UnitForModule>;

export const listUnitsForModules = endpoint({
  name: 'modules.list_units',
  method: 'GET',
  path: '/courses/{id}/unit_modules',
  summary: 'Published units placed on a course, in the order they are taught',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(UnitForModule) }) },
});

/** Lessons in order as items, files and links for students under them, standards and dates carried over (TCH-26). */
export const createUnitModule = endpoint({
  name: 'modules.create_from_unit',
  method: 'POST',
  path: '/courses/{id}/unit_modules',
  summary: 'Make a module of a published unit',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({
    unit_plan_id: id,
    /** Take over when the unit and its lessons are scheduled. */
    with_dates: z.boolean().default(true),
  }),
  replies: { 201: CourseModule },
  errors: ['year_closed'],
});

export const UnitChange = z.object({
  key: z.string(),
  kind: z.enum([
    'lesson_added',
    'lesson_removed',
    'lesson_renamed',
    'resource_added',
    'resource_removed',
    'reordered',
  ]),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Changed here too: taking it would overwrite what the teacher wrote. */
  is_touched: z.boolean(),
});
export type UnitChange = z.infer<typeof UnitChange>;

export const UnitChanges = z.object({
  version_id: id,
  version_number: z.int(),
  changes: z.array(UnitChange),
});
export type UnitChanges = z.infer<typeof UnitChanges>;

export const getUnitChanges = endpoint({
  name: 'modules.get_unit_changes',
  method: 'GET',
  path: '/modules/{id}/unit_changes',
  summary: 'What the unit of a module has that the module does not, since it was last brought up to it',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  replies: { 200: UnitChanges },
});

export const takeUnitChanges = endpoint({
  name: 'modules.take_unit_changes',
  method: 'POST',
  path: '/modules/{id}/unit_changes',
  summary: 'Bring a module up to its unit with the chosen changes; all others are left and not offered again',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ version_id: id, keys: z.array(z.string().max(80)).max(1000) }),
  replies: { 200: CourseModule },
  errors: ['version_conflict', 'year_closed'],
});

/** What a published unit has for a course, in its order. */
export const PushableItem = z.object({
  key: z.string(),
  kind: ModuleItemKind,
  title: z.string(),
  indent: z.int(),
  /** When the lesson is taught first, by its sessions. */
  planned_on: day.nullable(),
  /** The module of the course that has it already. */
  module_id: id.nullable(),
});
export type PushableItem = z.infer<typeof PushableItem>;

export const listPushableItems = endpoint({
  name: 'unit_plans.list_pushable',
  method: 'GET',
  path: '/unit_plans/{id}/push_to_course',
  summary: 'Lessons, work and resources of a published unit that a course can take',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ course_id: id }),
  replies: {
    200: z.object({
      version_number: z.int(),
      /** Where they go unless said: the module that was made of this unit. */
      module_id: id.nullable(),
      items: z.array(PushableItem),
    }),
  },
});

/** Nothing shows to students until the course publishes it; what is there is brought up to date, never doubled (PLN-57). */
export const pushToCourse = endpoint({
  name: 'unit_plans.push_to_course',
  method: 'POST',
  path: '/unit_plans/{id}/push_to_course',
  summary: 'Bring chosen lessons, work and resources of a published unit into a module of a course',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({
    course_id: id,
    /** A module of the course; the one of this unit, or a new one, unless said. */
    module_id: id.nullish(),
    /** Everything unless said. */
    keys: z.array(z.string().max(80)).min(1).max(1000).optional(),
    with_dates: z.boolean().default(true),
  }),
  replies: { 200: CourseModule },
  errors: ['year_closed'],
});
