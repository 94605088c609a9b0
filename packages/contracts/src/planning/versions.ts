import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant } from '../records.ts';
import { ChangeStatus, DiffRun, PlanChange, PlanSnapshot } from './plan-diff.ts';
import { type PlanFamily, planCapability, planFamilies } from './plan-families.ts';
import { PlanPerson } from './plan-records.ts';

export const VersionKind = z.enum([
  'manual',
  'snapshot',
  'submit',
  'publish',
  'restore',
  'ai_apply',
  'import',
  'push',
]);
export type VersionKind = z.infer<typeof VersionKind>;

const number = z.int().min(1);

export const PlanVersion = z
  .object({
    id,
    version_number: z.int(),
    title: z.string(),
    kind: VersionKind,
    change_note: z.string().nullable(),
    author: PlanPerson,
    created_at: instant,
    /** Against the version before it; null for the first. */
    changed_fields_count: z.int().nullable(),
    restored_from: z.object({ id, version_number: z.int() }).nullable(),
    is_current: z.boolean(),
    is_published: z.boolean(),
    is_under_review: z.boolean(),
    /** When it was live (PLN-52). */
    live: z.array(z.object({ from_at: instant, to_at: instant.nullable() })),
  })
  .meta({ id: 'PlanVersion' });
export type PlanVersion = z.infer<typeof PlanVersion>;

export const WholePlanVersion = PlanVersion.extend(PlanSnapshot.shape).meta({ id: 'WholePlanVersion' });
export type WholePlanVersion = z.infer<typeof WholePlanVersion>;

export const CutVersion = z.strictObject({ change_note: z.string().trim().max(500).nullish() });
export type CutVersion = z.infer<typeof CutVersion>;

export const CutReply = z.object({ created: z.boolean(), version: PlanVersion });
export type CutReply = z.infer<typeof CutReply>;

export const VersionQuery = z.strictObject({
  ...pageQuery,
  author_id: id.optional(),
  kind: VersionKind.optional(),
});
export type VersionQuery = z.infer<typeof VersionQuery>;

/** A version by its number or id, what is being written, what is live, or what the plan was made from. */
const side = z.string().regex(/^([1-9]\d{0,8}|draft|published|source|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})$/, {
  error: 'a version number or id, draft, published or source',
});

export const DiffQuery = z.strictObject({ from: side, to: side });
export type DiffQuery = z.infer<typeof DiffQuery>;

export const DiffSide = z.object({
  /** What was asked for: a number, `draft`, `published` or `source`. */
  name: z.string(),
  plan_id: id,
  version_id: id.nullable(),
  version_number: z.int().nullable(),
  title: z.string(),
});
export type DiffSide = z.infer<typeof DiffSide>;

export const PlanDiff = z
  .object({
    from: DiffSide,
    to: DiffSide,
    changes: z.array(PlanChange),
    /** What changed inside lessons that both sides have (PLN-38). */
    lessons: z.array(z.object({ lesson_plan_id: id, title: z.string(), changes: z.array(PlanChange) })),
    /** Some texts were too far apart for words. */
    coarse: z.boolean(),
  })
  .meta({ id: 'PlanDiff' });
export type PlanDiff = z.infer<typeof PlanDiff>;

export const planPath = z
  .string()
  .max(400)
  .regex(/^(\/[^/]+)+$/, { error: 'a path such as /objectives/…' });

export const FieldHistoryQuery = z.strictObject({ path: planPath });
export type FieldHistoryQuery = z.infer<typeof FieldHistoryQuery>;

export const FieldHistory = z
  .object({
    path: z.string(),
    /** Newest first: the versions that changed the field. */
    data: z.array(
      z.object({
        version: PlanVersion,
        /** The version it was compared with; null when the first one already had it. */
        previous_number: z.int().nullable(),
        status: ChangeStatus,
        runs: z.array(DiffRun).nullable(),
      }),
    ),
  })
  .meta({ id: 'FieldHistory' });
export type FieldHistory = z.infer<typeof FieldHistory>;

/** Without a path everything is restored. */
export const RestoreVersion = z.strictObject({ path: planPath.nullish() });
export type RestoreVersion = z.infer<typeof RestoreVersion>;

export const Unlinked = z.object({
  kind: z.enum(['standard', 'resource', 'lesson']),
  id,
  title: z.string(),
  reason: z.enum(['retired', 'deleted', 'moved']),
});
export type Unlinked = z.infer<typeof Unlinked>;

export const RestoreReply = z
  .object({
    version: PlanVersion,
    /** What the draft was before, when no version had it yet (PLN-41). */
    snapshot: PlanVersion.nullable(),
    draft_revision: z.int(),
    /** What the old version refers to and could not be linked again (PLN-42). */
    unlinked: z.array(Unlinked),
  })
  .meta({ id: 'RestoreReply' });
export type RestoreReply = z.infer<typeof RestoreReply>;

export const versionParams = z.strictObject({ id, number: z.coerce.number().pipe(number) });

/** History, comparison and restoring: the same for every kind of plan (PLN-36). */
function versionEndpoints(family: PlanFamily) {
  const { noun } = planFamilies[family];
  const read = { rate: 'general', permission: planCapability(family, 'read') } as const;
  const write = { rate: 'general', permission: planCapability(family, 'update') } as const;
  return {
    list: endpoint({
      ...read,
      name: `${family}.versions.list`,
      method: 'GET',
      path: `/${family}/{id}/versions`,
      summary: `The versions of a ${noun}, newest first`,
      params: idParams,
      query: VersionQuery,
      replies: { 200: page(PlanVersion) },
    }),
    cut: endpoint({
      ...write,
      name: `${family}.versions.create`,
      method: 'POST',
      path: `/${family}/{id}/versions`,
      summary: `Keep the draft of a ${noun} as a version; 200 when the newest version is the same already`,
      params: idParams,
      body: CutVersion,
      replies: { 201: CutReply, 200: CutReply },
      errors: ['conflict'],
    }),
    get: endpoint({
      ...read,
      name: `${family}.versions.get`,
      method: 'GET',
      path: `/${family}/{id}/versions/{number}`,
      summary: `One version of a ${noun} with its content`,
      params: versionParams,
      replies: { 200: WholePlanVersion },
    }),
    diff: endpoint({
      ...read,
      name: `${family}.diff`,
      method: 'GET',
      path: `/${family}/{id}/diff`,
      summary: `What differs between two states of a ${noun}`,
      params: idParams,
      query: DiffQuery,
      replies: { 200: PlanDiff },
    }),
    fieldHistory: endpoint({
      ...read,
      name: `${family}.field_history`,
      method: 'GET',
      path: `/${family}/{id}/field_history`,
      summary: `The versions that changed one field of a ${noun}`,
      params: idParams,
      query: FieldHistoryQuery,
      replies: { 200: FieldHistory },
    }),
    restore: endpoint({
      ...write,
      name: `${family}.versions.restore`,
      method: 'POST',
      path: `/${family}/{id}/versions/{number}/restore`,
      summary: `Make an old version of a ${noun}, or one field of it, the draft and the newest version`,
      params: versionParams,
      body: RestoreVersion,
      replies: { 200: RestoreReply },
      errors: ['path_locked', 'conflict'],
    }),
  } as const;
}

export const {
  list: listUnitVersions,
  cut: cutUnitVersion,
  get: getUnitVersion,
  diff: diffUnitVersions,
  fieldHistory: getUnitFieldHistory,
  restore: restoreUnitVersion,
} = versionEndpoints('unit_plans');

export const {
  list: listLessonVersions,
  cut: cutLessonVersion,
  get: getLessonVersion,
  diff: diffLessonVersions,
  fieldHistory: getLessonFieldHistory,
  restore: restoreLessonVersion,
} = versionEndpoints('lesson_plans');

export const {
  list: listTemplateVersions,
  cut: cutTemplateVersion,
  get: getTemplateVersion,
  diff: diffTemplateVersions,
  fieldHistory: getTemplateFieldHistory,
  restore: restoreTemplateVersion,
} = versionEndpoints('templates');

export const {
  list: listDocumentVersions,
  cut: cutDocumentVersion,
  get: getDocumentVersion,
  diff: diffDocumentVersions,
  fieldHistory: getDocumentFieldHistory,
  restore: restoreDocumentVersion,
} = versionEndpoints('curriculum_documents');
