import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant } from '../records.ts';

export const ImportState = z.enum([
  'waiting',
  'reading',
  'previewed',
  'applying',
  'applied',
  'cancelled',
  'failed',
]);

/** What a column of a table can mean (PLN-75). */
export const csvFields = [
  'identifier',
  'code',
  'statement',
  'level',
  'parent_code',
  'type',
  'position',
  'notes',
] as const;
export const CsvField = z.enum(csvFields);
export type CsvField = z.infer<typeof CsvField>;

export const ColumnMapping = z.partialRecord(CsvField, z.string().max(200).nullable());
export type ColumnMapping = z.infer<typeof ColumnMapping>;

export const ImportCounts = z.object({
  added: z.int(),
  changed: z.int(),
  moved: z.int(),
  retired: z.int(),
  removed: z.int(),
  unchanged: z.int(),
  associations: z.int(),
  bad: z.int(),
  notes: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const StandardImport = z
  .object({
    id,
    file_name: z.string(),
    format: z.enum(['case', 'csv']),
    state: ImportState,
    framework_id: id.nullable(),
    school_id: id.nullable(),
    /** The import whose left out rows this one brings, corrected. */
    corrects_import_id: id.nullable(),
    title: z.string().nullable(),
    /** CSV: the header of the file with a few values, and what each field was taken from. */
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })).nullable(),
    mapping: ColumnMapping.nullable(),
    /** CASE: every document of the file; one of them is imported. */
    documents: z.array(z.object({ identifier: z.string(), title: z.string(), items_count: z.int() })),
    document_identifier: z.string().nullable(),
    counts: ImportCounts.nullable(),
    /** Why it failed, in a sentence. */
    fault: z.string().nullable(),
    done_count: z.int(),
    total_count: z.int(),
    created_at: instant,
    finished_at: instant.nullable(),
    can: abilities('apply', 'cancel', 'map', 'correct'),
  })
  .meta({ id: 'StandardImport' });
export type StandardImport = z.infer<typeof StandardImport>;

const source = {
  /** Uploaded for the purpose `standards`. */
  file_id: id,
  /** Import into this framework; left out, the package says which. A table without it becomes a new framework. */
  framework_id: id,
  /** The new framework is this school's instead of the district's. */
  school_id: id,
  title: z.string().trim().min(1).max(300),
  document_identifier: z.string().min(1).max(200),
  mapping: ColumnMapping,
  /** A table of the rows that were left out there, corrected: read together with those that were good (UXP-38). */
  corrects_import_id: id,
};

export const ImportCreate = z.strictObject(source).partial().required({ file_id: true });
export type ImportCreate = z.infer<typeof ImportCreate>;

export const ImportPreview = z
  .strictObject({ mapping: ColumnMapping, document_identifier: z.string().min(1).max(200) })
  .partial();
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportProblem = z
  .object({
    number: z.int(),
    severity: z.enum(['error', 'note']),
    code: z.string(),
    place: z.string(),
    line: z.int().nullable(),
    column: z.string().nullable(),
    identifier: z.string().nullable(),
    value: z.string().nullable(),
    detail: z.string(),
  })
  .meta({ id: 'ImportProblem' });
export type ImportProblem = z.infer<typeof ImportProblem>;

const common = { rate: 'general', permission: 'standards.import' } as const;

export const listImports = endpoint({
  ...common,
  name: 'standard_imports.list',
  method: 'GET',
  path: '/standard_imports',
  summary: 'Imports of frameworks, newest first',
  query: z.strictObject(pageQuery),
  replies: { 200: page(StandardImport) },
});

export const createImport = endpoint({
  ...common,
  rate: 'upload',
  name: 'standard_imports.create',
  method: 'POST',
  path: '/standard_imports',
  summary: 'Read a CASE package or a table and say what it would change',
  body: ImportCreate,
  replies: { 201: StandardImport },
  errors: ['standard_import.running'],
});

export const getImport = endpoint({
  ...common,
  name: 'standard_imports.get',
  method: 'GET',
  path: '/standard_imports/{id}',
  summary: 'One import, how far it is and what it would change',
  params: idParams,
  replies: { 200: StandardImport },
});

export const previewImport = endpoint({
  ...common,
  name: 'standard_imports.preview',
  method: 'POST',
  path: '/standard_imports/{id}/preview',
  summary: 'Read the file again with other columns, or another of its documents',
  params: idParams,
  body: ImportPreview,
  replies: { 200: StandardImport },
  errors: ['conflict', 'standard_import.running'],
});

export const applyImport = endpoint({
  ...common,
  name: 'standard_imports.apply',
  method: 'POST',
  path: '/standard_imports/{id}/apply',
  summary: 'Take over all good rows, or nothing at all',
  params: idParams,
  replies: { 200: StandardImport },
  errors: ['conflict', 'standard_import.running'],
});

export const cancelImport = endpoint({
  ...common,
  name: 'standard_imports.cancel',
  method: 'POST',
  path: '/standard_imports/{id}/cancel',
  summary: 'Give an import up; nothing of it stays',
  params: idParams,
  replies: { 200: StandardImport },
  errors: ['conflict'],
});

export const listImportProblems = endpoint({
  ...common,
  name: 'standard_imports.problems',
  method: 'GET',
  path: '/standard_imports/{id}/problems',
  summary: 'Every fault and note of an import with its place',
  params: idParams,
  query: z.strictObject({ ...pageQuery, severity: z.enum(['error', 'note']).optional() }),
  replies: { 200: page(ImportProblem) },
});

export const getImportBadRows = endpoint({
  ...common,
  rate: 'export',
  name: 'standard_imports.bad_rows',
  method: 'GET',
  path: '/standard_imports/{id}/bad_rows',
  summary: 'The rows of a table that were left out, as they were, with what is wrong; to correct and import',
  params: idParams,
  replies: { 200: z.string() },
  errors: ['conflict'],
  stream: 'download',
});

export const getImportProblemsTable = endpoint({
  ...common,
  rate: 'export',
  name: 'standard_imports.problems_table',
  method: 'GET',
  path: '/standard_imports/{id}/problems_table',
  summary: 'The bad rows of an import as CSV',
  params: idParams,
  replies: { 200: z.string() },
  stream: 'download',
});
