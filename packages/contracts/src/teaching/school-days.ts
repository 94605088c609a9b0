import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, idParams, lockVersion } from '../records.ts';
import { timeOfDay } from './meetings.ts';

export const BellSchedule = z.enum(['normal', 'half_day', 'special']);

/** A day that differs from the weekly pattern: a holiday, a half day, an extra Saturday, a day of the rotation. */
export const SchoolDay = z.object({
  school_id: id,
  day_on: day,
  is_instructional: z.boolean(),
  rotation_day: z.string().nullable(),
  bell_schedule: BellSchedule,
  opens_at: timeOfDay.nullable(),
  closes_at: timeOfDay.nullable(),
  note: z.string().nullable(),
});
export type SchoolDay = z.infer<typeof SchoolDay>;

const dayFields = {
  is_instructional: z.boolean(),
  rotation_day: z.string().trim().min(1).max(10).nullable(),
  bell_schedule: BellSchedule,
  opens_at: timeOfDay.nullable(),
  closes_at: timeOfDay.nullable(),
  note: z.string().trim().max(200).nullable(),
};

const optionalFields = {
  is_instructional: true,
  rotation_day: true,
  bell_schedule: true,
  opens_at: true,
  closes_at: true,
  note: true,
} as const;

/** One day or a run of days, both ends included: a whole break in one request. */
export const SchoolDaysPut = z
  .strictObject({
    school_id: id,
    from: day,
    to: day,
    ...dayFields,
    /** No school, announced at short notice: every section with lessons on these days is offered a bump (PLN-115). */
    snow_day: z.boolean(),
  })
  .partial({ ...optionalFields, snow_day: true });
export type SchoolDaysPut = z.infer<typeof SchoolDaysPut>;

export const SchoolDaysQuery = z.strictObject({ school_id: id, from: day, to: day });
export type SchoolDaysQuery = z.infer<typeof SchoolDaysQuery>;

export const AffectedSection = z.object({
  section_id: id,
  section_name: z.string(),
  course_name: z.string(),
  sessions_count: z.int(),
});
export type AffectedSection = z.infer<typeof AffectedSection>;

/** Nothing moves by itself: the teachers of these sections are asked (PLN-125). */
export const SchoolDaysChanged = z.object({ data: z.array(SchoolDay), affected: z.array(AffectedSection) });
export type SchoolDaysChanged = z.infer<typeof SchoolDaysChanged>;

export const listSchoolDays = endpoint({
  name: 'school_days.list',
  method: 'GET',
  path: '/school_days',
  summary: 'Days of a school that differ from its weekly pattern',
  permission: 'terms.read',
  rate: 'general',
  query: SchoolDaysQuery,
  replies: { 200: z.object({ data: z.array(SchoolDay) }) },
});

export const putSchoolDays = endpoint({
  name: 'school_days.put',
  method: 'PUT',
  path: '/school_days',
  summary: 'Make days a holiday, a half day or a day of the rotation',
  permission: 'terms.manage',
  rate: 'general',
  body: SchoolDaysPut,
  replies: { 200: SchoolDaysChanged },
  errors: ['school_mismatch'],
});

export const SchoolDaysDelete = z.strictObject({ school_id: id, from: day, to: day });
export type SchoolDaysDelete = z.infer<typeof SchoolDaysDelete>;

export const deleteSchoolDays = endpoint({
  name: 'school_days.delete',
  method: 'DELETE',
  path: '/school_days',
  summary: 'Give days back to the weekly pattern',
  permission: 'terms.manage',
  rate: 'general',
  query: SchoolDaysDelete,
  replies: { 200: SchoolDaysChanged },
});

/** How a school counts its days in a year (PLN-112). */
export const SchoolCalendar = z.object({
  school_id: id,
  academic_year_id: id,
  weekdays: z.array(z.int().min(0).max(6)),
  rotation_days: z.array(z.string()),
  rotation_on_day_off: z.enum(['keep', 'advance']),
  rotation_starts_on: day.nullable(),
  lock_version: lockVersion,
});
export type SchoolCalendar = z.infer<typeof SchoolCalendar>;

export const SchoolCalendarPut = z.strictObject({
  academic_year_id: id,
  weekdays: z.array(z.int().min(0).max(6)).min(1).max(7),
  rotation_days: z.array(z.string().trim().min(1).max(10)).max(20),
  rotation_on_day_off: z.enum(['keep', 'advance']),
  rotation_starts_on: day.nullable(),
  lock_version: lockVersion,
});
export type SchoolCalendarPut = z.infer<typeof SchoolCalendarPut>;

export const getSchoolCalendar = endpoint({
  name: 'school_calendars.get',
  method: 'GET',
  path: '/schools/{id}/calendar',
  summary: 'Weekdays and rotation of a school in a year; the active year unless another is named',
  permission: 'terms.read',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ academic_year_id: id.optional() }),
  replies: { 200: SchoolCalendar },
});

export const putSchoolCalendar = endpoint({
  name: 'school_calendars.put',
  method: 'PUT',
  path: '/schools/{id}/calendar',
  summary: 'Set weekdays and rotation of a school for a year',
  permission: 'terms.manage',
  rate: 'general',
  params: idParams,
  body: SchoolCalendarPut,
  replies: { 200: SchoolCalendar },
  errors: ['version_conflict', 'year_closed'],
});
