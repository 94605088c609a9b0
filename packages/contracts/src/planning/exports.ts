import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, locale } from '../records.ts';

export const ExportFormat = z.enum(['pdf', 'docx', 'markdown', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const ExportState = z.enum(['waiting', 'running', 'ready', 'failed', 'expired']);

/** How a plan is set on paper (PLN-168). */
export const PrintOptions = z.strictObject({
  /** A version by its number, what is live, or what is being written. */
  version: z
    .union([z.enum(['draft', 'published', 'current']), z.coerce.number().int().min(1)])
    .default('current'),
  lessons: z.stringbool().default(true),
  standards: z.enum(['full', 'codes', 'none']).default('full'),
  resources: z.stringbool().default(true),
  /** Without what only teachers read. */
  student_copy: z.stringbool().default(false),
  /** Keys of sections to leave out, with commas between. */
  leave_out: z.string().max(2_000).default(''),
  paper: z.enum(['a4', 'a3', 'us-letter', 'us-legal']).default('a4'),
  font_percent: z.coerce.number().int().min(100).max(150).default(100),
  black_and_white: z.stringbool().default(false),
  /** Of the words that are not the plan's own. */
  locale: locale.default('en'),
});
export type PrintOptions = z.infer<typeof PrintOptions>;

export const exportOptions = z
  .strictObject({
    version: z.union([z.enum(['draft', 'published', 'current']), z.int().min(1)]),
    lessons: z.boolean(),
    standards: z.enum(['full', 'codes', 'none']),
    resources: z.boolean(),
    student_copy: z.boolean(),
    leave_out: z.string().max(2_000),
    paper: z.enum(['a4', 'a3', 'us-letter', 'us-legal']),
    font_percent: z.int().min(100).max(150),
    black_and_white: z.boolean(),
    locale,
  })
  .partial();

export const PlanExportCreate = z.strictObject({
  plan_id: id,
  format: ExportFormat,
  options: exportOptions.optional(),
});
export type PlanExportCreate = z.infer<typeof PlanExportCreate>;

export const PlanExport = z
  .object({
    id,
    plan_id: id,
    format: ExportFormat,
    state: ExportState,
    file_name: z.string().nullable(),
    size_bytes: z.int().nullable(),
    /** Why it failed, in words for people. */
    reason: z.string().nullable(),
    created_at: instant,
    expires_at: instant,
  })
  .meta({ id: 'PlanExport' });
export type PlanExport = z.infer<typeof PlanExport>;

export const createPlanExport = endpoint({
  name: 'plan_exports.create',
  method: 'POST',
  path: '/plan_exports',
  summary: 'Have a plan set as a document; the same again within a day is the same file',
  permission: 'unit_plans.read',
  rate: 'export',
  body: PlanExportCreate,
  replies: { 202: PlanExport },
});

export const getPlanExport = endpoint({
  name: 'plan_exports.get',
  method: 'GET',
  path: '/plan_exports/{id}',
  summary: 'How far one’s own export is',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: PlanExport },
});

export const getPlanExportFile = endpoint({
  name: 'plan_exports.file',
  method: 'GET',
  path: '/plan_exports/{id}/file',
  summary: 'The document, for whoever asked for it and may still read the plan',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: z.string() },
  errors: ['gone', 'conflict', 'storage_unavailable'],
  stream: 'download',
});

const run = z.object({
  kind: z.enum(['text', 'math', 'break']).optional(),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
  href: z.string().optional(),
});

/** Blocks nest, so their inside is described by the type of the printing side; the page renders it as text alone. */
const block = z.record(z.string(), z.unknown());

export const PrintedPlan = z
  .object({
    title: z.string(),
    subtitle: z.string(),
    language: z.string(),
    direction: z.enum(['ltr', 'rtl']),
    school_name: z.string(),
    footer: z.string(),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    blocks: z.array(block),
  })
  .meta({ id: 'PrintedPlan' });
export type PrintedPlan = z.infer<typeof PrintedPlan>;
export type PrintedRun = z.infer<typeof run>;

export const getPrintedPlan = endpoint({
  name: 'plan_prints.get',
  method: 'GET',
  path: '/plan_prints/{id}',
  summary: 'A plan as it is printed, for the print view of a browser',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  query: PrintOptions,
  replies: { 200: PrintedPlan },
});

export const getPrintedPicture = endpoint({
  name: 'plan_prints.picture',
  method: 'GET',
  path: '/plan_prints/{id}/pictures/{file_id}',
  summary: 'A picture inside the texts of a plan, for whoever may read the plan',
  permission: 'unit_plans.read',
  rate: 'general',
  params: z.strictObject({ id, file_id: id }),
  replies: { 200: z.string() },
  errors: ['storage_unavailable'],
  stream: 'download',
});
