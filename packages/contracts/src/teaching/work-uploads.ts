import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, noContent } from '../records.ts';
import { WorkFile } from './submissions.ts';

/** Parts of this size fit through every proxy on the way and cost little to send again. */
export const uploadPartBytes = 4 * 1024 * 1024;

export const WorkUpload = z
  .object({
    id,
    assignment_id: id,
    name: z.string(),
    size_bytes: z.int(),
    /** Kept for good; the next part begins here (TCH-53). */
    received_bytes: z.int(),
    part_bytes: z.int(),
    state: z.enum(['receiving', 'completed', 'refused']),
    /** Why the finished file was not taken, for example `infected`. */
    refusal: z.string().nullable(),
    file: WorkFile.nullable(),
  })
  .meta({ id: 'WorkUpload' });
export type WorkUpload = z.infer<typeof WorkUpload>;

export const WorkUploadCreate = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** As the browser calls it; the content decides. */
  content_type: z.string().max(200),
  size_bytes: z.int().min(1),
});
export type WorkUploadCreate = z.infer<typeof WorkUploadCreate>;

export const createWorkUpload = endpoint({
  name: 'work_uploads.create',
  method: 'POST',
  path: '/assignments/{id}/uploads',
  summary: 'Begin to upload a file for an assignment in parts; this instant decides about being on time',
  permission: 'signed_in',
  rate: 'upload',
  params: idParams,
  body: WorkUploadCreate,
  replies: { 201: WorkUpload },
  errors: ['request.too_large', 'not_yet_available', 'closed'],
  flag: 'file_uploads',
});

export const getWorkUpload = endpoint({
  name: 'work_uploads.get',
  method: 'GET',
  path: '/work_uploads/{id}',
  summary: 'How far an own upload has come, to go on from there',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  replies: { 200: WorkUpload },
});

export const patchWorkUpload = endpoint({
  name: 'work_uploads.add_part',
  method: 'PATCH',
  path: '/work_uploads/{id}',
  summary: 'Send the next part, as application/octet-stream; what is answered is kept',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ offset: z.coerce.number().int().min(0) }),
  body_types: ['application/octet-stream'],
  replies: { 200: WorkUpload },
  errors: [
    'upload.offset',
    'request.too_large',
    'storage_unavailable',
    'request.unsupported_type',
    'conflict',
  ],
  stream: 'upload',
});

export const completeWorkUpload = endpoint({
  name: 'work_uploads.complete',
  method: 'POST',
  path: '/work_uploads/{id}/complete',
  summary: 'Close an upload: checksum, kind and content are checked, and the file can be handed in',
  permission: 'signed_in',
  rate: 'upload',
  params: idParams,
  body: z
    .strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
    // Browsers compute checksums on secure origins only.
    .partial(),
  replies: { 200: WorkUpload },
  errors: ['upload.offset', 'storage_unavailable'],
});

export const deleteWorkUpload = endpoint({
  name: 'work_uploads.delete',
  method: 'DELETE',
  path: '/work_uploads/{id}',
  summary: 'Give up an upload that is not finished',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
});
