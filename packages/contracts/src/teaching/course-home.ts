import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant } from '../records.ts';
import { ModuleState } from './module-records.ts';

/** What its staff want to know of a course when they come in (TCH-17). */
export const CourseHome = z.object({
  terms: z.array(z.string()),
  modules: z.array(
    z.object({
      id,
      title: z.string(),
      state: ModuleState,
      items_count: z.int(),
      /** Of all required items of all students; null where nothing is required, or too much to count here. */
      done_percent: z.int().nullable(),
    }),
  ),
  due_next: z.array(
    z.object({
      assignment_id: id,
      title: z.string(),
      /** The earliest that is still to come, where students have different ones. */
      due_at: instant,
      assigned_count: z.int(),
      submitted_count: z.int(),
    }),
  ),
  to_grade: z.object({ count: z.int(), oldest_at: instant.nullable() }),
  activity: z.array(
    z.object({
      assignment_id: id,
      title: z.string(),
      student_id: id.nullable(),
      /** Null in anonymous grading. */
      student_name: z.string().nullable(),
      submitted_at: instant,
    }),
  ),
  can: abilities('write'),
});
export type CourseHome = z.infer<typeof CourseHome>;

export const getCourseHome = endpoint({
  name: 'course_home.get',
  method: 'GET',
  path: '/courses/{id}/home',
  summary: 'Progress of modules, what is due next, what was handed in and what waits to be graded',
  permission: 'courses.read',
  rate: 'general',
  params: idParams,
  replies: { 200: CourseHome },
});
