import { z } from 'zod';
import { abilities, id, instant, lockVersion } from '../records.ts';

export const ResourceKind = z.enum(['file', 'drive_file', 'link']);
export type ResourceKind = z.infer<typeof ResourceKind>;

/** There is none beyond the tenant (PLN-133). */
export const ResourceVisibility = z.enum(['private', 'team', 'school', 'tenant']);
export type ResourceVisibility = z.infer<typeof ResourceVisibility>;

export const ResourceHealth = z.enum(['ok', 'unreachable', 'forbidden', 'unknown']);
export type ResourceHealth = z.infer<typeof ResourceHealth>;

/** What a file is shown as: chosen by its content type, never by its name. */
export const ResourceFormat = z.enum([
  'document',
  'sheet',
  'slides',
  'pdf',
  'image',
  'audio',
  'video',
  'text',
  'archive',
  'link',
]);
export type ResourceFormat = z.infer<typeof ResourceFormat>;

export const resourceTag = z.string().trim().min(1).max(60);

export const Resource = z
  .object({
    id,
    kind: ResourceKind,
    format: ResourceFormat,
    title: z.string(),
    description: z.string(),
    folder_id: id.nullable(),
    owner: z.object({ id, display_name: z.string() }),
    visibility: ResourceVisibility,
    planning_context_id: id.nullable(),
    school_id: id.nullable(),
    tags: z.array(z.string()),
    content_type: z.string().nullable(),
    size_bytes: z.int().nullable(),
    /** Of the content of a file, in hexadecimal digits. */
    checksum: z.string().nullable(),
    url: z.string().nullable(),
    state: z.enum(['active', 'archived']),
    health: ResourceHealth,
    checked_at: instant.nullable(),
    version_number: z.int().nullable(),
    /** In how many places it is attached, seen by the caller or not (PLN-131). */
    usage_count: z.int(),
    created_at: instant,
    updated_at: instant,
    deleted_at: instant.nullable(),
    lock_version: lockVersion,
    can: abilities('update', 'share', 'delete', 'replace'),
  })
  .meta({ id: 'Resource' });
export type Resource = z.infer<typeof Resource>;
