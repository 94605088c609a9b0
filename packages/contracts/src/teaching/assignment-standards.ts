import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { StandardSummary } from '../planning/standards.ts';
import { id, idParams, lockVersion } from '../records.ts';

/** By the score of the whole, or by a criterion of the rubric that is tied to the standard (TCH-47). */
export const AssessedBy = z.enum(['overall', 'criterion']);
export type AssessedBy = z.infer<typeof AssessedBy>;

export const AssignmentStandards = z
  .object({
    data: z.array(
      z.object({ standard: StandardSummary, assessed: AssessedBy, criteria: z.array(z.string()) }),
    ),
    /** Those of the linked unit and lesson that are not here yet. */
    from_plan: z.array(StandardSummary),
    /** Of the assignment. */
    lock_version: lockVersion,
    can: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'AssignmentStandards' });
export type AssignmentStandards = z.infer<typeof AssignmentStandards>;

export const getAssignmentStandards = endpoint({
  name: 'assignments.get_standards',
  method: 'GET',
  path: '/assignments/{id}/standards',
  summary: 'The standards an assignment is about, how each is assessed, and those its plan offers',
  permission: 'assignments.read',
  rate: 'general',
  params: idParams,
  replies: { 200: AssignmentStandards },
});

export const AssignmentStandardsUpdate = z.strictObject({
  standards: z.array(z.strictObject({ standard_id: id, assessed: AssessedBy })).max(50),
  lock_version: lockVersion,
});
export type AssignmentStandardsUpdate = z.infer<typeof AssignmentStandardsUpdate>;

export const updateAssignmentStandards = endpoint({
  name: 'assignments.update_standards',
  method: 'PUT',
  path: '/assignments/{id}/standards',
  summary: 'Say which standards an assignment is about and how each is assessed',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: AssignmentStandardsUpdate,
  replies: { 200: AssignmentStandards },
  errors: ['version_conflict'],
});
