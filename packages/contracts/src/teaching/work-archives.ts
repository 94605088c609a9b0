import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';

export const WorkArchiveCreate = z
  .strictObject({
    section_id: id,
    /** As the lists show them; all without them. */
    student_ids: z.array(id).min(1).max(500),
    /** With `{student}`, `{family_name}`, `{given_name}`, `{attempt}` and `{file}`; a slash makes a folder. */
    name_pattern: z.string().trim().min(1).max(200),
  })
  .partial();
export type WorkArchiveCreate = z.infer<typeof WorkArchiveCreate>;

export const WorkArchive = z
  .object({
    id,
    assignment_id: id,
    state: z.enum(['waiting', 'running', 'ready', 'failed', 'expired']),
    file_name: z.string().nullable(),
    size_bytes: z.int().nullable(),
    files_count: z.int().nullable(),
    reason: z.string().nullable(),
    created_at: instant,
    expires_at: instant,
  })
  .meta({ id: 'WorkArchive' });
export type WorkArchive = z.infer<typeof WorkArchive>;

const common = { permission: 'submissions.read' } as const;

export const createWorkArchive = endpoint({
  ...common,
  name: 'work_archives.create',
  method: 'POST',
  path: '/assignments/{id}/work_archives',
  summary: 'Have everything that was handed in packed into one file, with an index',
  rate: 'export',
  while_impersonating: 'refused',
  params: idParams,
  body: WorkArchiveCreate,
  replies: { 202: WorkArchive },
});

export const getWorkArchive = endpoint({
  ...common,
  name: 'work_archives.get',
  method: 'GET',
  path: '/work_archives/{id}',
  summary: 'How far one’s own archive is',
  rate: 'general',
  params: idParams,
  replies: { 200: WorkArchive },
});

export const getWorkArchiveFile = endpoint({
  ...common,
  name: 'work_archives.file',
  method: 'GET',
  path: '/work_archives/{id}/file',
  summary: 'The archive, for whoever asked for it and may still read all that is in it',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  replies: { 200: z.string() },
  errors: ['gone', 'conflict', 'storage_unavailable'],
  stream: 'download',
});
