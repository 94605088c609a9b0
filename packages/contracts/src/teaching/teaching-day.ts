import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, instant } from '../records.ts';

/** A meeting of one of the caller's sections, with the lesson planned for it. */
export const DayMeeting = z.object({
  section_id: id,
  section_name: z.string(),
  course_id: id,
  course_name: z.string(),
  color: z.string().nullable(),
  starts_at: instant,
  ends_at: instant,
  location: z.string().nullable(),
  students_count: z.int(),
  lesson: z
    .object({ lesson_plan_id: id, unit_plan_id: id.nullable(), title: z.string(), is_taught: z.boolean() })
    .nullable(),
});
export type DayMeeting = z.infer<typeof DayMeeting>;

/** An assignment that wants something of its teacher; counts of what the caller may see. */
export const DayWork = z.object({
  assignment_id: id,
  course_id: id,
  course_name: z.string(),
  color: z.string().nullable(),
  title: z.string(),
  to_grade: z.int(),
  oldest_at: instant.nullable(),
  newly_missing: z.int(),
  unposted: z.int(),
  /** The next due time within a week, how many have it and how many have handed in. */
  due_at: instant.nullable(),
  expected: z.int(),
  handed_in: z.int(),
});
export type DayWork = z.infer<typeof DayWork>;

export const TeachingDay = z.object({
  today_on: day,
  /** Today where one meets a class today, else the next day one does; null when none is in sight. */
  shown_on: day.nullable(),
  time_zone: z.string(),
  rotation_day: z.string().nullable(),
  /** The term that is on, and its school days still to come. */
  term: z.object({ name: z.string(), school_days_left: z.int() }).nullable(),
  meetings: z.array(DayMeeting),
  work: z.array(DayWork),
});
export type TeachingDay = z.infer<typeof TeachingDay>;

export const getTeachingDay = endpoint({
  name: 'teaching_day.get',
  method: 'GET',
  path: '/teaching_day',
  summary: 'The day of a teacher: meetings with their lessons, and work that waits',
  permission: 'unit_plans.read',
  rate: 'general',
  replies: { 200: TeachingDay },
});
