import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { day, id, idParams, instant, lockVersion, noContent } from '../records.ts';

export const calendarKinds = ['unit', 'session', 'term', 'holiday', 'personal'] as const;
export const CalendarKind = z.enum(calendarKinds);
export type CalendarKind = z.infer<typeof CalendarKind>;

/** One thing on the calendar: days without times, or instants with the zone of the school (PLN-122). */
export const CalendarItem = z.object({
  /** Stable, `session:…`: the UID of the feeds. */
  key: z.string(),
  kind: CalendarKind,
  title: z.string(),
  detail: z.string().nullable(),
  /** Both set for days, the last one included. */
  starts_on: day,
  ends_on: day,
  /** Both set for times. */
  starts_at: instant.nullable(),
  ends_at: instant.nullable(),
  time_zone: z.string().nullable(),
  location: z.string().nullable(),
  color: z.string().nullable(),
  state: z.string().nullable(),
  school_id: id.nullable(),
  course_id: id.nullable(),
  section_id: id.nullable(),
  /** The record behind it, for staff. */
  record_id: id.nullable(),
  lesson_plan_id: id.nullable(),
  unit_plan_id: id.nullable(),
  /** Whose it is, for guardians. */
  student_id: id.nullable(),
  can_move: z.boolean(),
  lock_version: lockVersion.nullable(),
});
export type CalendarItem = z.infer<typeof CalendarItem>;

export const CalendarQuery = z.strictObject({
  from: day,
  to: day,
  course_id: id.optional(),
  section_id: id.optional(),
  /** Comma-separated; all of them unless said. */
  kinds: z
    .string()
    .max(100)
    .transform((text) => text.split(','))
    .pipe(z.array(CalendarKind))
    .optional(),
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;

export const getCalendar = endpoint({
  name: 'calendar.get',
  method: 'GET',
  path: '/calendar',
  summary: 'Everything on the caller’s calendar between two days, at most 400 days',
  permission: 'signed_in',
  rate: 'general',
  query: CalendarQuery,
  replies: { 200: z.object({ time_zone: z.string(), data: z.array(CalendarItem) }) },
});

export const PlannerEvent = z.object({
  id,
  title: z.string(),
  color: z.string().nullable(),
  starts_on: day.nullable(),
  ends_on: day.nullable(),
  starts_at: instant.nullable(),
  ends_at: instant.nullable(),
  lock_version: lockVersion,
});
export type PlannerEvent = z.infer<typeof PlannerEvent>;

const eventFields = {
  title: z.string().trim().min(1).max(200),
  color: z.string().max(20).nullable(),
  starts_on: day.nullable(),
  ends_on: day.nullable(),
  starts_at: instant.nullable(),
  ends_at: instant.nullable(),
};

export const PlannerEventCreate = z.strictObject(eventFields).partial().required({ title: true });
export type PlannerEventCreate = z.infer<typeof PlannerEventCreate>;
export const PlannerEventUpdate = z.strictObject(eventFields).partial().extend({ lock_version: lockVersion });
export type PlannerEventUpdate = z.infer<typeof PlannerEventUpdate>;

export const listPlannerEvents = endpoint({
  name: 'planner_events.list',
  method: 'GET',
  path: '/planner_events',
  summary: 'Own events, newest first',
  permission: 'signed_in',
  rate: 'general',
  query: z.strictObject(pageQuery),
  replies: { 200: page(PlannerEvent) },
});

export const createPlannerEvent = endpoint({
  name: 'planner_events.create',
  method: 'POST',
  path: '/planner_events',
  summary: 'Put an event of one’s own on the calendar',
  permission: 'signed_in',
  rate: 'general',
  body: PlannerEventCreate,
  replies: { 201: PlannerEvent },
});

export const updatePlannerEvent = endpoint({
  name: 'planner_events.update',
  method: 'PATCH',
  path: '/planner_events/{id}',
  summary: 'Change an own event',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  body: PlannerEventUpdate,
  replies: { 200: PlannerEvent },
  errors: ['version_conflict'],
});

export const deletePlannerEvent = endpoint({
  name: 'planner_events.delete',
  method: 'DELETE',
  path: '/planner_events/{id}',
  summary: 'Remove an own event',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
});

export const CalendarFeed = z.object({
  id,
  /** Null: everything on one’s calendar. */
  course_id: id.nullable(),
  course_name: z.string().nullable(),
  created_at: instant,
  last_used_at: instant.nullable(),
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;

/** The address is shown once; only its hash is kept. */
export const OpenedFeed = CalendarFeed.extend({ address: z.string() });
export type OpenedFeed = z.infer<typeof OpenedFeed>;

export const listFeeds = endpoint({
  name: 'calendar_feeds.list',
  method: 'GET',
  path: '/calendar/feeds',
  summary: 'Own calendar feeds',
  permission: 'signed_in',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(CalendarFeed) }) },
});

export const createFeed = endpoint({
  name: 'calendar_feeds.create',
  method: 'POST',
  path: '/calendar/feeds',
  summary: 'Open a feed with a secret address, or give the open one a new address',
  permission: 'signed_in',
  rate: 'general',
  body: z.strictObject({ course_id: id.nullable() }).partial(),
  replies: { 201: OpenedFeed },
  while_impersonating: 'refused',
});

export const deleteFeed = endpoint({
  name: 'calendar_feeds.delete',
  method: 'DELETE',
  path: '/calendar/feeds/{id}',
  summary: 'Close a feed; its address answers no longer',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
});

export const readFeed = endpoint({
  name: 'calendar_feeds.read',
  method: 'GET',
  path: '/calendar/feeds/{id}',
  summary: 'A calendar by its secret address, for calendar programs',
  permission: 'public',
  rate: 'public',
  params: z.strictObject({ id: z.string().max(80) }),
  replies: { 200: z.string() },
  stream: 'download',
});
