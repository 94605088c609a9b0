import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { RichText } from '../rich-text.ts';

const fields = {
  title: z.string().trim().min(1).max(200),
  body: RichText.nullable(),
};

export const CoursePage = z
  .object({
    id,
    course_id: id,
    title: z.string(),
    body: z.record(z.string(), z.unknown()).nullable(),
    edited_by_name: z.string().nullable(),
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update'),
  })
  .meta({ id: 'CoursePage' });
export type CoursePage = z.infer<typeof CoursePage>;

export const createCoursePage = endpoint({
  name: 'course_pages.create',
  method: 'POST',
  path: '/courses/{id}/pages',
  summary: 'Begin a page of a course; students see it in a module',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ title: fields.title, body: fields.body.optional() }),
  replies: { 201: CoursePage },
  errors: ['year_closed'],
});

export const getCoursePage = endpoint({
  name: 'course_pages.get',
  method: 'GET',
  path: '/course_pages/{id}',
  summary: 'A page for the staff of its course; students open it in its module',
  permission: 'modules.read',
  rate: 'general',
  params: idParams,
  replies: { 200: CoursePage },
});

export const CoursePageUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type CoursePageUpdate = z.infer<typeof CoursePageUpdate>;

export const updateCoursePage = endpoint({
  name: 'course_pages.update',
  method: 'PATCH',
  path: '/course_pages/{id}',
  summary: 'Save a page; a stale version answers 409 with the text as it is now',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: CoursePageUpdate,
  replies: { 200: CoursePage },
  errors: ['version_conflict', 'year_closed'],
});

export const deleteCoursePage = endpoint({
  name: 'course_pages.delete',
  method: 'DELETE',
  path: '/course_pages/{id}',
  summary: 'Put a page into the bin for 30 days; modules show it no longer',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
  errors: ['year_closed'],
});

export const restoreCoursePage = endpoint({
  name: 'course_pages.restore',
  method: 'POST',
  path: '/course_pages/{id}/restore',
  summary: 'Take a page out of the bin; it is in its modules again',
  permission: 'modules.write',
  rate: 'general',
  params: idParams,
  body: z.strictObject({}),
  replies: { 200: CoursePage },
  errors: ['gone', 'year_closed'],
});
