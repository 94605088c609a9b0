import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../records.ts';

/** What a school cannot do without, each told by live facts and never ticked by hand (PRV-22). */
export const OnboardingKey = z.enum([
  'admin_created',
  'school_configured',
  'academic_year',
  'teachers_added',
  'students_added',
  'course_created',
  'standards_imported',
]);
export type OnboardingKey = z.infer<typeof OnboardingKey>;

export const DistrictSchool = z
  .object({
    id,
    name: z.string(),
    code: z.string(),
    lowest_grade: z.string().nullable(),
    highest_grade: z.string().nullable(),
    teachers_count: z.int(),
    students_count: z.int(),
    /** Members of the school who used the product in the last seven days. */
    active_users_count: z.int(),
    /** Of the active year. */
    active_courses_count: z.int(),
    onboarding: z.object({
      done_count: z.int(),
      total_count: z.int(),
      missing: z.array(OnboardingKey),
    }),
  })
  .meta({ id: 'DistrictSchool' });
export type DistrictSchool = z.infer<typeof DistrictSchool>;

export const listDistrictSchools = endpoint({
  name: 'district.schools',
  method: 'GET',
  path: '/district/schools',
  summary: 'The active schools in reach with their people, activity, courses and what is left to set up',
  permission: 'analytics.read',
  rate: 'general',
  replies: { 200: z.object({ computed_at: instant, data: z.array(DistrictSchool) }) },
});
