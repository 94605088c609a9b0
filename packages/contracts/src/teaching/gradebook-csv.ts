import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';

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
    blank_clears: z.boolean(),
    /** Excused cells are left alone unless this says otherwise (TCH-131). */
    overwrites_excused: z.boolean(),
  })
  .partial({ blank_clears: true, overwrites_excused: true });
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
      skipped: z.array(z.object({ student_id: id, assignment_id: id, code: z.string() })),
    }),
  },
  errors: ['conflict'],
});
