import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { WebAddress } from '../web-address.ts';
import { CompletionRule, ModuleItem, Outline } from './module-records.ts';

const fields = {
  title: z.string().trim().min(1).max(200).nullable(),
  indent: z.int().min(0).max(3),
  completion_rule: CompletionRule,
  /** Posts to contribute, or percent of the points. */
  completion_minimum: z.number().min(0).max(1000).nullable(),
  url: WebAddress,
};

export const ModuleItemInput = z
  .strictObject({
    kind: z.enum(['assignment', 'page', 'file', 'drive_file', 'link', 'lesson', 'header']),
    /** The assignment, page, lesson or resource. */
    target_id: id,
    ...fields,
  })
  .partial()
  .required({ kind: true });
export type ModuleItemInput = z.infer<typeof ModuleItemInput>;

/** Several at once, so that "add existing" is one act (TCH-25). */
export const createModuleItems = endpoint({
  name: 'modules.create_items',
  method: 'POST',
  path: '/modules/{id}/items',
  summary: 'Add one or several items to the end of a module',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ items: z.array(ModuleItemInput).min(1).max(100) }),
  replies: { 201: z.object({ data: z.array(ModuleItem) }) },
  errors: ['year_closed'],
});

export const ModuleItemUpdate = z
  .strictObject({
    ...fields,
    /** After a new rule: who had been let past a lock by the old one may be locked out again (TCH-23). */
    locks_again: z.boolean(),
  })
  .partial()
  .extend({ lock_version: lockVersion });
export type ModuleItemUpdate = z.infer<typeof ModuleItemUpdate>;

export const updateModuleItem = endpoint({
  name: 'modules.update_item',
  method: 'PATCH',
  path: '/module_items/{id}',
  summary: 'Change the title, indent or completion rule of an item',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: ModuleItemUpdate,
  replies: { 200: ModuleItem },
  errors: ['version_conflict', 'year_closed'],
});

export const publishModuleItem = endpoint({
  name: 'modules.publish_item',
  method: 'POST',
  path: '/module_items/{id}/publish',
  summary: 'Publish an item now or at a time, or take it back',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ published: z.boolean(), publish_at: instant.optional() }),
  replies: { 200: ModuleItem },
  errors: ['year_closed', 'module_item.has_submissions'],
});

export const deleteModuleItem = endpoint({
  name: 'modules.delete_item',
  method: 'DELETE',
  path: '/module_items/{id}',
  summary: 'Put an item into the bin for 30 days; what it leads to stays',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
  errors: ['year_closed'],
});

export const restoreModuleItem = endpoint({
  name: 'modules.restore_item',
  method: 'POST',
  path: '/module_items/{id}/restore',
  summary: 'Take an item out of the bin',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({}),
  replies: { 200: ModuleItem },
  errors: ['year_closed', 'gone'],
});

export const ExistingTarget = z.object({
  kind: z.enum(['assignment', 'page', 'file', 'link', 'lesson']),
  id,
  title: z.string(),
  /** In how many modules of the course it is already. */
  uses_count: z.int(),
});
export type ExistingTarget = z.infer<typeof ExistingTarget>;

export const listExistingTargets = endpoint({
  name: 'modules.list_targets',
  method: 'GET',
  path: '/courses/{id}/module_targets',
  summary:
    'Assignments, pages and files of a course, and lessons of units linked to it, for adding to a module',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ q: z.string().trim().max(100).optional() }),
  replies: { 200: z.object({ data: z.array(ExistingTarget) }) },
});

export const ItemsBatch = z.strictObject({
  item_ids: z.array(id).min(1).max(500),
  action: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('publish') }),
    z.strictObject({ kind: z.literal('unpublish') }),
    z.strictObject({ kind: z.literal('schedule'), publish_at: instant }),
    z.strictObject({ kind: z.literal('move'), module_id: id }),
    z.strictObject({
      kind: z.literal('completion'),
      completion_rule: CompletionRule,
      completion_minimum: z.number().min(0).max(1000).nullable().optional(),
    }),
    z.strictObject({ kind: z.literal('delete') }),
  ]),
});
export type ItemsBatch = z.infer<typeof ItemsBatch>;

/** Many items in one act, taken back in one act (TCH-27). */
export const changeModuleItems = endpoint({
  name: 'modules.change_items',
  method: 'POST',
  path: '/courses/{id}/module_items/batch',
  summary: 'Publish, schedule, move, delete or set the rule of many items at once',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: ItemsBatch,
  replies: {
    200: z.object({
      change_id: id.nullable(),
      changed_count: z.int(),
      /** What stays as it was, for work has been handed in. */
      refused: z.array(
        z.object({ item_id: id, title: z.string(), code: z.literal('module_item.has_submissions') }),
      ),
      outline: Outline,
    }),
  },
  errors: ['year_closed'],
});

export const revertCourseChange = endpoint({
  name: 'modules.revert_change',
  method: 'POST',
  path: '/course_changes/{id}/revert',
  summary: 'Take back an act on many things of a course, within 30 days',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({}),
  replies: {
    200: z.object({
      reverted_count: z.int(),
      /** Changed by somebody since; they stay as they are now. */
      kept: z.array(z.object({ id, title: z.string() })),
    }),
  },
  errors: ['gone', 'year_closed'],
});
