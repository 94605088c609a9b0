import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, lockVersion } from '../records.ts';
import { LatePolicy } from './course-settings.ts';

/** What another late policy of a course would move, or has moved (TCH-40). */
export const LatePolicyEffect = z.object({
  /** Graded cells whose deduction changes. */
  cells_changed: z.int(),
  students_changed: z.int(),
  /** Cells that a locked period holds. */
  cells_locked: z.int(),
  /** Assignments that keep the policy they had. */
  assignments_kept: z.int(),
});
export type LatePolicyEffect = z.infer<typeof LatePolicyEffect>;

export const LatePolicyPreview = z.strictObject({ late_policy: LatePolicy.nullable() });
export type LatePolicyPreview = z.infer<typeof LatePolicyPreview>;

export const LatePolicyChange = z.strictObject({
  late_policy: LatePolicy.nullable(),
  /** Only what is not graded yet, also what is graded and not locked, or only assignments published from now on. */
  apply: z.enum(['ungraded', 'unlocked', 'from_now']),
  lock_version: lockVersion,
});
export type LatePolicyChange = z.infer<typeof LatePolicyChange>;

export const previewLatePolicy = endpoint({
  name: 'late_policy.preview',
  method: 'POST',
  path: '/courses/{id}/late_policy_preview',
  summary: 'How many cells another late policy would change; nothing is changed',
  permission: 'submissions.grade',
  rate: 'bulk',
  params: idParams,
  body: LatePolicyPreview,
  replies: { 200: LatePolicyEffect },
});

export const changeLatePolicy = endpoint({
  name: 'late_policy.change',
  method: 'PUT',
  path: '/courses/{id}/late_policy',
  summary: 'Change the late policy of a course, for what is chosen',
  permission: 'submissions.grade',
  rate: 'bulk',
  params: idParams,
  body: LatePolicyChange,
  replies: { 200: LatePolicyEffect },
  errors: ['version_conflict'],
});
