import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, lockVersion } from '../records.ts';
import { GradeCell } from './gradebook.ts';
import { points } from './rubrics.ts';

export const RubricMark = z.strictObject({
  rating_id: id.nullable(),
  /** May differ from those of the rating. */
  points: points.nullable(),
  comment: z.string().trim().max(2_000),
});
export type RubricMark = z.infer<typeof RubricMark>;

/** By id of the criterion. */
export const RubricMarks = z.record(z.uuid(), RubricMark);
export type RubricMarks = z.infer<typeof RubricMarks>;

export const RubricAssessment = z
  .object({
    id,
    rubric_id: id,
    attempt: z.int(),
    marks: RubricMarks,
    is_complete: z.boolean(),
    is_accepted: z.boolean(),
    /** Null while it is a draft, and without points (TCH-86). */
    score: z.string().nullable(),
    assessor: z.object({ id, name: z.string() }),
    updated_at: instant,
    lock_version: lockVersion,
  })
  .meta({ id: 'RubricAssessment' });
export type RubricAssessment = z.infer<typeof RubricAssessment>;

export const RubricAssessmentPut = z
  .strictObject({
    rubric_id: id,
    attempt: z.int().min(0).max(1000),
    marks: RubricMarks,
    /** A part of the criteria is enough for a score. */
    is_accepted: z.boolean(),
    /** Lets the total replace a score that was typed. */
    use_score: z.boolean(),
    /** Null: nobody has judged this attempt yet. */
    lock_version: lockVersion.nullable(),
  })
  .partial({ attempt: true, is_accepted: true, use_score: true });
export type RubricAssessmentPut = z.infer<typeof RubricAssessmentPut>;

export const AssessedWork = z.object({ assessment: RubricAssessment, cell: GradeCell });

export const putRubricAssessment = endpoint({
  name: 'rubric_assessments.save',
  method: 'PUT',
  path: '/assignments/{id}/work/{student_id}/rubric_assessment',
  summary: 'Judge the work by the rubric; a complete one fills the score where the assignment says so',
  permission: 'rubric_scores.write',
  rate: 'general',
  params: z.strictObject({ id, student_id: id }),
  body: RubricAssessmentPut,
  replies: { 200: AssessedWork },
  errors: ['version_conflict', 'period_locked'],
});

export const putSelfAssessment = endpoint({
  name: 'self_assessments.save',
  method: 'PUT',
  path: '/assignments/{id}/my_self_assessment',
  summary: 'Judge the own work by the rubric, where the assignment asks for it',
  permission: 'submissions.create',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ marks: RubricMarks, lock_version: lockVersion.nullable() }),
  replies: { 200: z.object({ marks: RubricMarks, lock_version: lockVersion }) },
  errors: ['version_conflict', 'conflict'],
});
