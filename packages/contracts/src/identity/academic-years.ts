import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, day, id, idParams, instant, lockVersion, name, reason } from '../records.ts';

export const AcademicYearState = z.enum(['planned', 'active', 'closing', 'closed']);

export const AcademicYear = z
  .object({
    id,
    name: z.string(),
    starts_on: day,
    ends_on: day,
    state: AcademicYearState,
    terms_count: z.int(),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'activate', 'close', 'reopen'),
  })
  .meta({ id: 'AcademicYear' });
export type AcademicYear = z.infer<typeof AcademicYear>;

export const AcademicYearCreate = z.strictObject({ name, starts_on: day, ends_on: day });
export type AcademicYearCreate = z.infer<typeof AcademicYearCreate>;

export const AcademicYearUpdate = z
  .strictObject({ name, starts_on: day, ends_on: day })
  .partial()
  .extend({ lock_version: lockVersion });
export type AcademicYearUpdate = z.infer<typeof AcademicYearUpdate>;

export const listAcademicYears = endpoint({
  name: 'academic_years.list',
  method: 'GET',
  path: '/academic_years',
  summary: 'Academic years, newest first',
  permission: 'academic_years.read',
  rate: 'general',
  query: z.strictObject({ ...pageQuery, state: AcademicYearState.optional() }),
  replies: { 200: page(AcademicYear) },
});

export const createAcademicYear = endpoint({
  name: 'academic_years.create',
  method: 'POST',
  path: '/academic_years',
  summary: 'Plan an academic year',
  permission: 'academic_years.manage',
  rate: 'general',
  body: AcademicYearCreate,
  replies: { 201: AcademicYear },
});

export const getAcademicYear = endpoint({
  name: 'academic_years.get',
  method: 'GET',
  path: '/academic_years/{id}',
  summary: 'One academic year',
  permission: 'academic_years.read',
  rate: 'general',
  params: idParams,
  replies: { 200: AcademicYear },
});

export const updateAcademicYear = endpoint({
  name: 'academic_years.update',
  method: 'PATCH',
  path: '/academic_years/{id}',
  summary: 'Rename a year or move its dates',
  permission: 'academic_years.manage',
  rate: 'general',
  params: idParams,
  body: AcademicYearUpdate,
  replies: { 200: AcademicYear },
  errors: ['version_conflict', 'year_closed'],
});

export const activateAcademicYear = endpoint({
  name: 'academic_years.activate',
  method: 'POST',
  path: '/academic_years/{id}/activate',
  summary: 'Make a planned year the active one; the former one starts closing',
  permission: 'academic_years.manage',
  rate: 'general',
  params: idParams,
  /** The year seen as active when deciding, so that a decision on old facts is refused (IDN-12). */
  body: z.strictObject({ replaces_id: id.nullable() }),
  replies: { 200: AcademicYear },
  errors: ['year_already_active', 'conflict'],
});

/** What a year may not be closed over unless somebody says why (IDN-14). */
export const OpenEnd = z.enum(['ungraded', 'unfinalized', 'drafts']);
export type OpenEnd = z.infer<typeof OpenEnd>;

/** What is open in one course of a year; a kind that is waived no longer holds the year open. */
export const CourseOpenEnds = z.object({
  school_id: id,
  school_name: z.string(),
  course_id: id,
  course_name: z.string(),
  /** Pieces of work handed in and not graded. */
  ungraded_count: z.int(),
  /** Names of the grading periods that are not final. */
  unfinalized: z.array(z.string()),
  /** Assignments nobody published, and comments nobody posted. */
  drafts_count: z.int(),
  waived: z.array(z.object({ kind: OpenEnd, reason: z.string(), waived_by: z.string(), waived_at: instant })),
});
export type CourseOpenEnds = z.infer<typeof CourseOpenEnds>;

export const YearClosing = z
  .object({ academic_year_id: id, courses: z.array(CourseOpenEnds), is_ready: z.boolean() })
  .meta({ id: 'YearClosing' });
export type YearClosing = z.infer<typeof YearClosing>;

export const getYearClosing = endpoint({
  name: 'academic_years.get_closing',
  method: 'GET',
  path: '/academic_years/{id}/closing',
  summary: 'What keeps a year from being closed, by school and course',
  permission: 'years.close',
  rate: 'general',
  params: idParams,
  replies: { 200: YearClosing },
});

export const WaiverCreate = z.strictObject({
  items: z
    .array(z.strictObject({ course_id: id, kind: OpenEnd }))
    .min(1)
    .max(1000),
  reason,
});
export type WaiverCreate = z.infer<typeof WaiverCreate>;

export const waiveOpenEnds = endpoint({
  name: 'academic_years.waive',
  method: 'POST',
  path: '/academic_years/{id}/waivers',
  summary: 'Leave things of courses open although the year is closed, with a reason',
  permission: 'years.close',
  rate: 'general',
  fresh_sign_in: true,
  params: idParams,
  body: WaiverCreate,
  replies: { 200: YearClosing },
  errors: ['conflict'],
});

export const closeAcademicYear = endpoint({
  name: 'academic_years.close',
  method: 'POST',
  path: '/academic_years/{id}/close',
  summary: 'Close a year for good: grades are locked, courses put away, enrollments completed',
  permission: 'years.close',
  rate: 'general',
  fresh_sign_in: true,
  params: idParams,
  body: z.strictObject({ reason }),
  replies: { 200: AcademicYear },
  errors: ['conflict', 'year_not_ready'],
});

export const reopenAcademicYear = endpoint({
  name: 'academic_years.reopen',
  method: 'POST',
  path: '/academic_years/{id}/reopen',
  summary: 'Take a closed year back to closing',
  permission: 'years.close',
  rate: 'general',
  fresh_sign_in: true,
  params: idParams,
  body: z.strictObject({ reason }),
  replies: { 200: AcademicYear },
  errors: ['conflict'],
});
