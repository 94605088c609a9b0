import { z } from 'zod';
import { pageQuery } from '../paging.ts';
import { abilities, id, instant, lockVersion } from '../records.ts';

export const gradeLevels = [
  'PK',
  'K',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
] as const;
export const GradeLevel = z.enum(gradeLevels);
export const PlanHome = z.enum(['personal', 'team', 'school', 'district']);
export const PlanState = z.enum(['draft', 'submitted', 'approved', 'returned', 'published', 'archived']);
export const CollaboratorAccess = z.enum(['view', 'comment', 'edit', 'manage']);

export const planTitle = z.string().trim().min(1).max(200);
const tag = z.string().trim().min(1).max(60);
const subject = z.string().trim().min(1).max(80);
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language code such as en' });

export const PlanPerson = z.object({ id, display_name: z.string() });
export type PlanPerson = z.infer<typeof PlanPerson>;

/** A path that a template or a district push made read-only (PLN-26). */
export const LockedPath = z.object({
  path: z.string(),
  reason: z.string().nullable(),
  locked_by: z.string().nullable(),
});
export type LockedPath = z.infer<typeof LockedPath>;

/** What every kind of plan has in common. */
export const planFields = {
  id,
  title: z.string(),
  school_id: id.nullable(),
  owner: PlanPerson,
  home: PlanHome,
  subjects: z.array(z.string()),
  grade_levels: z.array(z.string()),
  planning_context_id: id.nullable(),
  academic_year_id: id.nullable(),
  pack_key: z.string(),
  pack_version: z.int(),
  schema_key: z.string(),
  state: PlanState,
  draft_revision: z.int(),
  /** The draft holds changes that no version has (PLN-28). */
  draft_ahead: z.boolean(),
  current_version_id: id.nullable(),
  current_version_number: z.int().nullable(),
  published_version_id: id.nullable(),
  published_version_number: z.int().nullable(),
  template_version_id: id.nullable(),
  source_plan_id: id.nullable(),
  source_version_id: id.nullable(),
  locked_paths: z.array(LockedPath),
  tags: z.array(z.string()),
  language: z.string(),
  created_at: instant,
  updated_at: instant,
  deleted_at: instant.nullable(),
  /** When a plan in the bin is purged. */
  purge_at: instant.nullable(),
  lock_version: lockVersion,
  can: abilities('comment', 'update', 'delete', 'restore', 'share', 'publish', 'approve'),
};

/** What may be set on every kind of plan. */
export const planInput = {
  title: planTitle,
  /** Null is the district's library. */
  school_id: id.nullable(),
  home: PlanHome,
  subjects: z.array(subject).max(20),
  grade_levels: z.array(GradeLevel).max(14),
  planning_context_id: id.nullable(),
  academic_year_id: id.nullable(),
  tags: z.array(tag).max(50),
  language,
};

/** The pack of a new plan; left out, the one that applies to the school and year is taken (PLN-62). */
export const packInput = {
  pack_key: z.string().min(1).max(80),
  pack_version: z.int().min(1),
  schema_key: z.string().min(1).max(80),
};

export const PlanSort = z.enum(['updated_at', '-updated_at', 'title', '-title', 'starts_on', '-starts_on']);
export type PlanSort = z.infer<typeof PlanSort>;

/** Filters that every list of plans takes (PLN-24). */
export const planQuery = {
  ...pageQuery,
  q: z.string().trim().max(200).optional(),
  sort: PlanSort.default('-updated_at'),
  of: z.enum(['mine', 'team', 'school', 'shared']).optional(),
  state: PlanState.optional(),
  subject: z.string().max(80).optional(),
  grade_level: GradeLevel.optional(),
  tag: z.string().max(60).optional(),
  academic_year_id: id.optional(),
  school_id: id.optional(),
  owner_id: id.optional(),
  planning_context_id: id.optional(),
  framework_id: id.optional(),
  template_id: id.optional(),
  /** What is in the bin, and only that. */
  deleted: z.enum(['true']).optional(),
};

/** Deleting what is placed on a calendar asks for confirmation (PLN-22). */
export const PlanDelete = z.strictObject({
  confirm: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true'),
});
export type PlanDelete = z.infer<typeof PlanDelete>;
