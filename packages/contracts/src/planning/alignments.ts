import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, noContent } from '../records.ts';
import { StandardSummary } from './standards.ts';

export const alignmentTargets = [
  'unit_plan',
  'lesson_plan',
  'template',
  'curriculum_document',
  'assignment',
  'question',
  'rubric_criterion',
  'resource',
] as const;
export const AlignmentTarget = z.enum(alignmentTargets);
export type AlignmentTarget = z.infer<typeof AlignmentTarget>;
export const Emphasis = z.enum(['introduced', 'developed', 'mastered', 'reviewed']);
export type Emphasis = z.infer<typeof Emphasis>;

export const StandardAlignment = z
  .object({
    id,
    standard: StandardSummary,
    framework_title: z.string(),
    target_type: AlignmentTarget,
    target_id: id,
    target_title: z.string().nullable(),
    emphasis: Emphasis.nullable(),
    note: z.string().nullable(),
    source: z.enum(['manual', 'template', 'inherited', 'ai', 'import']),
    /** A standard with others below it; those do not count as covered by this (PLN-90). */
    is_parent: z.boolean(),
    /** Retired: what could take its place (PLN-92). */
    replacement: StandardSummary.nullable(),
    created_at: instant,
    can: abilities('delete'),
  })
  .meta({ id: 'StandardAlignment' });
export type StandardAlignment = z.infer<typeof StandardAlignment>;

const pair = { standard_id: id, target_type: AlignmentTarget, target_id: id };

export const AlignmentCreate = z
  .strictObject({ ...pair, emphasis: Emphasis.nullable(), note: z.string().trim().max(500).nullable() })
  .partial({ emphasis: true, note: true });
export type AlignmentCreate = z.infer<typeof AlignmentCreate>;

export const AlignmentBulk = z.strictObject({
  action: z.enum(['align', 'remove']),
  pairs: z.array(z.strictObject(pair)).min(1).max(500),
  emphasis: Emphasis.nullable().optional(),
});
export type AlignmentBulk = z.infer<typeof AlignmentBulk>;

export const AlignmentBulkResult = z.object({
  ...pair,
  status: z.enum(['done', 'unchanged', 'failed']),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export type AlignmentBulkResult = z.infer<typeof AlignmentBulkResult>;

export const AlignmentQuery = z
  .strictObject({
    target_type: AlignmentTarget.optional(),
    target_id: id.optional(),
    standard_id: id.optional(),
    /** With a standard: what is aligned to those below it too. */
    with_branch: z.stringbool().default(false),
  })
  .refine((query) => query.standard_id !== undefined || query.target_id !== undefined, {
    error: 'name a standard or a target',
    path: ['target_id'],
  });
export type AlignmentQuery = z.infer<typeof AlignmentQuery>;

const common = { rate: 'general', permission: 'unit_plans.update' } as const;

export const listAlignments = endpoint({
  ...common,
  name: 'standard_alignments.list',
  method: 'GET',
  path: '/standard_alignments',
  summary: 'Alignments of one target, or of one standard as far as the caller may read the targets',
  permission: 'unit_plans.read',
  query: AlignmentQuery,
  replies: { 200: z.object({ data: z.array(StandardAlignment), hidden_count: z.int() }) },
});

export const UnitAlignments = z.object({
  own: z.array(StandardAlignment),
  lessons: z.array(z.object({ plan_id: id, title: z.string(), data: z.array(StandardAlignment) })),
  assessments: z.array(StandardAlignment),
});
export type UnitAlignments = z.infer<typeof UnitAlignments>;

export const getUnitAlignments = endpoint({
  ...common,
  name: 'unit_plans.alignments',
  method: 'GET',
  path: '/unit_plans/{id}/alignments',
  summary: 'A unit’s own alignments, and apart from them those of its lessons and assessments',
  permission: 'unit_plans.read',
  params: idParams,
  replies: { 200: UnitAlignments },
});

export const createAlignment = endpoint({
  ...common,
  name: 'standard_alignments.create',
  method: 'POST',
  path: '/standard_alignments',
  summary: 'Align a standard to a plan or another target; doing it twice changes nothing',
  body: AlignmentCreate,
  replies: { 201: StandardAlignment, 200: StandardAlignment },
  errors: ['standard_retired', 'conflict'],
});

export const deleteAlignment = endpoint({
  ...common,
  name: 'standard_alignments.delete',
  method: 'DELETE',
  path: '/standard_alignments/{id}',
  summary: 'Take an alignment away',
  params: idParams,
  replies: { 204: noContent },
});

export const bulkAlignments = endpoint({
  ...common,
  rate: 'bulk',
  name: 'standard_alignments.bulk',
  method: 'POST',
  path: '/standard_alignments/bulk',
  summary: 'Align or un-align up to 500 pairs, with a result for each',
  body: AlignmentBulk,
  replies: {
    200: z.object({
      data: z.array(AlignmentBulkResult),
      done_count: z.int(),
      unchanged_count: z.int(),
      failed_count: z.int(),
    }),
  },
});

export const ReplacementOffer = z.object({
  from: StandardSummary,
  to: StandardSummary,
  alignments_count: z.int(),
});
export type ReplacementOffer = z.infer<typeof ReplacementOffer>;

export const AlignmentMigration = z.object({
  id: id.nullable(),
  offers: z.array(ReplacementOffer),
  moved_count: z.int(),
  undo_until_at: instant.nullable(),
  undone_at: instant.nullable(),
});
export type AlignmentMigration = z.infer<typeof AlignmentMigration>;

export const migrateAlignments = endpoint({
  ...common,
  rate: 'bulk',
  name: 'standards.migrate_alignments',
  method: 'POST',
  path: '/standards/migrate_alignments',
  summary: 'Move the alignments of replaced standards to what replaces them',
  permission: 'standards.update',
  body: z.strictObject({
    framework_id: id,
    dry_run: z.boolean().default(false),
    /** Only these; left out, every replaced standard of the framework. */
    standard_ids: z.array(id).max(5_000).optional(),
  }),
  replies: { 200: AlignmentMigration },
});

export const MigrationRecord = z.object({
  id,
  moved_count: z.int(),
  created_at: instant,
  undo_until_at: instant,
  undone_at: instant.nullable(),
});
export type MigrationRecord = z.infer<typeof MigrationRecord>;

export const listMigrations = endpoint({
  ...common,
  name: 'alignment_migrations.list',
  method: 'GET',
  path: '/alignment_migrations',
  summary: 'Moves of the alignments of a framework that can still be put back, newest first',
  permission: 'standards.update',
  query: z.strictObject({ framework_id: id }),
  replies: { 200: z.object({ data: z.array(MigrationRecord) }) },
});

export const undoMigration = endpoint({
  ...common,
  name: 'alignment_migrations.undo',
  method: 'POST',
  path: '/alignment_migrations/{id}/undo',
  summary: 'Put the alignments of a move back, within 30 days',
  permission: 'standards.update',
  params: idParams,
  replies: { 200: AlignmentMigration },
  errors: ['gone'],
});
