import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, noContent } from '../records.ts';
import { Resource, ResourceVisibility } from './resource-records.ts';

/** Plans and assignments take attachments today; the others answer 404 until they exist. */
export const AttachmentTarget = z.enum([
  'unit_plan',
  'lesson_plan',
  'template',
  'curriculum_document',
  'assignment',
  'module',
  'course',
  'discussion',
  'quiz',
  'announcement',
]);
export type AttachmentTarget = z.infer<typeof AttachmentTarget>;

export const AttachmentAudience = z.enum(['teacher', 'student']);

const target = { target_type: AttachmentTarget, target_id: id };
/** The place within the target, such as a section of a plan; empty for the whole of it. */
const path = z
  .string()
  .max(300)
  .regex(/^(\/.*)?$/);
const caption = z.string().trim().max(500);

export const ResourceAttachment = z
  .object({
    id,
    ...target,
    path: z.string(),
    caption: z.string(),
    position: z.int(),
    audience: AttachmentAudience,
    pinned_version_id: id.nullable(),
    pinned_version_number: z.int().nullable(),
    /** `removed` is what is left of a deleted resource, `closed` one that the caller may not open. */
    state: z.enum(['there', 'removed', 'closed']),
    resource_id: id,
    title: z.string().nullable(),
    /** Null unless it is there. */
    resource: Resource.nullable(),
    created_at: instant,
    can: abilities('update'),
  })
  .meta({ id: 'ResourceAttachment' });
export type ResourceAttachment = z.infer<typeof ResourceAttachment>;

/**
 * What is open to fewer than the target says so in 409 `resource.narrower`, and is asked again with the answer:
 * `widen` what may be opened to all who may see the target, or let its readers in `by_target` only (PLN-133).
 */
export const ResourceAttach = z
  .strictObject({
    ...target,
    path,
    caption,
    audience: AttachmentAudience,
    pinned_version_id: id.nullable(),
    sharing: z.enum(['widen', 'by_target']),
  })
  .partial()
  .required({ target_type: true, target_id: true });
export type ResourceAttach = z.infer<typeof ResourceAttach>;

/** What 409 `resource.narrower` tells in `current`. */
export const NarrowerResource = z.object({ visibility: ResourceVisibility, needed: ResourceVisibility });
export type NarrowerResource = z.infer<typeof NarrowerResource>;

export const AttachmentUpdate = z
  .strictObject({
    caption,
    audience: AttachmentAudience,
    pinned_version_id: id.nullable(),
    position: z.int().min(0),
  })
  .partial();
export type AttachmentUpdate = z.infer<typeof AttachmentUpdate>;

const common = { rate: 'general', flag: 'resource_library' } as const;

export const listAttachments = endpoint({
  ...common,
  permission: 'unit_plans.read',
  name: 'resource_attachments.list',
  method: 'GET',
  path: '/resource_attachments',
  summary: 'What is attached to one target, in order',
  query: z.strictObject(target),
  replies: { 200: z.object({ data: z.array(ResourceAttachment), can: abilities('attach') }) },
});

export const attachResource = endpoint({
  ...common,
  permission: 'unit_plans.update',
  name: 'resources.attach',
  method: 'POST',
  path: '/resources/{id}/attach',
  summary: 'Attach a resource to a plan; doing it twice changes nothing',
  params: idParams,
  body: ResourceAttach,
  replies: { 201: ResourceAttachment, 200: ResourceAttachment },
  errors: ['resource.narrower', 'conflict'],
});

export const detachResource = endpoint({
  ...common,
  permission: 'unit_plans.update',
  name: 'resources.detach',
  method: 'POST',
  path: '/resources/{id}/detach',
  summary: 'Take a resource away from a place; the resource itself stays',
  params: idParams,
  body: z.strictObject({ ...target, path: path.default('') }),
  replies: { 204: noContent },
  errors: ['conflict'],
});

export const updateAttachment = endpoint({
  ...common,
  permission: 'unit_plans.update',
  name: 'resource_attachments.update',
  method: 'PATCH',
  path: '/resource_attachments/{id}',
  summary: 'Change caption, audience, place in the order, or which content of a file is shown',
  params: idParams,
  body: AttachmentUpdate,
  replies: { 200: ResourceAttachment },
  errors: ['conflict'],
});
