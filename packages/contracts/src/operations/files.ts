import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';

export const FilePurpose = z.enum([
  'submission',
  'resource',
  'avatar',
  'logo',
  'favicon',
  'import',
  'standards',
  'grades',
  'curriculum',
]);
export type FilePurpose = z.infer<typeof FilePurpose>;

export const StoredFile = z.object({
  id,
  purpose: FilePurpose,
  name: z.string(),
  content_type: z.string(),
  size_bytes: z.int(),
  created_at: instant,
  /** Valid for five minutes, for the person who asked. */
  content_url: z.string(),
});
export type StoredFile = z.infer<typeof StoredFile>;

export const uploadFile = endpoint({
  name: 'files.create',
  method: 'POST',
  path: '/files',
  summary: 'Upload one file for a purpose, as multipart/form-data with one part named file',
  permission: 'signed_in',
  rate: 'upload',
  query: z.strictObject({ purpose: FilePurpose }),
  replies: { 201: StoredFile },
  errors: ['request.too_large', 'storage_unavailable', 'request.unsupported_type'],
  flag: 'file_uploads',
  stream: 'upload',
});

export const getFile = endpoint({
  name: 'files.get',
  method: 'GET',
  path: '/files/{id}',
  summary: 'One file, with a fresh link to its content',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  replies: { 200: StoredFile },
});

const linkMarks = z.strictObject({
  expires: z.coerce.number().int().optional(),
  signature: z.string().max(100).optional(),
});

export const getFileContent = endpoint({
  name: 'files.content',
  method: 'GET',
  path: '/files/{id}/content',
  summary: 'The content of a file, by a link that was handed out in the last five minutes',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  query: linkMarks,
  replies: { 200: z.string() },
  errors: ['gone', 'storage_unavailable'],
  stream: 'download',
});

export const getPicture = endpoint({
  name: 'files.picture',
  method: 'GET',
  path: '/files/{id}/picture',
  summary: 'A picture inside a text, by a link that came with the text in the last five minutes',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  query: linkMarks,
  replies: { 200: z.string() },
  errors: ['gone', 'storage_unavailable'],
  stream: 'download',
});
