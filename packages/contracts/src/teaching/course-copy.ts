import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, name, noContent } from '../records.ts';
import { Course } from './courses.ts';

export const CoursePart = z.enum([
  'modules',
  'assignments',
  'categories',
  'rubrics',
  'discussions',
  'policies',
]);
export type CoursePart = z.infer<typeof CoursePart>;

export const CourseCopyInput = z.strictObject({
  /** The year of the copy; the same one is fine. */
  academic_year_id: id,
  name: name.optional(),
  parts: z.array(CoursePart).min(1).max(6),
  /** On top of the same school day of the other year. */
  shift_school_days: z.int().min(-200).max(200).default(0),
});
export type CourseCopyInput = z.infer<typeof CourseCopyInput>;

export const CourseCopy = z.object({
  id,
  source_course_id: id,
  course_id: id,
  parts: z.array(CoursePart),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done_count: z.int(),
  total_count: z.int(),
  /** What is not in the copy, and why. */
  skipped: z.array(
    z.object({
      part: CoursePart,
      title: z.string(),
      reason: z.enum(['own_dates', 'group_set', 'outside_year', 'not_there_yet', 'scheduled_grades']),
    }),
  ),
  created_at: instant,
  finished_at: instant.nullable(),
});
export type CourseCopy = z.infer<typeof CourseCopy>;

export const copyCourse = endpoint({
  name: 'courses.copy',
  method: 'POST',
  path: '/courses/{id}/copy',
  summary: 'Copy parts of a course into a new one; never students, work, grades or messages',
  permission: 'courses.update',
  rate: 'general',
  params: idParams,
  body: CourseCopyInput,
  replies: { 202: CourseCopy },
  errors: ['year_closed'],
});

export const getCourseCopy = endpoint({
  name: 'course_copies.get',
  method: 'GET',
  path: '/course_copies/{id}',
  summary: 'How far a copy is, and what it left out',
  permission: 'courses.update',
  rate: 'general',
  params: idParams,
  replies: { 200: CourseCopy },
});

export const ShiftedDate = z.object({
  kind: z.enum(['assignment', 'module', 'item']),
  id,
  title: z.string(),
  field: z.enum([
    'available_from_at',
    'due_at',
    'due_rule',
    'available_until_at',
    'publish_at',
    'post_at',
    'unlock_at',
    'starts_on',
    'ends_on',
    'planned_on',
  ]),
  before: z.string(),
  /** Null: it stays as it is. */
  after: z.string().nullable(),
  /** Why it stays: a locked grading period holds it, or it would fall outside the year (TCH-121). */
  stays: z.enum(['locked', 'outside_year']).nullable(),
});
export type ShiftedDate = z.infer<typeof ShiftedDate>;

export const shiftCourseDates = endpoint({
  name: 'courses.shift_dates',
  method: 'POST',
  path: '/courses/{id}/shift_dates',
  summary:
    'Move all dates of a course by whole school days, at the same local times; a preview changes nothing',
  permission: 'courses.update',
  rate: 'general',
  params: idParams,
  body: z.strictObject({
    school_days: z.int().min(-200).max(200),
    preview: z.boolean(),
  }),
  replies: { 200: z.object({ change_id: id.nullable(), dates: z.array(ShiftedDate) }) },
  errors: ['year_closed'],
});

export const archiveCourse = endpoint({
  name: 'courses.archive',
  method: 'POST',
  path: '/courses/{id}/archive',
  summary: 'Put a course away: everybody reads, nobody changes it',
  permission: 'courses.archive',
  rate: 'general',
  params: idParams,
  body: z.strictObject({}),
  replies: { 200: Course },
});

export const restoreCourse = endpoint({
  name: 'courses.restore',
  method: 'POST',
  path: '/courses/{id}/restore',
  summary: 'Take up an archived course again, or take one out of the bin within 30 days',
  permission: 'courses.delete',
  rate: 'general',
  params: idParams,
  body: z.strictObject({}),
  replies: { 200: Course },
  errors: ['year_closed', 'gone'],
});

export const deleteCourse = endpoint({
  name: 'courses.delete',
  method: 'DELETE',
  path: '/courses/{id}',
  summary: 'Put a course into the bin for 30 days; with work or grades in it its name has to be typed',
  permission: 'courses.delete',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ confirm: z.string().max(120).optional() }),
  replies: { 204: noContent },
  errors: ['course.has_work'],
});

/** A course in the bin, as long as it can come back. */
export const DeletedCourse = z.object({
  id,
  name: z.string(),
  code: z.string(),
  subject: z.string(),
  color: z.string().nullable(),
  school_name: z.string(),
  deleted_at: instant,
  /** Until then it can be restored (TCH-05). */
  restorable_until: instant,
});
export type DeletedCourse = z.infer<typeof DeletedCourse>;

export const listDeletedCourses = endpoint({
  name: 'courses.list_deleted',
  method: 'GET',
  path: '/deleted_courses',
  summary: 'Courses in the bin of the schools whose courses the caller may delete, newest first',
  permission: 'courses.delete',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(DeletedCourse) }) },
});
