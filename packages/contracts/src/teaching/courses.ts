import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant, lockVersion, name } from '../records.ts';
import { Meeting, MeetingInput } from './meetings.ts';

export const CourseState = z.enum(['draft', 'active', 'archived', 'deleted']);
export const EnrollmentRole = z.enum(['student', 'teacher', 'co_teacher', 'assistant']);
export type EnrollmentRole = z.infer<typeof EnrollmentRole>;

/** One of the eight hues that carry a course everywhere. */
export const courseColor = z.enum(['coral', 'amber', 'olive', 'leaf', 'teal', 'blue', 'violet', 'rose']);

const gradeLevel = z.enum(['PK', 'K', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);

export const Section = z.object({
  id,
  course_id: id,
  name: z.string(),
  code: z.string(),
  capacity: z.int().nullable(),
  state: z.enum(['active', 'archived']),
  /** Empty: the whole year of the course. */
  term_ids: z.array(id),
  meetings: z.array(Meeting),
  students_count: z.int(),
  lock_version: lockVersion,
});
export type Section = z.infer<typeof Section>;

export const CourseTeacher = z.object({ user_id: id, name: z.string(), role: EnrollmentRole });

export const Course = z.object({
  id,
  school_id: id,
  school_name: z.string(),
  academic_year_id: id,
  name: z.string(),
  code: z.string(),
  subject: z.string(),
  grade_levels: z.array(z.string()),
  color: z.string().nullable(),
  state: CourseState,
  sections: z.array(z.object({ id, name: z.string(), code: z.string(), students_count: z.int() })),
  teachers: z.array(CourseTeacher),
  students_count: z.int(),
  /** What the caller is in it; null for those who read it by their school. */
  my_role: EnrollmentRole.nullable(),
  created_at: instant,
  updated_at: instant,
  lock_version: lockVersion,
  can: abilities(
    'update',
    'archive',
    'copy',
    'restore',
    'delete',
    'plan',
    'manage_sections',
    'manage_enrollments',
  ),
});
export type Course = z.infer<typeof Course>;

const fields = {
  name,
  code: z.string().trim().max(40),
  subject: z.string().trim().max(80),
  grade_levels: z.array(gradeLevel).max(14),
  color: courseColor.nullable(),
};

export const SectionInput = z
  .strictObject({
    name,
    code: z.string().trim().max(40),
    capacity: z.int().min(1).max(2000).nullable(),
    term_ids: z.array(id).max(12),
    meetings: z.array(MeetingInput).max(40),
  })
  .partial({ code: true, capacity: true, term_ids: true, meetings: true });
export type SectionInput = z.infer<typeof SectionInput>;

export const CourseCreate = z
  .strictObject({
    school_id: id,
    academic_year_id: id,
    ...fields,
    sections: z.array(SectionInput).min(1).max(40),
  })
  .partial({ code: true, subject: true, grade_levels: true, color: true });
export type CourseCreate = z.infer<typeof CourseCreate>;

export const CourseUpdate = z
  .strictObject({ ...fields, state: z.enum(['draft', 'active']) })
  .partial()
  .extend({ lock_version: lockVersion });
export type CourseUpdate = z.infer<typeof CourseUpdate>;

export const CourseQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  school_id: id.optional(),
  /** The active year unless another is named. */
  academic_year_id: id.optional(),
  subject: z.string().trim().max(80).optional(),
  grade_level: gradeLevel.optional(),
  state: CourseState.optional(),
  /** Only those the caller teaches or learns in. */
  mine: z.stringbool().optional(),
});
export type CourseQuery = z.infer<typeof CourseQuery>;

export const listCourses = endpoint({
  name: 'courses.list',
  method: 'GET',
  path: '/courses',
  summary: 'Courses the caller may see, by name',
  permission: 'courses.read',
  rate: 'general',
  query: CourseQuery,
  replies: { 200: page(Course) },
});

export const createCourse = endpoint({
  name: 'courses.create',
  method: 'POST',
  path: '/courses',
  summary: 'Add a course with its sections',
  permission: 'courses.create',
  rate: 'general',
  body: CourseCreate,
  replies: { 201: Course },
  errors: ['school_mismatch'],
});

export const getCourse = endpoint({
  name: 'courses.get',
  method: 'GET',
  path: '/courses/{id}',
  summary: 'One course',
  permission: 'courses.read',
  rate: 'general',
  params: idParams,
  replies: { 200: Course },
});

export const updateCourse = endpoint({
  name: 'courses.update',
  method: 'PATCH',
  path: '/courses/{id}',
  summary: 'Change the name, subject, grades or colour of a course',
  permission: 'courses.update',
  rate: 'general',
  params: idParams,
  body: CourseUpdate,
  replies: { 200: Course },
  errors: ['version_conflict', 'year_closed'],
});

export const listSections = endpoint({
  name: 'courses.list_sections',
  method: 'GET',
  path: '/courses/{id}/sections',
  summary: 'Sections of a course with their meetings',
  permission: 'courses.read',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(Section) }) },
});

export const createSection = endpoint({
  name: 'courses.create_section',
  method: 'POST',
  path: '/courses/{id}/sections',
  summary: 'Add a section to a course',
  permission: 'sections.manage',
  rate: 'general',
  params: idParams,
  body: SectionInput,
  replies: { 201: Section },
  errors: ['year_closed'],
});

export const SectionUpdate = SectionInput.partial().extend({ lock_version: lockVersion });
export type SectionUpdate = z.infer<typeof SectionUpdate>;

export const updateSection = endpoint({
  name: 'sections.update',
  method: 'PATCH',
  path: '/sections/{id}',
  summary: 'Rename a section or change when it meets',
  permission: 'sections.manage',
  rate: 'general',
  params: idParams,
  body: SectionUpdate,
  replies: { 200: Section },
  errors: ['version_conflict', 'year_closed'],
});
