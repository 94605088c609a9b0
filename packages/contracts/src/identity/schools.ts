import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant, lockVersion, name, timeZone } from '../records.ts';
import { grade } from './grade.ts';

export const SchoolState = z.enum(['active', 'archived']);

export const School = z.object({
  id,
  name: z.string(),
  code: z.string(),
  address: z.string().nullable(),
  time_zone: z.string(),
  lowest_grade: z.string().nullable(),
  highest_grade: z.string().nullable(),
  /** The day a week begins with, 0 for Sunday; null follows the language of the organisation (UXP-95). */
  first_weekday: z.int().nullable(),
  external_id: z.string().nullable(),
  state: SchoolState,
  students_count: z.int(),
  staff_count: z.int(),
  created_at: instant,
  updated_at: instant,
  lock_version: lockVersion,
  can: abilities('update', 'archive', 'restore'),
});
export type School = z.infer<typeof School>;

const code = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N}_.-]+$/u, { error: 'letters, digits, dot, dash and underscore only' });

const fields = {
  name,
  code,
  address: z.string().trim().max(400).nullable(),
  time_zone: timeZone,
  lowest_grade: grade.nullable(),
  highest_grade: grade.nullable(),
  first_weekday: z.int().min(0).max(6).nullable(),
  external_id: z.string().trim().max(120).nullable(),
};

export const SchoolCreate = z.strictObject(fields).partial({
  address: true,
  lowest_grade: true,
  highest_grade: true,
  first_weekday: true,
  external_id: true,
});
export type SchoolCreate = z.infer<typeof SchoolCreate>;

export const SchoolUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type SchoolUpdate = z.infer<typeof SchoolUpdate>;

export const SchoolQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  state: SchoolState.optional(),
});
export type SchoolQuery = z.infer<typeof SchoolQuery>;

export const listSchools = endpoint({
  name: 'schools.list',
  method: 'GET',
  path: '/schools',
  summary: 'Schools the caller may see',
  permission: 'schools.read',
  rate: 'general',
  query: SchoolQuery,
  replies: { 200: page(School) },
});

export const createSchool = endpoint({
  name: 'schools.create',
  method: 'POST',
  path: '/schools',
  summary: 'Add a school',
  permission: 'schools.create',
  rate: 'general',
  body: SchoolCreate,
  replies: { 201: School },
  errors: ['school.code_taken'],
});

export const getSchool = endpoint({
  name: 'schools.get',
  method: 'GET',
  path: '/schools/{id}',
  summary: 'One school',
  permission: 'schools.read',
  rate: 'general',
  params: idParams,
  replies: { 200: School },
});

export const updateSchool = endpoint({
  name: 'schools.update',
  method: 'PATCH',
  path: '/schools/{id}',
  summary: 'Change a school',
  permission: 'schools.update',
  rate: 'general',
  params: idParams,
  body: SchoolUpdate,
  replies: { 200: School },
  errors: ['version_conflict', 'school.code_taken'],
});

export const archiveSchool = endpoint({
  name: 'schools.archive',
  method: 'POST',
  path: '/schools/{id}/archive',
  summary: 'Archive a school that has no active courses',
  permission: 'schools.archive',
  rate: 'general',
  params: idParams,
  replies: { 200: School },
  errors: ['school.has_active_courses'],
});

export const restoreSchool = endpoint({
  name: 'schools.restore',
  method: 'POST',
  path: '/schools/{id}/restore',
  summary: 'Bring an archived school back',
  permission: 'schools.archive',
  rate: 'general',
  params: idParams,
  replies: { 200: School },
});
