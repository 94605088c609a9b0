import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { CourseModule, DeletedEntry, Outline } from './module-records.ts';

const fields = {
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(4000),
  unlock_at: instant.nullable(),
  is_sequential: z.boolean(),
  /** Empty: all sections. */
  section_ids: z.array(id).max(40),
  prerequisite_ids: z.array(id).max(50),
};

export const ModuleCreate = z.strictObject(fields).partial().required({ title: true });
export type ModuleCreate = z.infer<typeof ModuleCreate>;
export const ModuleUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type ModuleUpdate = z.infer<typeof ModuleUpdate>;

export const listModules = endpoint({
  name: 'modules.list',
  method: 'GET',
  path: '/courses/{id}/modules',
  summary: 'Modules of a course with their items in order, for its staff',
  permission: 'modules.read',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ archived: z.stringbool().optional() }),
  replies: { 200: Outline },
});

export const createModule = endpoint({
  name: 'modules.create',
  method: 'POST',
  path: '/courses/{id}/modules',
  summary: 'Begin a module at the end of a course',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: ModuleCreate,
  replies: { 201: CourseModule },
  errors: ['year_closed', 'module.prerequisite_loop'],
});

export const updateModule = endpoint({
  name: 'modules.update',
  method: 'PATCH',
  path: '/modules/{id}',
  summary: 'Change the title, locks, sections or prerequisites of a module',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: ModuleUpdate,
  replies: { 200: CourseModule },
  errors: ['version_conflict', 'year_closed', 'module.prerequisite_loop'],
});

export const ModulePublish = z.strictObject({
  /** Only the module, or what is in it too (TCH-19). */
  what: z.enum(['module', 'module_and_items']),
  /** In the future: nobody sees anything until then (TCH-20). */
  publish_at: instant.optional(),
});
export type ModulePublish = z.infer<typeof ModulePublish>;

export const publishModule = endpoint({
  name: 'modules.publish',
  method: 'POST',
  path: '/modules/{id}/publish',
  summary: 'Publish a module, alone or with its items, now or at a time',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: ModulePublish,
  replies: { 200: CourseModule },
  errors: ['year_closed'],
});

export const unpublishModule = endpoint({
  name: 'modules.unpublish',
  method: 'POST',
  path: '/modules/{id}/unpublish',
  summary: 'Take a module out of the sight of students',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({}),
  replies: { 200: CourseModule },
  errors: ['year_closed'],
});

export const archiveModule = endpoint({
  name: 'modules.archive',
  method: 'POST',
  path: '/modules/{id}/archive',
  summary: 'Put a module away, or take it up again as a draft',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ archived: z.boolean() }),
  replies: { 200: CourseModule },
  errors: ['year_closed'],
});

export const deleteModule = endpoint({
  name: 'modules.delete',
  method: 'DELETE',
  path: '/modules/{id}',
  summary: 'Put a module with its items into the bin for 30 days',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
  errors: ['year_closed'],
});

export const restoreModule = endpoint({
  name: 'modules.restore',
  method: 'POST',
  path: '/modules/{id}/restore',
  summary: 'Take a module out of the bin, whole and to its place',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({}),
  replies: { 200: CourseModule },
  errors: ['year_closed', 'gone'],
});

export const listDeletedModules = endpoint({
  name: 'modules.list_deleted',
  method: 'GET',
  path: '/courses/{id}/modules/deleted',
  summary: 'Modules, items and pages in the bin of a course, the latest first',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(DeletedEntry) }) },
});

export const ModuleReorder = z.strictObject({
  list_version: z.int().min(0),
  /** All modules of the course that are not archived or deleted. */
  module_ids: z.array(id).max(500),
});
export type ModuleReorder = z.infer<typeof ModuleReorder>;

export const reorderModules = endpoint({
  name: 'modules.reorder',
  method: 'POST',
  path: '/courses/{id}/modules/reorder',
  summary: 'Put the modules of a course into another order',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: ModuleReorder,
  replies: { 200: Outline },
  errors: ['version_conflict', 'year_closed'],
});

export const ItemReorder = z.strictObject({
  list_version: z.int().min(0),
  /** All items of the module as they shall stand. */
  item_ids: z.array(id).max(1000),
  /** Where items come from when they change modules: what is left there, in order. */
  from: z.strictObject({ module_id: id, item_ids: z.array(id).max(1000) }).optional(),
});
export type ItemReorder = z.infer<typeof ItemReorder>;

export const reorderItems = endpoint({
  name: 'modules.reorder_items',
  method: 'POST',
  path: '/modules/{id}/reorder_items',
  summary: 'Put the items of a module into another order, or move some here from another module',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: ItemReorder,
  replies: { 200: Outline },
  errors: ['version_conflict', 'year_closed'],
});
