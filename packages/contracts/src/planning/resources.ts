import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { WebAddress } from '../web-address.ts';
import {
  Resource,
  ResourceFormat,
  ResourceHealth,
  ResourceKind,
  ResourceVisibility,
  resourceTag,
} from './resource-records.ts';

const title = z.string().trim().min(1).max(200);

const facts = {
  title,
  description: z.string().trim().max(2_000),
  folder_id: id.nullable(),
  visibility: ResourceVisibility,
  planning_context_id: id.nullable(),
  school_id: id.nullable(),
  tags: z.array(resourceTag).max(30),
};

/** A file names an upload of the caller for the purpose `resource`, a link its address. */
export const ResourceCreate = z
  .strictObject({ ...facts, kind: z.enum(['file', 'link']), file_id: id, url: WebAddress })
  .partial()
  .required({ kind: true });
export type ResourceCreate = z.infer<typeof ResourceCreate>;

export const ResourceUpdate = z
  .strictObject({ ...facts, url: WebAddress, state: z.enum(['active', 'archived']) })
  .omit({ visibility: true, planning_context_id: true, school_id: true })
  .partial()
  .extend({ lock_version: lockVersion });
export type ResourceUpdate = z.infer<typeof ResourceUpdate>;

export const ResourceShare = z
  .strictObject({
    visibility: ResourceVisibility,
    planning_context_id: id.nullable(),
    school_id: id.nullable(),
    lock_version: lockVersion,
  })
  .partial({ planning_context_id: true, school_id: true });
export type ResourceShare = z.infer<typeof ResourceShare>;

export const ResourceSort = z.enum(['-updated_at', 'title']);
export type ResourceSort = z.infer<typeof ResourceSort>;

export const ResourceQuery = z.strictObject({
  ...pageQuery,
  sort: ResourceSort.default('-updated_at'),
  q: z.string().trim().max(200).optional(),
  kind: ResourceKind.optional(),
  format: ResourceFormat.optional(),
  of: z.enum(['mine', 'team', 'school', 'tenant']).optional(),
  owner_id: id.optional(),
  /** With the folders below it. */
  folder_id: id.optional(),
  tag: resourceTag.optional(),
  health: ResourceHealth.optional(),
  /** Attached nowhere. */
  unused: z.enum(['true']).optional(),
  /** Links that do not answer or refuse. */
  broken: z.enum(['true']).optional(),
  state: z.enum(['active', 'archived', 'deleted']).default('active'),
});
export type ResourceQuery = z.infer<typeof ResourceQuery>;

export const ResourceVersion = z.object({
  id,
  version_number: z.int(),
  name: z.string(),
  content_type: z.string(),
  size_bytes: z.int(),
  created_by: z.object({ id, display_name: z.string() }),
  created_at: instant,
  is_current: z.boolean(),
});
export type ResourceVersion = z.infer<typeof ResourceVersion>;

export const ResourceUse = z.object({
  attachment_id: id,
  target_type: z.string(),
  target_id: id,
  title: z.string(),
  /** The unit of a lesson. */
  unit_plan_id: id.nullable(),
});
export type ResourceUse = z.infer<typeof ResourceUse>;

/** Every place is counted, only those the caller may open are named (PLN-131). */
export const ResourceUsage = z.object({
  count: z.int(),
  hidden_count: z.int(),
  by_type: z.array(z.object({ target_type: z.string(), count: z.int() })),
  data: z.array(ResourceUse),
});
export type ResourceUsage = z.infer<typeof ResourceUsage>;

export const ResourceBulk = z
  .strictObject({
    ids: z.array(id).min(1).max(500),
    action: z.enum(['tag', 'untag', 'move', 'share', 'archive', 'unarchive', 'delete', 'restore']),
    tags: z.array(resourceTag).min(1).max(30),
    folder_id: id.nullable(),
    visibility: ResourceVisibility,
    planning_context_id: id.nullable(),
    school_id: id.nullable(),
    /** For deleting what is attached somewhere. */
    confirm: z.boolean(),
  })
  .partial()
  .required({ ids: true, action: true });
export type ResourceBulk = z.infer<typeof ResourceBulk>;

export const ResourceBulkResult = z.object({
  resource_id: id,
  status: z.enum(['done', 'unchanged', 'failed']),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export type ResourceBulkResult = z.infer<typeof ResourceBulkResult>;

export const TagCount = z.object({ tag: z.string(), count: z.int() });
export type TagCount = z.infer<typeof TagCount>;

export const ResourceStorage = z.object({
  used_bytes: z.int(),
  own_bytes: z.int(),
  limit_bytes: z.int(),
  /** Who stores most; for those who look after the tenant’s storage. */
  people: z.array(z.object({ id, display_name: z.string(), bytes: z.int() })).nullable(),
});
export type ResourceStorage = z.infer<typeof ResourceStorage>;

const common = { rate: 'general', flag: 'resource_library' } as const;
const reading = { ...common, permission: 'resources.read' } as const;
const writing = { ...common, permission: 'resources.update' } as const;

export const listResources = endpoint({
  ...reading,
  name: 'resources.list',
  method: 'GET',
  path: '/resources',
  summary: 'Files and links that the caller may open',
  query: ResourceQuery,
  replies: { 200: page(Resource) },
});

export const createResource = endpoint({
  ...common,
  permission: 'resources.create',
  name: 'resources.create',
  method: 'POST',
  path: '/resources',
  summary: 'Add an uploaded file or a link to the library',
  body: ResourceCreate,
  replies: { 201: Resource },
  errors: ['storage_full', 'unsafe_url'],
});

export const getResource = endpoint({
  ...reading,
  name: 'resources.get',
  method: 'GET',
  path: '/resources/{id}',
  summary: 'One resource that the caller may open, by itself or through a plan it is attached to',
  params: idParams,
  replies: { 200: Resource },
});

export const updateResource = endpoint({
  ...writing,
  name: 'resources.update',
  method: 'PATCH',
  path: '/resources/{id}',
  summary: 'Change what is said about a resource, its folder, or put it away',
  params: idParams,
  body: ResourceUpdate,
  replies: { 200: Resource },
  errors: ['version_conflict', 'unsafe_url'],
});

export const deleteResource = endpoint({
  ...common,
  permission: 'resources.delete',
  name: 'resources.delete',
  method: 'DELETE',
  path: '/resources/{id}',
  summary: 'Put a resource into the bin; what is attached somewhere asks first',
  params: idParams,
  query: z.strictObject({ confirm: z.stringbool().default(false) }),
  replies: { 204: noContent },
  errors: ['resource.in_use'],
});

export const restoreResource = endpoint({
  ...common,
  permission: 'resources.delete',
  name: 'resources.restore',
  method: 'POST',
  path: '/resources/{id}/restore',
  summary: 'Take a resource out of the bin',
  params: idParams,
  replies: { 200: Resource },
});

export const shareResource = endpoint({
  ...writing,
  name: 'resources.share',
  method: 'POST',
  path: '/resources/{id}/share',
  summary: 'Decide who may open a resource: its owner, a team, a school or everybody of the tenant',
  params: idParams,
  body: ResourceShare,
  replies: { 200: Resource },
  errors: ['version_conflict'],
});

export const replaceResource = endpoint({
  ...writing,
  name: 'resources.replace',
  method: 'POST',
  path: '/resources/{id}/replace',
  summary: 'Give a file new content; the old one stays as an earlier version',
  params: idParams,
  body: z.strictObject({ file_id: id, lock_version: lockVersion }),
  replies: { 200: Resource },
  errors: ['version_conflict', 'storage_full', 'conflict'],
});

export const checkResource = endpoint({
  ...writing,
  rate: 'test_call',
  name: 'resources.check',
  method: 'POST',
  path: '/resources/{id}/check',
  summary: 'See now whether a link still answers',
  params: idParams,
  replies: { 200: Resource },
});

export const listResourceVersions = endpoint({
  ...reading,
  name: 'resources.versions',
  method: 'GET',
  path: '/resources/{id}/versions',
  summary: 'Every content that a file had, newest first',
  params: idParams,
  replies: { 200: z.object({ data: z.array(ResourceVersion) }) },
});

export const getResourceUsage = endpoint({
  ...reading,
  name: 'resources.usage',
  method: 'GET',
  path: '/resources/{id}/usage',
  summary: 'Where a resource is attached: all places as a number, those the caller may open by name',
  params: idParams,
  replies: { 200: ResourceUsage },
});

export const getResourceContent = endpoint({
  ...reading,
  name: 'resources.content',
  method: 'GET',
  path: '/resources/{id}/content',
  summary: 'The content of a file, newest unless a version is named; always as something to save',
  params: idParams,
  query: z.strictObject({ version_id: id.optional() }),
  replies: { 200: z.string() },
  errors: ['storage_unavailable'],
  stream: 'download',
});

export const bulkResources = endpoint({
  ...writing,
  rate: 'bulk',
  name: 'resources.bulk',
  method: 'POST',
  path: '/resources/bulk',
  summary: 'Tag, move, share, archive or delete up to 500 resources, with a result for each',
  body: ResourceBulk,
  replies: {
    200: z.object({ data: z.array(ResourceBulkResult), done_count: z.int(), failed_count: z.int() }),
  },
});

export const listResourceTags = endpoint({
  ...reading,
  name: 'resource_tags.list',
  method: 'GET',
  path: '/resource_tags',
  summary: 'Tags in use that begin with what was typed, most used first',
  query: z.strictObject({ q: z.string().trim().max(60).optional() }),
  replies: { 200: z.object({ data: z.array(TagCount) }) },
});

export const renameResourceTag = endpoint({
  ...writing,
  name: 'resource_tags.rename',
  method: 'POST',
  path: '/resource_tags/rename',
  summary: 'Give a tag another name everywhere; one that is in use already takes it in',
  body: z.strictObject({ from: resourceTag, to: resourceTag }),
  replies: { 200: z.object({ changed_count: z.int() }) },
});

export const getResourceStorage = endpoint({
  ...reading,
  name: 'resource_storage.get',
  method: 'GET',
  path: '/resource_storage',
  summary: 'How much the files of the library take up, in all and of one’s own',
  replies: { 200: ResourceStorage },
});
