import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, lockVersion, noContent } from '../records.ts';

export const FolderScope = z.enum(['personal', 'team', 'school', 'tenant']);
export type FolderScope = z.infer<typeof FolderScope>;
export const FolderColour = z.enum(['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink']);
export type FolderColour = z.infer<typeof FolderColour>;

export const mostFolderLevels = 8;

export const ResourceFolder = z
  .object({
    id,
    parent_id: id.nullable(),
    name: z.string(),
    scope: FolderScope,
    owner_id: id,
    planning_context_id: id.nullable(),
    school_id: id.nullable(),
    /** 1 at the top (PLN-128). */
    depth: z.int(),
    colour: FolderColour.nullable(),
    /** What the caller may open in it, without the folders below. */
    resources_count: z.int(),
    created_at: instant,
    updated_at: instant,
    deleted_at: instant.nullable(),
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'ResourceFolder' });
export type ResourceFolder = z.infer<typeof ResourceFolder>;

const name = z.string().trim().min(1).max(120);

/** Below another folder the scope is that folder’s. */
export const ResourceFolderCreate = z
  .strictObject({
    name,
    parent_id: id.nullable(),
    scope: FolderScope,
    planning_context_id: id.nullable(),
    school_id: id.nullable(),
    colour: FolderColour.nullable(),
  })
  .partial()
  .required({ name: true });
export type ResourceFolderCreate = z.infer<typeof ResourceFolderCreate>;

export const ResourceFolderUpdate = z
  .strictObject({ name, parent_id: id.nullable(), colour: FolderColour.nullable() })
  .partial()
  .extend({ lock_version: lockVersion });
export type ResourceFolderUpdate = z.infer<typeof ResourceFolderUpdate>;

const common = { rate: 'general', flag: 'resource_library' } as const;

export const listResourceFolders = endpoint({
  ...common,
  permission: 'resources.read',
  name: 'resource_folders.list',
  method: 'GET',
  path: '/resource_folders',
  summary: 'Every folder the caller may see, each with the one above it',
  query: z.strictObject({ state: z.enum(['active', 'deleted']).default('active') }),
  replies: { 200: z.object({ data: z.array(ResourceFolder) }) },
});

export const createResourceFolder = endpoint({
  ...common,
  permission: 'resources.create',
  name: 'resource_folders.create',
  method: 'POST',
  path: '/resource_folders',
  summary: 'Make a folder, at the top or below another one',
  body: ResourceFolderCreate,
  replies: { 201: ResourceFolder },
  errors: ['resource_folder.name_taken'],
});

export const getResourceFolder = endpoint({
  ...common,
  permission: 'resources.read',
  name: 'resource_folders.get',
  method: 'GET',
  path: '/resource_folders/{id}',
  summary: 'One folder',
  params: idParams,
  replies: { 200: ResourceFolder },
});

export const updateResourceFolder = endpoint({
  ...common,
  permission: 'resources.update',
  name: 'resource_folders.update',
  method: 'PATCH',
  path: '/resource_folders/{id}',
  summary: 'Rename a folder, colour it, or move it with all that is in it',
  params: idParams,
  body: ResourceFolderUpdate,
  replies: { 200: ResourceFolder },
  errors: ['version_conflict', 'resource_folder.name_taken'],
});

export const deleteResourceFolder = endpoint({
  ...common,
  permission: 'resources.delete',
  name: 'resource_folders.delete',
  method: 'DELETE',
  path: '/resource_folders/{id}',
  summary: 'Put a folder and all that is in it into the bin; what is attached somewhere asks first',
  params: idParams,
  query: z.strictObject({ confirm: z.stringbool().default(false) }),
  replies: { 204: noContent },
  errors: ['resource.in_use'],
});

export const restoreResourceFolder = endpoint({
  ...common,
  permission: 'resources.delete',
  name: 'resource_folders.restore',
  method: 'POST',
  path: '/resource_folders/{id}/restore',
  summary: 'Take a folder out of the bin with everything that went with it',
  params: idParams,
  replies: { 200: ResourceFolder },
});
