import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, lockVersion } from '../records.ts';
import { Enrollment } from './enrollments.ts';

const Work = z.object({ assignment_id: id, title: z.string(), points_possible: z.string() });

/** What a move to another section would do, before anybody decides (TCH-09). */
export const EnrollmentMovePreview = z
  .object({
    section_id: id,
    section_name: z.string(),
    course_name: z.string(),
    /** Within one course all work stays as it is; into another only the grades one chooses go along. */
    is_same_course: z.boolean(),
    due_changes: z.array(
      z.object({
        assignment_id: id,
        title: z.string(),
        due_before: instant.nullable(),
        due_after: instant.nullable(),
        /** Not this student's work any more; what was handed in stays. */
        is_assigned_after: z.boolean(),
      }),
    ),
    /** Grades of the student here that could go along, each with the work there that bears the same title. */
    grades: z.array(Work.extend({ score: z.string(), suggested_id: id.nullable() })),
    targets: z.array(Work),
    time_zone: z.string(),
  })
  .meta({ id: 'EnrollmentMovePreview' });
export type EnrollmentMovePreview = z.infer<typeof EnrollmentMovePreview>;

export const EnrollmentMove = z
  .strictObject({
    section_id: id,
    /** For another course only: which grade becomes which there. */
    grades: z.array(z.strictObject({ from_assignment_id: id, to_assignment_id: id })).max(500),
    lock_version: lockVersion,
  })
  .partial({ grades: true });
export type EnrollmentMove = z.infer<typeof EnrollmentMove>;

const common = { permission: 'enrollments.manage', rate: 'general', params: idParams } as const;

export const previewEnrollmentMove = endpoint({
  ...common,
  name: 'enrollment_moves.preview',
  method: 'GET',
  path: '/enrollments/{id}/move',
  summary: 'Which due times of a student would change in another section, and which grades could go along',
  query: z.strictObject({ section_id: id }),
  replies: { 200: EnrollmentMovePreview },
  errors: ['conflict', 'managed_by_sync'],
});

export const moveEnrollment = endpoint({
  ...common,
  name: 'enrollment_moves.create',
  method: 'POST',
  path: '/enrollments/{id}/move',
  summary: 'Put a student into another section, with their work or with chosen grades',
  body: EnrollmentMove,
  replies: {
    200: z.object({
      enrollment: Enrollment,
      carried_count: z.int(),
      /** Grades that could not be taken over, with why. */
      refused: z.array(z.object({ assignment_id: id, code: z.string() })),
    }),
  },
  errors: ['conflict', 'version_conflict', 'managed_by_sync', 'school_mismatch'],
});
