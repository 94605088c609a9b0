import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant } from '../records.ts';
import { ExportState, exportOptions } from './exports.ts';
import { planInput } from './plan-records.ts';

/** One package that comes back in, one document with everything, or an archive with a document for each plan. */
export const PlanSetFormat = z.enum(['package', 'pdf', 'pdf_files']);
export type PlanSetFormat = z.infer<typeof PlanSetFormat>;

/** Which plans: these, all units of a course, or what a department has of a school, a subject or a team. */
export const PlanSet = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('plans'), plan_ids: z.array(id).min(1).max(500) }),
  z.strictObject({ of: z.literal('course'), course_id: id }),
  z.strictObject({
    of: z.literal('department'),
    school_id: id.optional(),
    subject: z.string().trim().min(1).max(80).optional(),
    planning_context_id: id.optional(),
  }),
]);
export type PlanSet = z.infer<typeof PlanSet>;

export const PlanSetExportCreate = z.strictObject({
  format: PlanSetFormat,
  set: PlanSet,
  options: exportOptions.optional(),
});
export type PlanSetExportCreate = z.infer<typeof PlanSetExportCreate>;

export const PlanSetExport = z
  .object({
    id,
    format: PlanSetFormat,
    title: z.string(),
    state: ExportState,
    plans_count: z.int(),
    done_count: z.int(),
    total_count: z.int(),
    /** What the plans name but the person who asked may not open, or what is there no more. */
    left_out: z.array(z.object({ kind: z.enum(['resource', 'picture']), title: z.string() })),
    file_name: z.string().nullable(),
    size_bytes: z.int().nullable(),
    reason: z.string().nullable(),
    created_at: instant,
    expires_at: instant,
  })
  .meta({ id: 'PlanSetExport' });
export type PlanSetExport = z.infer<typeof PlanSetExport>;

export const PackageImportCreate = z
  .strictObject({
    /** Uploaded for the purpose `curriculum`. */
    file_id: id,
    home: planInput.home,
    school_id: planInput.school_id,
    planning_context_id: planInput.planning_context_id,
  })
  .partial()
  .required({ file_id: true });
export type PackageImportCreate = z.infer<typeof PackageImportCreate>;

export const PackageProblem = z.object({
  severity: z.enum(['error', 'note']),
  code: z.string(),
  /** The part of the package, with a pointer into it: `plans/….json#/versions/0/content`. */
  place: z.string(),
  detail: z.string(),
});
export type PackageProblem = z.infer<typeof PackageProblem>;

export const PackageCounts = z.object({
  units: z.int(),
  lessons: z.int(),
  documents: z.int(),
  versions: z.int(),
  resources: z.int(),
  pictures: z.int(),
  frameworks_added: z.int(),
  frameworks_found: z.int(),
  packs_added: z.int(),
  alignments: z.int(),
  alignments_unlinked: z.int(),
});
export type PackageCounts = z.infer<typeof PackageCounts>;

export const PackageImport = z
  .object({
    id,
    file_name: z.string(),
    title: z.string().nullable(),
    state: z.enum(['waiting', 'reading', 'previewed', 'applying', 'applied', 'failed']),
    counts: PackageCounts.nullable(),
    /** Every fault and note with its place; with one error nothing is taken over. */
    problems: z.array(PackageProblem),
    errors_count: z.int(),
    /** What was made, in the order of the package. */
    plan_ids: z.array(id),
    created_at: instant,
    finished_at: instant.nullable(),
    can: abilities('apply'),
  })
  .meta({ id: 'PackageImport' });
export type PackageImport = z.infer<typeof PackageImport>;

export const createPlanSetExport = endpoint({
  name: 'plan_set_exports.create',
  method: 'POST',
  path: '/plan_set_exports',
  summary: 'Take many plans out in one file: an open package, or all of them set on paper',
  permission: 'unit_plans.read',
  rate: 'export',
  body: PlanSetExportCreate,
  replies: { 202: PlanSetExport },
});

export const getPlanSetExport = endpoint({
  name: 'plan_set_exports.get',
  method: 'GET',
  path: '/plan_set_exports/{id}',
  summary: 'How far one’s own export of many plans is',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: PlanSetExport },
});

export const getPlanSetExportFile = endpoint({
  name: 'plan_set_exports.file',
  method: 'GET',
  path: '/plan_set_exports/{id}/file',
  summary: 'The file, for whoever asked for it and may still read the plans',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: z.string() },
  errors: ['gone', 'conflict', 'storage_unavailable'],
  stream: 'download',
});

export const createPackageImport = endpoint({
  name: 'plan_package_imports.create',
  method: 'POST',
  path: '/plan_package_imports',
  summary: 'Read a curriculum package and say what it would bring; nothing is taken over yet',
  permission: 'unit_plans.create',
  rate: 'upload',
  body: PackageImportCreate,
  replies: { 201: PackageImport },
});

export const getPackageImport = endpoint({
  name: 'plan_package_imports.get',
  method: 'GET',
  path: '/plan_package_imports/{id}',
  summary: 'One’s own import of a package: what it would bring, or brought, and every fault of the file',
  permission: 'unit_plans.create',
  rate: 'general',
  params: idParams,
  replies: { 200: PackageImport },
});

export const applyPackageImport = endpoint({
  name: 'plan_package_imports.apply',
  method: 'POST',
  path: '/plan_package_imports/{id}/apply',
  summary: 'Take the package over as previewed: everything or nothing',
  permission: 'unit_plans.create',
  rate: 'upload',
  params: idParams,
  replies: { 200: PackageImport },
  errors: ['conflict'],
});
