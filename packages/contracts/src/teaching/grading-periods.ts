import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, day, id, idParams, instant, lockVersion, name, noContent } from '../records.ts';

export const GradingPeriod = z.object({
  id,
  school_id: id,
  academic_year_id: id,
  name: z.string(),
  starts_on: day,
  ends_on: day,
  locks_at: instant.nullable(),
  weight_percent: z.string(),
  state: z.enum(['upcoming', 'open', 'locked', 'finalized']),
  /** By its state or because its time has come (TCH-121). */
  is_locked: z.boolean(),
  lock_version: lockVersion,
  can: abilities('update', 'delete', 'lock', 'reopen', 'finalize'),
});
export type GradingPeriod = z.infer<typeof GradingPeriod>;

export const listGradingPeriods = endpoint({
  name: 'grading_periods.list',
  method: 'GET',
  path: '/grading_periods',
  summary: 'The grading periods of a school in one year, in their order',
  permission: 'academic_years.read',
  rate: 'general',
  query: z.strictObject({ school_id: id, academic_year_id: id }),
  replies: { 200: z.object({ data: z.array(GradingPeriod) }) },
});

const fields = { name, starts_on: day, ends_on: day, weight_percent: z.number().min(0).max(100) };

export const GradingPeriodCreate = z.strictObject({ school_id: id, academic_year_id: id, ...fields });
export type GradingPeriodCreate = z.infer<typeof GradingPeriodCreate>;

export const createGradingPeriod = endpoint({
  name: 'grading_periods.create',
  method: 'POST',
  path: '/grading_periods',
  summary: 'Add a grading period to the year of a school',
  permission: 'terms.manage',
  rate: 'general',
  body: GradingPeriodCreate,
  replies: { 201: GradingPeriod },
});

export const GradingPeriodUpdate = z
  .strictObject({ ...fields, locks_at: instant.nullable() })
  .partial()
  .extend({ lock_version: lockVersion });
export type GradingPeriodUpdate = z.infer<typeof GradingPeriodUpdate>;

export const updateGradingPeriod = endpoint({
  name: 'grading_periods.update',
  method: 'PATCH',
  path: '/grading_periods/{id}',
  summary: 'Change a period; dates and weight only while it is not closed',
  permission: 'terms.manage',
  rate: 'general',
  params: idParams,
  body: GradingPeriodUpdate,
  replies: { 200: GradingPeriod },
  errors: ['version_conflict', 'period_locked'],
});

export const deleteGradingPeriod = endpoint({
  name: 'grading_periods.delete',
  method: 'DELETE',
  path: '/grading_periods/{id}',
  summary: 'Remove a period that is not closed and that no assignment names',
  permission: 'terms.manage',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
  errors: ['conflict', 'period_locked'],
});

export const SchoolGrading = z.object({
  school_id: id,
  /** The grade of the year: from all its work, or from its periods by their weights (TCH-115). */
  year_grade: z.enum(['items', 'periods']),
  lock_version: lockVersion,
  can: abilities('update'),
});
export type SchoolGrading = z.infer<typeof SchoolGrading>;

export const getSchoolGrading = endpoint({
  name: 'school_grading.get',
  method: 'GET',
  path: '/schools/{id}/grading',
  summary: 'What a school decides about grading for all its courses',
  permission: 'academic_years.read',
  rate: 'general',
  params: idParams,
  replies: { 200: SchoolGrading },
});

export const SchoolGradingUpdate = z.strictObject({
  year_grade: z.enum(['items', 'periods']),
  lock_version: lockVersion,
});
export type SchoolGradingUpdate = z.infer<typeof SchoolGradingUpdate>;

export const updateSchoolGrading = endpoint({
  name: 'school_grading.update',
  method: 'PUT',
  path: '/schools/{id}/grading',
  summary: 'Change how the grade of the year is made; totals follow',
  permission: 'terms.manage',
  rate: 'general',
  params: idParams,
  body: SchoolGradingUpdate,
  replies: { 200: SchoolGrading },
  errors: ['version_conflict'],
});

export const lockGradingPeriod = endpoint({
  name: 'grading_periods.lock',
  method: 'POST',
  path: '/grading_periods/{id}/lock',
  summary: 'Close a period: nothing that would move its totals is taken any more',
  permission: 'grades.finalize',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ lock_version: lockVersion }),
  replies: { 200: GradingPeriod },
  errors: ['version_conflict', 'conflict'],
});

export const GradingPeriodReopen = z
  .strictObject({
    /** For one course, one teacher, one student; for everybody in the period unless named. */
    course_id: id,
    teacher_id: id,
    student_id: id,
    until_at: instant,
    reason: z.string().trim().min(1).max(500),
  })
  .partial({ course_id: true, teacher_id: true, student_id: true });
export type GradingPeriodReopen = z.infer<typeof GradingPeriodReopen>;

export const reopenGradingPeriod = endpoint({
  name: 'grading_periods.reopen',
  method: 'POST',
  path: '/grading_periods/{id}/reopen',
  summary: 'Let grades of a closed period be changed until a stated time, with a reason',
  permission: 'grades.reopen',
  rate: 'general',
  params: idParams,
  body: GradingPeriodReopen,
  replies: { 200: GradingPeriod },
  errors: ['conflict'],
});

export const GradingPeriodProblem = z.object({
  course_id: id,
  course_name: z.string(),
  ungraded_count: z.int(),
  hidden_count: z.int(),
});

export const finalizeGradingPeriod = endpoint({
  name: 'grading_periods.finalize',
  method: 'POST',
  path: '/grading_periods/{id}/finalize',
  summary: 'Freeze the grades of a period for report cards, or list what stands against it',
  permission: 'grades.finalize',
  rate: 'general',
  params: idParams,
  body: z.strictObject({
    lock_version: lockVersion,
    dry_run: z.boolean().optional(),
    accepts_problems: z.boolean().optional(),
  }),
  replies: {
    200: z.object({
      period: GradingPeriod,
      problems: z.array(GradingPeriodProblem),
      frozen_count: z.int(),
    }),
  },
  errors: ['version_conflict', 'conflict'],
});
