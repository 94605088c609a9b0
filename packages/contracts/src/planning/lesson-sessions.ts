import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, day, id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { timeOfDay } from '../teaching/meetings.ts';
import { MovedSession, ScheduleChange } from './schedule-changes.ts';

export const SessionState = z.enum(['scheduled', 'taught', 'skipped']);

/** A lesson in one meeting of a section. */
export const LessonSession = z
  .object({
    id,
    lesson_plan_id: id,
    title: z.string(),
    unit_plan_id: id.nullable(),
    unit_title: z.string().nullable(),
    duration_minutes: z.int().nullable(),
    section_id: id,
    section_name: z.string(),
    course_id: id,
    course_name: z.string(),
    color: z.string().nullable(),
    placement_id: id.nullable(),
    meeting_on: day,
    starts_at: timeOfDay.nullable(),
    ends_at: timeOfDay.nullable(),
    location: z.string().nullable(),
    state: SessionState,
    follow_latest: z.boolean(),
    shown_version_id: id.nullable(),
    taught_at: instant.nullable(),
    taught_note: z.string().nullable(),
    not_reached: z.string().nullable(),
    carried_over: z.string().nullable(),
    lock_version: lockVersion,
    can: abilities('update'),
  })
  .meta({ id: 'LessonSession' });
export type LessonSession = z.infer<typeof LessonSession>;

export const SessionQuery = z.strictObject({
  ...pageQuery,
  from: day.optional(),
  to: day.optional(),
  course_id: id.optional(),
  section_id: id.optional(),
  lesson_plan_id: id.optional(),
  placement_id: id.optional(),
  /** Only sections the caller teaches. */
  mine: z.stringbool().optional(),
});
export type SessionQuery = z.infer<typeof SessionQuery>;

const slot = { meeting_on: day, starts_at: timeOfDay.nullable(), ends_at: timeOfDay.nullable() };

export const SessionCreate = z
  .strictObject({ lesson_plan_id: id, section_id: id, ...slot, follow_latest: z.boolean() })
  .partial({ starts_at: true, ends_at: true, follow_latest: true });
export type SessionCreate = z.infer<typeof SessionCreate>;

export const SessionUpdate = z
  .strictObject({
    ...slot,
    state: SessionState,
    follow_latest: z.boolean(),
    taught_note: z.string().trim().max(4000).nullable(),
    not_reached: z.string().trim().max(4000).nullable(),
    /** Hand `not_reached` on to the section's next session (PLN-119). */
    carry_over: z.boolean(),
  })
  .partial()
  .extend({ lock_version: lockVersion });
export type SessionUpdate = z.infer<typeof SessionUpdate>;

export const BumpRequest = z
  .strictObject({
    /** Sections of one course, or of several: own ones, chosen ones or all (PLN-117). */
    section_ids: z.array(id).min(1).max(60),
    from: day,
    meetings: z.int().min(-60).max(60),
    /** Only this lesson; otherwise all later ones. */
    lesson_plan_id: id,
    dry_run: z.boolean(),
    /** Answers the question that a changed day asked (PLN-115, PLN-125). */
    proposal_id: id,
    /** Take along what is due for the moved lessons, as far as nobody has handed in (PLN-186). */
    with_due_dates: z.boolean(),
  })
  .partial({ lesson_plan_id: true, dry_run: true, proposal_id: true, with_due_dates: true });
export type BumpRequest = z.infer<typeof BumpRequest>;

export const CarriedDueDate = z.object({
  assignment_id: id,
  title: z.string(),
  /** Null when it is due for everyone. */
  section_id: id.nullable(),
  from_at: instant,
  to_at: instant,
  /** Somebody has handed in: it stays where it is. */
  is_blocked: z.boolean(),
});
export type CarriedDueDate = z.infer<typeof CarriedDueDate>;

export const BumpResult = z.object({
  moved: z.array(MovedSession),
  /** What is due for the moved lessons: moved when asked for, else what could be. */
  due_dates: z.array(CarriedDueDate),
  /** Sessions for which no meeting is left. */
  unplaced: z.array(z.object({ session_id: id, lesson_title: z.string(), section_name: z.string() })),
  change: ScheduleChange.nullable(),
});
export type BumpResult = z.infer<typeof BumpResult>;

export const BumpProposal = z.object({
  id,
  section_id: id,
  section_name: z.string(),
  course_id: id,
  course_name: z.string(),
  day_on: day,
  reason: z.enum(['snow_day', 'holiday_added', 'holiday_removed']),
  state: z.enum(['proposed', 'accepted', 'declined']),
  /** Sessions the change concerns. */
  sessions_count: z.int(),
});
export type BumpProposal = z.infer<typeof BumpProposal>;

export const listSessions = endpoint({
  name: 'lesson_sessions.list',
  method: 'GET',
  path: '/lesson_sessions',
  summary: 'Scheduled and taught lessons the caller may read, by date',
  permission: 'lesson_plans.read',
  rate: 'general',
  query: SessionQuery,
  replies: { 200: page(LessonSession) },
});

export const createSession = endpoint({
  name: 'lesson_sessions.create',
  method: 'POST',
  path: '/lesson_sessions',
  summary: 'Schedule a lesson in a meeting of a section',
  permission: 'lesson_plans.update',
  rate: 'general',
  body: SessionCreate,
  replies: { 201: LessonSession },
  errors: ['year_closed'],
});

export const getSession = endpoint({
  name: 'lesson_sessions.get',
  method: 'GET',
  path: '/lesson_sessions/{id}',
  summary: 'One session',
  permission: 'lesson_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: LessonSession },
});

export const updateSession = endpoint({
  name: 'lesson_sessions.update',
  method: 'PATCH',
  path: '/lesson_sessions/{id}',
  summary: 'Move a session, mark it taught or skipped, or note what was not reached',
  permission: 'lesson_plans.update',
  rate: 'general',
  params: idParams,
  body: SessionUpdate,
  replies: { 200: LessonSession },
  errors: ['version_conflict', 'year_closed'],
});

export const deleteSession = endpoint({
  name: 'lesson_sessions.delete',
  method: 'DELETE',
  path: '/lesson_sessions/{id}',
  summary: 'Take a lesson off the calendar',
  permission: 'lesson_plans.update',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ lock_version: z.coerce.number().int().min(0) }),
  replies: { 204: noContent },
  errors: ['version_conflict', 'year_closed', 'conflict'],
});

export const splitSession = endpoint({
  name: 'lesson_sessions.split',
  method: 'POST',
  path: '/lesson_sessions/{id}/split',
  summary: 'Let the lesson go on in the next meeting; later lessons move on by one',
  permission: 'lesson_plans.update',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ lock_version: lockVersion }),
  replies: { 200: BumpResult },
  errors: ['version_conflict', 'year_closed', 'conflict'],
});

export const mergeSession = endpoint({
  name: 'lesson_sessions.merge',
  method: 'POST',
  path: '/lesson_sessions/{id}/merge',
  summary: 'Bring the next session of the section into this meeting; later lessons move back by one',
  permission: 'lesson_plans.update',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ lock_version: lockVersion }),
  replies: { 200: BumpResult },
  errors: ['version_conflict', 'year_closed', 'conflict'],
});

export const bumpSessions = endpoint({
  name: 'lesson_sessions.bump',
  method: 'POST',
  path: '/lesson_sessions/bump',
  summary: 'Move lessons of sections forward or back by meetings, or show what would move',
  permission: 'lesson_plans.update',
  rate: 'general',
  body: BumpRequest,
  replies: { 200: BumpResult },
  errors: ['year_closed'],
});

export const listBumpProposals = endpoint({
  name: 'bump_proposals.list',
  method: 'GET',
  path: '/lesson_sessions/proposals',
  summary: 'Open questions that changed school days ask the caller about own sections',
  permission: 'lesson_plans.update',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(BumpProposal) }) },
});

export const declineBumpProposal = endpoint({
  name: 'bump_proposals.decline',
  method: 'POST',
  path: '/lesson_sessions/proposals/{id}/decline',
  summary: 'Leave the lessons where they are',
  permission: 'lesson_plans.update',
  rate: 'general',
  params: idParams,
  replies: { 200: BumpProposal },
});

/** Lessons of placed units that have no session in a section yet: the tray of the calendar. */
export const UnscheduledLesson = z.object({
  lesson_plan_id: id,
  title: z.string(),
  duration_minutes: z.int().nullable(),
  unit_plan_id: id,
  unit_title: z.string(),
  section_id: id,
  section_name: z.string(),
  course_id: id,
  course_name: z.string(),
  color: z.string().nullable(),
});
export type UnscheduledLesson = z.infer<typeof UnscheduledLesson>;

export const listUnscheduled = endpoint({
  name: 'lesson_sessions.unscheduled',
  method: 'GET',
  path: '/lesson_sessions/unscheduled',
  summary: 'Lessons of units placed on own courses that have no session yet, at most 200',
  permission: 'lesson_plans.read',
  rate: 'general',
  query: z.strictObject({ course_id: id.optional() }),
  replies: { 200: z.object({ data: z.array(UnscheduledLesson) }) },
});
