import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams } from '../records.ts';

export const PostingTarget = z
  .strictObject({
    /** `everyone` also lets out comments on work without a grade. */
    target: z.enum(['everyone', 'graded', 'sections', 'selection']),
    section_ids: z.array(id).max(100),
    student_ids: z.array(id).max(5_000),
    /** Only says what would happen. */
    dry_run: z.boolean(),
  })
  .partial({ section_ids: true, student_ids: true, dry_run: true });
export type PostingTarget = z.infer<typeof PostingTarget>;

export const PostingResult = z.object({
  /** Grades that become visible, or hidden. */
  changed_count: z.int(),
  /** People told of it. */
  notified_count: z.int(),
  /** Grades that students still do not see afterwards (TCH-83). */
  hidden_count: z.int(),
  /** Of those to be hidden: seen by somebody, perhaps. */
  seen_count: z.int(),
});
export type PostingResult = z.infer<typeof PostingResult>;

const common = {
  method: 'POST',
  permission: 'submissions.grade',
  rate: 'general',
  params: idParams,
  body: PostingTarget,
  replies: { 200: PostingResult },
} as const;

export const postGrades = endpoint({
  ...common,
  name: 'grades.post',
  path: '/assignments/{id}/post_grades',
  summary: 'Show students score, rubric, comments and annotations in one act',
});

export const hideGrades = endpoint({
  ...common,
  name: 'grades.hide',
  path: '/assignments/{id}/hide_grades',
  summary: 'Hide what was posted; nobody is told',
});
