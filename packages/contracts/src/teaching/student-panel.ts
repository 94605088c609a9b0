import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { EnrollmentState } from './enrollments.ts';
import { LearnerAssignment, LearnerCourse, LearnerItem, LearnerTotal } from './learning.ts';

const studentParams = z.strictObject({ id, student_id: id });

/** What staff notes of a student for each other; never for the student or the family (TCH-106). */
export const StudentNote = z
  .object({
    id,
    body: z.string(),
    author: z.object({ id, name: z.string() }),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'StudentNote' });
export type StudentNote = z.infer<typeof StudentNote>;

export const PanelWork = z.object({
  /** As the teacher sees it; no score while names are hidden (TCH-78). */
  staff: LearnerItem,
  /** As the student and the family see it; null: it is not there for them yet. */
  family: LearnerItem.nullable(),
  is_anonymous: z.boolean(),
});
export type PanelWork = z.infer<typeof PanelWork>;

export const StudentPanel = z
  .object({
    student: z.object({
      id,
      name: z.string(),
      /** How the name is said. */
      pronounced_as: z.string().nullable(),
      student_number: z.string().nullable(),
      section_names: z.array(z.string()),
      state: EnrollmentState,
    }),
    work: z.array(PanelWork),
    totals: z.object({
      staff: z.object({ percent: z.string().nullable(), label: z.string().nullable() }),
      /** Null: the course shows them none, or there is none yet. */
      family: LearnerTotal.nullable(),
      kind: z.enum(['so_far', 'if_nothing_more']),
    }),
    notes: z.array(StudentNote),
    /** Null where the caller may not read them. */
    contacts: z
      .array(z.object({ id, name: z.string(), relationship: z.string(), email: z.string().nullable() }))
      .nullable(),
    can: abilities('note', 'extend'),
  })
  .meta({ id: 'StudentPanel' });
export type StudentPanel = z.infer<typeof StudentPanel>;

const reading = { permission: 'gradebook.read', rate: 'general', method: 'GET' } as const;

export const getStudentPanel = endpoint({
  ...reading,
  name: 'student_panel.get',
  path: '/courses/{id}/students/{student_id}/panel',
  summary: 'Everything of one student in a course, for its staff',
  params: studentParams,
  replies: { 200: StudentPanel },
});

/** Which of the two looks: a course may keep content from guardians. */
const Viewer = z.strictObject({ as: z.enum(['student', 'guardian']).optional() });

export const getFamilyCourse = endpoint({
  ...reading,
  name: 'family_view.course',
  path: '/courses/{id}/students/{student_id}/family_view',
  summary: 'The page of the course exactly as this student or their guardians see it now',
  params: studentParams,
  query: Viewer,
  replies: {
    200: z.object({
      student_name: z.string(),
      course: LearnerCourse,
      items: z.array(LearnerItem),
      /** Left out: what nobody on the staff may see with a name yet. */
      hidden_count: z.int(),
    }),
  },
});

export const getFamilyAssignment = endpoint({
  ...reading,
  name: 'family_view.assignment',
  path: '/assignments/{id}/students/{student_id}/family_view',
  summary: 'The page of one piece of work exactly as this student or their guardians see it now',
  params: studentParams,
  query: Viewer,
  replies: { 200: LearnerAssignment },
});

const body = z.string().trim().min(1).max(5_000);

export const createStudentNote = endpoint({
  name: 'student_notes.create',
  method: 'POST',
  path: '/courses/{id}/students/{student_id}/notes',
  summary: 'Note something of a student for the staff of the course alone',
  permission: 'gradebook.read',
  rate: 'general',
  params: studentParams,
  body: z.strictObject({ body }),
  replies: { 201: StudentNote },
});

export const updateStudentNote = endpoint({
  name: 'student_notes.update',
  method: 'PATCH',
  path: '/student_notes/{id}',
  summary: 'Change one’s own note',
  permission: 'gradebook.read',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ body, lock_version: lockVersion }),
  replies: { 200: StudentNote },
  errors: ['version_conflict'],
});

export const deleteStudentNote = endpoint({
  name: 'student_notes.delete',
  method: 'DELETE',
  path: '/student_notes/{id}',
  summary: 'Take one’s own note away',
  permission: 'gradebook.read',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
});
