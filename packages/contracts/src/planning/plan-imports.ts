import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../records.ts';
import { PackWords, sectionKinds } from './packs.ts';
import { packInput, planInput } from './plan-records.ts';
import { UnitPlan } from './plans.ts';

const source = {
  /** A word-processor, Markdown or plain text file of the caller's own, uploaded for the purpose `resource`. */
  file_id: id,
  /** Its pack applies unless another is named. */
  school_id: planInput.school_id,
  pack_key: packInput.pack_key,
  pack_version: packInput.pack_version,
};

export const PlanImportRead = z.strictObject(source).partial().required({ file_id: true });
export type PlanImportRead = z.infer<typeof PlanImportRead>;

export const PlanImportPart = z.object({
  number: z.int(),
  /** Null for what stands before the first heading. */
  heading: z.string().nullable(),
  /** The first words under it. */
  excerpt: z.string(),
  words_count: z.int(),
  /** The section named like it; null is kept with what fits nowhere. */
  section_key: z.string().nullable(),
});

export const PlanImportPreview = z
  .object({
    file_name: z.string(),
    title: z.string().nullable(),
    pack_key: z.string(),
    pack_version: z.int(),
    sections: z.array(z.object({ key: z.string(), label: PackWords, kind: z.enum(sectionKinds) })),
    parts: z.array(PlanImportPart),
    /** Where the plan keeps what fits nowhere, under the name of the file (PLN-25). */
    overflow: z.object({ section_key: z.string(), label: PackWords }).nullable(),
    pictures_left_out: z.int(),
  })
  .meta({ id: 'PlanImportPreview' });
export type PlanImportPreview = z.infer<typeof PlanImportPreview>;

export const PlanImportCreate = z
  .strictObject({
    ...source,
    title: planInput.title,
    home: planInput.home,
    subjects: planInput.subjects,
    grade_levels: planInput.grade_levels,
    /** Corrections of the preview: the number of a part, and its section or null. */
    targets: z.record(z.string().regex(/^\d{1,4}$/), z.string().max(80).nullable()),
  })
  .partial()
  .required({ file_id: true, title: true });
export type PlanImportCreate = z.infer<typeof PlanImportCreate>;

const common = { method: 'POST', permission: 'unit_plans.create', rate: 'upload' } as const;

export const previewPlanImport = endpoint({
  ...common,
  name: 'plan_imports.preview',
  path: '/plan_imports/preview',
  summary: 'Read a document and say which of its headings are which sections of a unit',
  body: PlanImportRead,
  replies: { 200: PlanImportPreview },
});

export const createPlanImport = endpoint({
  ...common,
  name: 'plan_imports.create',
  path: '/plan_imports',
  summary: 'Make a unit of a document',
  body: PlanImportCreate,
  replies: { 201: UnitPlan },
});
