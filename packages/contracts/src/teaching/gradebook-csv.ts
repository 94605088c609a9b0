import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';
import { points } from './assignments.ts';

export const GradebookExportQuery = z.strictObject({
  section_id: id.optional(),
  /** A column of statuses after each assignment. */
  statuses: z.stringbool().optional(),
});
export type GradebookExportQuery = z.infer<typeof GradebookExportQuery>;

export const exportGradebook = endpoint({
  name: 'gradebook.export',
  method: 'GET',
  path: '/courses/{id}/gradebook/exports',
  summary: 'The sheet as a table for spreadsheets, to be edited and read in again',
  permission: 'gradebook.export',
  rate: 'export',
  while_impersonating: 'refused',
  params: idParams,
  query: GradebookExportQuery,
  replies: { 200: z.string() },
  errors: ['gradebook.too_large'],
  stream: 'download',
});

export const GradebookExport = z
  .object({
    id,
    course_id: id,
    state: z.enum(['waiting', 'ready', 'failed', 'expired']),
    file_name: z.string().nullable(),
    size_bytes: z.int().nullable(),
    created_at: instant,
    expires_at: instant,
  })
  .meta({ id: 'GradebookExport' });
export type GradebookExport = z.infer<typeof GradebookExport>;

export const createGradebookExport = endpoint({
  name: 'gradebook_exports.create',
  method: 'POST',
  path: '/courses/{id}/gradebook/exports',
  summary: 'Have the sheet made as a table, whatever its size',
  permission: 'gradebook.export',
  rate: 'export',
  while_impersonating: 'refused',
  params: idParams,
  body: z.strictObject({ section_id: id, statuses: z.boolean() }).partial(),
  replies: { 202: GradebookExport },
});

export const getGradebookExport = endpoint({
  name: 'gradebook_exports.get',
  method: 'GET',
  path: '/gradebook_exports/{id}',
  summary: 'How far one’s own table is',
  permission: 'gradebook.export',
  rate: 'general',
  params: idParams,
  replies: { 200: GradebookExport },
});

export const getGradebookExportFile = endpoint({
  name: 'gradebook_exports.file',
  method: 'GET',
  path: '/gradebook_exports/{id}/file',
  summary: 'The table, for whoever asked for it and may still export the course',
  permission: 'gradebook.export',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  replies: { 200: z.string() },
  errors: ['gone', 'conflict', 'storage_unavailable'],
  stream: 'download',
});

export const ImportedCell = z.object({
  line: z.int(),
  student_id: id.nullable(),
  student: z.string(),
  assignment_id: id.nullable(),
  column: z.string(),
  outcome: z.enum(['change', 'same', 'refused', 'conflict', 'unknown_student', 'duplicate_row']),
  code: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string(),
  grade_version: z.int().nullable(),
});
export type ImportedCell = z.infer<typeof ImportedCell>;

export const GradebookImport = z.object({
  id,
  file_name: z.string(),
  state: z.enum(['previewed', 'applied']),
  created_at: instant,
  change_set_id: id.nullable(),
  counts: z.object({
    change: z.int(),
    same: z.int(),
    refused: z.int(),
    conflict: z.int(),
    unknown_student: z.int(),
    duplicate_row: z.int(),
  }),
  unknown_columns: z.array(z.string()),
  /** Without those that stay as they are. */
  cells: z.array(ImportedCell),
});
export type GradebookImport = z.infer<typeof GradebookImport>;

export const GradebookImportCreate = z
  .strictObject({
    file_name: z.string().trim().min(1).max(255),
    /** The bytes of the file; its encoding is found out. */
    content_base64: z.base64().max(14_000_000),
    /** An upload for grades, for files too large for a request: this or the bytes. */
    file_id: id,
    blank_clears: z.boolean(),
    /** Excused cells are left alone unless this says otherwise (TCH-131). */
    overwrites_excused: z.boolean(),
  })
  .partial({ content_base64: true, file_id: true, blank_clears: true, overwrites_excused: true });
export type GradebookImportCreate = z.infer<typeof GradebookImportCreate>;

export const createGradebookImport = endpoint({
  name: 'gradebook_imports.create',
  method: 'POST',
  path: '/courses/{id}/gradebook/imports',
  summary: 'Read a table of grades and say what it would change; nothing is written',
  permission: 'submissions.grade',
  rate: 'general',
  params: idParams,
  body: GradebookImportCreate,
  replies: { 201: GradebookImport },
});

export const getGradebookImport = endpoint({
  name: 'gradebook_imports.get',
  method: 'GET',
  path: '/gradebook_imports/{id}',
  summary: 'The preview of an import',
  permission: 'submissions.grade',
  rate: 'general',
  params: idParams,
  replies: { 200: GradebookImport },
});

export const GradebookImportApply = z
  .strictObject({
    /** The only cells to change; all changes unless named. */
    cells: z.array(z.strictObject({ student_id: id, assignment_id: id })).max(20_000),
    /** Columns of the file that become assignments, with what they are worth (TCH-131). */
    create_columns: z
      .array(z.strictObject({ column: z.string().min(1).max(200), points, category_id: id.nullable() }))
      .max(50),
  })
  .partial();
export type GradebookImportApply = z.infer<typeof GradebookImportApply>;

export const applyGradebookImport = endpoint({
  name: 'gradebook_imports.apply',
  method: 'POST',
  path: '/gradebook_imports/{id}/apply',
  summary: 'Write the changes of a preview as one change set',
  permission: 'submissions.grade',
  rate: 'general',
  params: idParams,
  body: GradebookImportApply,
  replies: {
    200: z.object({
      change_set_id: id.nullable(),
      saved_count: z.int(),
      created_assignment_ids: z.array(id),
      skipped: z.array(z.object({ student_id: id, assignment_id: id, code: z.string() })),
    }),
  },
  errors: ['conflict', 'year_closed'],
});
