import { z } from 'zod';
import { abilities, day, id, instant, lockVersion } from '../records.ts';

export const ModuleState = z.enum(['draft', 'scheduled', 'published', 'archived']);
export type ModuleState = z.infer<typeof ModuleState>;

export const ModuleItemKind = z.enum([
  'assignment',
  'quiz',
  'discussion',
  'page',
  'file',
  'drive_file',
  'link',
  'lesson',
  'lti_link',
  'header',
]);
export type ModuleItemKind = z.infer<typeof ModuleItemKind>;

/** What a student has to do for an item to count as done (TCH-22). */
export const CompletionRule = z.enum(['none', 'view', 'mark_done', 'submit', 'posts', 'score']);
export type CompletionRule = z.infer<typeof CompletionRule>;

export const ModuleItemState = z.enum(['draft', 'scheduled', 'published']);

/** An item as staff see it. */
export const ModuleItem = z
  .object({
    id,
    module_id: id,
    kind: ModuleItemKind,
    /** The item's own title, or that of what it leads to. */
    title: z.string(),
    has_own_title: z.boolean(),
    /** The assignment, page, lesson or resource it leads to; null for headers and plain links. */
    target_id: id.nullable(),
    /** Null where the target has none of its own. */
    target_state: z.string().nullable(),
    url: z.string().nullable(),
    due_at: instant.nullable(),
    points_possible: z.string().nullable(),
    indent: z.int(),
    state: ModuleItemState,
    publish_at: instant.nullable(),
    completion_rule: CompletionRule,
    completion_minimum: z.string().nullable(),
    planned_on: day.nullable(),
    standard_ids: z.array(id),
    lock_version: lockVersion,
  })
  .meta({ id: 'ModuleItem' });
export type ModuleItem = z.infer<typeof ModuleItem>;

/** A module as staff see it, with its items in order. */
export const CourseModule = z
  .object({
    id,
    course_id: id,
    title: z.string(),
    description: z.string(),
    position: z.int(),
    state: ModuleState,
    publish_at: instant.nullable(),
    unlock_at: instant.nullable(),
    is_sequential: z.boolean(),
    /** Empty: all sections. */
    section_ids: z.array(id),
    prerequisite_ids: z.array(id),
    starts_on: day.nullable(),
    ends_on: day.nullable(),
    unit_plan_id: id.nullable(),
    /** The unit has a newer published version than the module was brought up to (TCH-26). */
    has_unit_changes: z.boolean(),
    items: z.array(ModuleItem),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update'),
  })
  .meta({ id: 'CourseModule' });
export type CourseModule = z.infer<typeof CourseModule>;

/** Everything in its order; `list_version` counts each change of it. */
export const Outline = z
  .object({ list_version: z.int(), data: z.array(CourseModule), can: abilities('create') })
  .meta({ id: 'CourseOutline' });
export type Outline = z.infer<typeof Outline>;

export const DeletedEntry = z.object({
  kind: z.enum(['module', 'item', 'page']),
  id,
  title: z.string(),
  deleted_at: instant,
});
export type DeletedEntry = z.infer<typeof DeletedEntry>;
