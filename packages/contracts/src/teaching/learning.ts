import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';
import { WorkAttempt, WorkPerson } from './submissions.ts';

/** Where a piece of work stands for the student; known facts alone decide, never an unposted grade (PPL-18). */
export const LearnerStatus = z.enum([
  'not_open',
  'to_do',
  'started',
  'revision',
  'missing',
  'closed',
  'handed_in',
  'handed_in_late',
  'graded',
  'excused',
  'nothing_to_hand_in',
]);
export type LearnerStatus = z.infer<typeof LearnerStatus>;

/** Decimal text, as everywhere where there are grades. */
const score = z.string();

export const LearnerItem = z
  .object({
    assignment_id: id,
    course_id: id,
    course_name: z.string(),
    course_color: z.string().nullable(),
    title: z.string(),
    kind: z.string(),
    category_name: z.string().nullable(),
    due_at: instant.nullable(),
    available_from_at: instant.nullable(),
    available_until_at: instant.nullable(),
    time_zone: z.string(),
    /** Later than for the others, by an extension of this student alone (PPL-06). */
    is_extended: z.boolean(),
    estimated_minutes: z.int().nullable(),
    points_possible: score,
    grading_type: z.string(),
    status: LearnerStatus,
    is_late: z.boolean(),
    submitted_at: instant.nullable(),
    /** Posted grade; everything null until then. */
    entry: z.string().nullable(),
    entered_score: score.nullable(),
    deduction: score.nullable(),
    score: score.nullable(),
    posted_at: instant.nullable(),
    /** Filled in by the missing-work policy, not by a teacher (PPL-101). */
    is_by_policy: z.boolean(),
    is_extra_credit: z.boolean(),
    counts_toward_total: z.boolean(),
  })
  .meta({ id: 'LearnerItem' });
export type LearnerItem = z.infer<typeof LearnerItem>;

export const LearnerTotal = z.object({
  /** Null where only the letter is shown. */
  percent: z.string().nullable(),
  label: z.string().nullable(),
  /** Rests on so little that one piece can move it a lot (PPL-165). */
  is_early: z.boolean(),
  /** Set by a teacher in place of the calculated one (TCH-120). */
  is_by_hand: z.boolean(),
});

export type LearnerTotal = z.infer<typeof LearnerTotal>;

export const LearnerCourse = z
  .object({
    id,
    name: z.string(),
    subject: z.string(),
    color: z.string().nullable(),
    school_name: z.string(),
    time_zone: z.string(),
    year_name: z.string(),
    section_names: z.array(z.string()),
    teachers: z.array(WorkPerson),
    when: z.enum(['current', 'past', 'future']),
    to_do_count: z.int(),
    missing_count: z.int(),
    done_count: z.int(),
    items_count: z.int(),
    /** What is to be handed in next; null when nothing with a due time is open (UXP-126). */
    next_due: z.object({ assignment_id: id, title: z.string(), due_at: instant }).nullable(),
    /** Null where the course does not show totals. */
    total: LearnerTotal.nullable(),
    shows_totals: z.enum(['yes', 'no', 'letter_only']),
  })
  .meta({ id: 'LearnerCourse' });
export type LearnerCourse = z.infer<typeof LearnerCourse>;

/** A file or a link that lies beside the work (TCH-48). */
export const LearnerAttachment = z.object({
  id,
  kind: z.enum(['file', 'link']),
  title: z.string(),
  caption: z.string(),
  /** Of a link; the content of a file is asked for by the id. */
  url: z.string().nullable(),
  file_name: z.string().nullable(),
  size_bytes: z.int().nullable(),
});
export type LearnerAttachment = z.infer<typeof LearnerAttachment>;

export const LearnerAssignment = LearnerItem.extend({
  /** Withheld until it opens, and from guardians where the course says so. */
  instructions: z.record(z.string(), z.unknown()).nullable(),
  submission_types: z.array(z.string()),
  allowed_file_types: z.array(z.string()),
  max_files: z.int(),
  attempts_allowed: z.int().nullable(),
  /** What the others have, where the own dates are later. */
  usual_due_at: instant.nullable(),
  late_policy: z
    .object({
      grace_minutes: z.int(),
      deduction_percent: z.number(),
      deduction_per: z.enum(['hour', 'day', 'school_day', 'class_meeting']),
      floor_percent: z.number(),
      hard_stop_days: z.int().nullable(),
      /** Points that handing in now would cost; null before it is late, or when nothing is taken off. */
      deduction_now: score.nullable(),
    })
    .nullable(),
  standards: z.array(z.object({ code: z.string(), text: z.string() })),
  attachments: z.array(LearnerAttachment),
  statistics: z.object({ count: z.int(), mean: score, lowest: score, highest: score }).nullable(),
  submission_id: id.nullable(),
  attempts: z.array(WorkAttempt),
  revision: z.object({ note: z.string(), asked_at: instant, due_at: instant.nullable() }).nullable(),
  /** The caller is the student, who may also write. */
  is_own: z.boolean(),
}).meta({ id: 'LearnerAssignment' });
export type LearnerAssignment = z.infer<typeof LearnerAssignment>;

const Class = z.object({
  course_id: id,
  course_name: z.string(),
  section_name: z.string(),
  starts_at: instant,
  ends_at: instant,
});

export const LearnerHome = z
  .object({
    student: WorkPerson,
    given_name: z.string(),
    today: z.iso.date(),
    time_zone: z.string(),
    now: Class.nullable(),
    /** The next class of today. */
    next: Class.nullable(),
    is_school_day: z.boolean(),
    rotation_day: z.string().nullable(),
    to_dos: z.array(LearnerItem),
    /** Overdue for more than two weeks: one line instead of a list (PPL-07). */
    older_count: z.int(),
    /** Of everything due within seven days. */
    minutes: z.int(),
    feedback: z.array(LearnerItem.extend({ comment: z.string().nullable() })),
  })
  .meta({ id: 'LearnerHome' });
export type LearnerHome = z.infer<typeof LearnerHome>;

const reading = { permission: 'assignments.read', rate: 'general', method: 'GET' } as const;

export const getLearnerHome = endpoint({
  ...reading,
  name: 'learner.home',
  path: '/students/{id}/home',
  summary: 'What is now, what is due and what was said, for one student',
  params: idParams,
  replies: { 200: LearnerHome },
});

export const listLearnerCourses = endpoint({
  ...reading,
  name: 'learner.courses',
  path: '/students/{id}/courses',
  summary: 'Courses of a student: current, past and future, with the totals they may see',
  params: idParams,
  replies: { 200: z.object({ data: z.array(LearnerCourse) }) },
});

export const getLearnerCourse = endpoint({
  ...reading,
  name: 'learner.course',
  path: '/students/{id}/courses/{course_id}',
  summary: 'One course of a student with all its work and posted grades',
  params: idParams.extend({ course_id: id }),
  replies: { 200: z.object({ course: LearnerCourse, items: z.array(LearnerItem) }) },
});

export const listTodos = endpoint({
  ...reading,
  name: 'learner.todos',
  path: '/students/{id}/todos',
  summary: 'What a student has still to do: overdue first, then by due time, then by title',
  params: idParams,
  query: z.strictObject({ course_id: id.optional() }),
  replies: { 200: z.object({ data: z.array(LearnerItem) }) },
});

export const getLearnerAssignment = endpoint({
  ...reading,
  name: 'learner.assignment',
  path: '/students/{id}/assignments/{assignment_id}',
  summary: 'One piece of work as its student or a guardian sees it',
  params: idParams.extend({ assignment_id: id }),
  replies: { 200: LearnerAssignment },
});

export const getLearnerAttachment = endpoint({
  ...reading,
  name: 'learner.attachment',
  path: '/students/{id}/assignments/{assignment_id}/attachments/{attachment_id}',
  summary: 'The content of a file that lies beside a piece of work, as something to save',
  params: idParams.extend({ assignment_id: id, attachment_id: id }),
  replies: { 200: z.string() },
  errors: ['storage_unavailable'],
  stream: 'download',
});
