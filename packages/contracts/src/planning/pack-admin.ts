import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { PackDefinitionInput } from './pack-input.ts';
import { PackTerminology, PackWords, PlanSchema } from './packs.ts';

export const PackState = z.enum(['draft', 'active', 'deprecated']);
export type PackState = z.infer<typeof PackState>;

const packKey = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
const packVersion = z.int().min(1).max(100_000);
const packReference = { pack_key: packKey, pack_version: packVersion };

const summary = {
  id,
  key: z.string(),
  version: z.int(),
  label: PackWords,
  description: PackWords,
  state: PackState,
  /** Comes with the product: copied, never changed. */
  shipped: z.boolean(),
  school_id: id.nullable(),
  based_on_key: z.string().nullable(),
  based_on_version: z.int().nullable(),
  /** What documents a plan can be under this pack. */
  documents: z.array(z.object({ document_type: z.string(), schema_key: z.string(), label: PackWords })),
  plans_count: z.int(),
  updated_at: instant.nullable(),
  lock_version: lockVersion,
  can: abilities('update', 'activate', 'copy', 'assign'),
};

export const PlannerPackSummary = z.object(summary).meta({ id: 'PlannerPackSummary' });
export type PlannerPackSummary = z.infer<typeof PlannerPackSummary>;

export const PlannerPack = z
  .object({
    ...summary,
    terminology: PackTerminology,
    schemas: z.array(PlanSchema),
    checksum: z.string(),
    /** By schema key: the data schema of the content, JSON Schema 2020-12. */
    json_schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'PlannerPack' });
export type PlannerPack = z.infer<typeof PlannerPack>;

export const PlannerPackQuery = z.strictObject({ ...pageQuery, state: PackState.optional() });
export type PlannerPackQuery = z.infer<typeof PlannerPackQuery>;

export const PlannerPackCreate = z.strictObject({
  /** The pack to begin from. */
  copy_of: z.strictObject({ key: packKey, version: packVersion }),
  /** The next version of that pack, where it is one's own, instead of a new pack. */
  as: z.enum(['new_pack', 'new_version']).default('new_pack'),
  /** Of a new pack; left out, it is made from the label. */
  key: packKey.optional(),
  label: PackDefinitionInput.shape.label.optional(),
  /** The school whose pack it is; left out, the whole tenant's. */
  school_id: id.optional(),
});
export type PlannerPackCreate = z.infer<typeof PlannerPackCreate>;

export const PlannerPackUpdate = PackDefinitionInput.partial().extend({ lock_version: lockVersion });
export type PlannerPackUpdate = z.infer<typeof PlannerPackUpdate>;

export const PlannerPackActivate = z.strictObject({
  lock_version: lockVersion,
  /** Plans made from now on where the version before was assigned get this one; frozen years keep theirs. */
  move_assignments: z.boolean().default(true),
});
export type PlannerPackActivate = z.infer<typeof PlannerPackActivate>;

export const listPlannerPacks = endpoint({
  name: 'planner_packs.list',
  method: 'GET',
  path: '/planner_packs',
  summary: 'Packs of sections: those of the product, then the own ones, newest first',
  permission: 'templates.read',
  rate: 'general',
  query: PlannerPackQuery,
  replies: { 200: page(PlannerPackSummary) },
});

export const getPlannerPack = endpoint({
  name: 'planner_packs.get',
  method: 'GET',
  path: '/planner_packs/{id}',
  summary: 'One version of a pack with all its sections',
  permission: 'templates.read',
  rate: 'general',
  params: idParams,
  replies: { 200: PlannerPack },
});

export const createPlannerPack = endpoint({
  name: 'planner_packs.create',
  method: 'POST',
  path: '/planner_packs',
  summary: 'Copy a pack, or begin its next version',
  permission: 'planner_packs.manage',
  rate: 'general',
  body: PlannerPackCreate,
  replies: { 201: PlannerPack },
  errors: ['conflict'],
});

export const updatePlannerPack = endpoint({
  name: 'planner_packs.update',
  method: 'PATCH',
  path: '/planner_packs/{id}',
  summary: 'Change a pack that is not active yet',
  permission: 'planner_packs.manage',
  rate: 'general',
  params: idParams,
  body: PlannerPackUpdate,
  replies: { 200: PlannerPack },
  errors: ['version_conflict', 'pack.fixed'],
});

export const activatePlannerPack = endpoint({
  name: 'planner_packs.activate',
  method: 'POST',
  path: '/planner_packs/{id}/activate',
  summary: 'Offer a pack version for new plans; existing plans keep theirs',
  permission: 'planner_packs.manage',
  rate: 'general',
  params: idParams,
  body: PlannerPackActivate,
  replies: { 200: PlannerPack },
  errors: ['version_conflict', 'pack.fixed'],
});

export const PackAssignment = z.object({
  id,
  scope: z.enum(['tenant', 'school', 'course']),
  school_id: id.nullable(),
  school_name: z.string().nullable(),
  course_id: id.nullable(),
  course_name: z.string().nullable(),
  ...packReference,
  pack_label: PackWords.nullable(),
  starts_at: instant,
});
export type PackAssignment = z.infer<typeof PackAssignment>;

export const PackFreeze = z.object({
  id,
  academic_year_id: id,
  academic_year_name: z.string(),
  ...packReference,
  pack_label: PackWords.nullable(),
  created_at: instant,
});
export type PackFreeze = z.infer<typeof PackFreeze>;

export const PackAssignments = z.object({
  assignments: z.array(PackAssignment),
  freezes: z.array(PackFreeze),
  /** What applies where nothing is assigned. */
  platform_default: z.object({ ...packReference, pack_label: PackWords }),
  can: abilities('assign_tenant', 'freeze'),
});
export type PackAssignments = z.infer<typeof PackAssignments>;

/** Without pack the assignment ends, and the next wider one applies. */
export const PackAssignmentPut = z.strictObject({
  scope: z.enum(['tenant', 'school', 'course']),
  target_id: id.nullable().default(null),
  pack: z.strictObject({ key: packKey, version: packVersion }).nullable(),
});
export type PackAssignmentPut = z.infer<typeof PackAssignmentPut>;

export const getPackAssignments = endpoint({
  name: 'pack_assignments.get',
  method: 'GET',
  path: '/pack_assignments',
  summary: 'Which pack new plans get where, and the frozen years',
  permission: 'templates.read',
  rate: 'general',
  replies: { 200: PackAssignments },
});

export const putPackAssignment = endpoint({
  name: 'pack_assignments.put',
  method: 'PUT',
  path: '/pack_assignments',
  summary: 'Decide which pack new plans of the tenant, a school or a course get',
  permission: 'planner_packs.manage',
  rate: 'general',
  body: PackAssignmentPut,
  replies: { 200: PackAssignments },
  errors: ['pack.year_frozen', 'pack.not_active'],
});

export const PackFreezeCreate = z.strictObject({ academic_year_id: id, ...packReference });
export type PackFreezeCreate = z.infer<typeof PackFreezeCreate>;

export const createPackFreeze = endpoint({
  name: 'pack_freezes.create',
  method: 'POST',
  path: '/pack_freezes',
  summary: 'Keep all new plans of a year on one pack version',
  permission: 'planner_packs.manage',
  rate: 'general',
  body: PackFreezeCreate,
  replies: { 201: PackFreeze },
  errors: ['pack.year_frozen', 'pack.not_active'],
});

export const deletePackFreeze = endpoint({
  name: 'pack_freezes.delete',
  method: 'DELETE',
  path: '/pack_freezes/{id}',
  summary: 'Thaw a year',
  permission: 'planner_packs.manage',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
});
