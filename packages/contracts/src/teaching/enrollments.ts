import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, day, id, idParams, instant, lockVersion } from '../records.ts';
import { EnrollmentRole } from './courses.ts';

export const EnrollmentState = z.enum(['active', 'inactive', 'withdrawn', 'completed']);

/** What an assistant may do in a section, each a switch of its own (TCH-13). */
export const AssistantRight = z.enum([
  'attendance',
  'see_grades',
  'enter_grades',
  'post_grades',
  'comment',
  'moderate',
  'edit_content',
]);
export type AssistantRight = z.infer<typeof AssistantRight>;

export const Enrollment = z.object({
  id,
  section_id: id,
  section_name: z.string(),
  course_id: id,
  course_name: z.string(),
  user_id: id,
  user_name: z.string(),
  /** How the name is said. */
  pronounced_as: z.string().nullable(),
  role: EnrollmentRole,
  state: EnrollmentState,
  starts_on: day.nullable(),
  ends_on: day.nullable(),
  /** Sees the students of this section only; teachers always see all (TCH-12). */
  is_limited: z.boolean(),
  /** Without meaning for anybody but assistants. */
  assistant_rights: z.array(AssistantRight),
  /** The source that keeps it up to date; by hand it changes only after it was detached (TCH-11). */
  managed_by: z.enum(['oneroster', 'classroom', 'sis']).nullable(),
  withdrawn_at: instant.nullable(),
  lock_version: lockVersion,
  can: abilities('update', 'detach'),
});
export type Enrollment = z.infer<typeof Enrollment>;

export const EnrollmentQuery = z.strictObject({
  ...pageQuery,
  course_id: id.optional(),
  section_id: id.optional(),
  role: EnrollmentRole.optional(),
  state: EnrollmentState.optional(),
  /** A part of the name of the person. */
  q: z.string().trim().max(100).optional(),
});
export type EnrollmentQuery = z.infer<typeof EnrollmentQuery>;

export const EnrollmentCreate = z
  .strictObject({
    section_id: id,
    user_id: id,
    role: EnrollmentRole,
    /** Today for students unless named, so that earlier work is not missing (TCH-08); null: from the beginning. */
    starts_on: day.nullable(),
    ends_on: day.nullable(),
  })
  .partial({ starts_on: true, ends_on: true });
export type EnrollmentCreate = z.infer<typeof EnrollmentCreate>;

export const EnrollmentUpdate = z
  .strictObject({
    state: EnrollmentState,
    starts_on: day.nullable(),
    ends_on: day.nullable(),
    is_limited: z.boolean(),
    assistant_rights: z.array(AssistantRight).max(7),
  })
  .partial()
  .extend({ lock_version: lockVersion });
export type EnrollmentUpdate = z.infer<typeof EnrollmentUpdate>;

export const listEnrollments = endpoint({
  name: 'enrollments.list',
  method: 'GET',
  path: '/enrollments',
  summary: 'Who is in the sections the caller may see',
  permission: 'enrollments.read',
  rate: 'general',
  query: EnrollmentQuery,
  replies: { 200: page(Enrollment) },
});

export const createEnrollment = endpoint({
  name: 'enrollments.create',
  method: 'POST',
  path: '/enrollments',
  summary: 'Put a person into a section',
  permission: 'enrollments.manage',
  rate: 'general',
  body: EnrollmentCreate,
  replies: { 201: Enrollment },
  errors: ['conflict', 'school_mismatch'],
});

export const updateEnrollment = endpoint({
  name: 'enrollments.update',
  method: 'PATCH',
  path: '/enrollments/{id}',
  summary: 'Withdraw a person or take them back, change the dates, sections or rights of an enrollment',
  permission: 'enrollments.manage',
  rate: 'general',
  params: idParams,
  body: EnrollmentUpdate,
  replies: { 200: Enrollment },
  errors: ['version_conflict', 'managed_by_sync'],
});

export const detachEnrollment = endpoint({
  name: 'enrollments.detach',
  method: 'POST',
  path: '/enrollments/{id}/detach',
  summary: 'Take an enrollment out of the hands of the source that keeps it up to date',
  permission: 'enrollments.manage',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ lock_version: lockVersion }),
  replies: { 200: Enrollment },
  errors: ['version_conflict'],
});
