import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, instant } from '../records.ts';
import { Annotation } from './annotations.ts';
import { FeedbackComment, workParams } from './feedback.ts';
import { GradeCell, GradeCellChange } from './gradebook.ts';
import { RubricAssessment } from './rubric-assessments.ts';
import { Rubric } from './rubrics.ts';

export const GradingOrder = z.enum(['name', 'time', 'score', 'ungraded_first', 'random']);
export const WorkFilter = z.enum([
  'to_grade',
  'new_work',
  'not_posted',
  'posted',
  'missing',
  'late',
  'revision',
]);
export type WorkFilter = z.infer<typeof WorkFilter>;

export const GradingQuery = z.strictObject({
  order: GradingOrder.default('name'),
  section_id: id.optional(),
  group_id: id.optional(),
  state: WorkFilter.optional(),
  /** Counts, and with `ungraded_first` orders, by one criterion of the rubric instead of the whole grade (TCH-72). */
  criterion_id: id.optional(),
});
export type GradingQuery = z.infer<typeof GradingQuery>;

/** Whom to grade, in an order that the page keeps while it is open (TCH-72). */
export const GradingFrame = z.object({
  assignment: z.object({
    id,
    course_id: id,
    course_name: z.string(),
    title: z.string(),
    points_possible: z.string(),
    grading_type: z.enum(['points', 'percent', 'letter', 'complete', 'mastery', 'ungraded']),
    /** Names are hidden now (TCH-78). */
    is_anonymous: z.boolean(),
    rubric_id: id.nullable(),
    rubric_use: z.enum(['grades', 'feedback']),
    /** Null: as often as they like. */
    attempts_allowed: z.int().nullable(),
    time_zone: z.string(),
  }),
  /** Ids in order; the work of each is asked for when it is near. */
  student_ids: z.array(id),
  counts: z.object({
    all: z.int(),
    to_grade: z.int(),
    graded: z.int(),
    not_posted: z.int(),
    /** By the criterion that was asked for; null without one. */
    judged: z.int().nullable(),
  }),
  can: abilities('grade', 'comment', 'post', 'lift_anonymity'),
});
export type GradingFrame = z.infer<typeof GradingFrame>;

export const GradedFile = z.object({
  file_id: id,
  name: z.string(),
  size_bytes: z.int(),
  content_type: z.string(),
  /** How it is shown in place; `download` where it cannot be, or not yet (TCH-73). `document`: its words as rich text. */
  shown_as: z.enum(['image', 'pdf', 'audio', 'video', 'text', 'document', 'download']),
  /** Of a file that has to be converted to be shown; null for all others. */
  preview_state: z.enum(['waiting', 'converted', 'failed']).nullable(),
  /** What is shown in place, for whoever asked and at most five minutes (IDN-107). */
  url: z.string(),
  download_url: z.string(),
});
export type GradedFile = z.infer<typeof GradedFile>;

export const GradedAttempt = z.object({
  number: z.int(),
  official_at: instant,
  late_seconds: z.int(),
  body: z.record(z.string(), z.unknown()).nullable(),
  links: z.array(z.object({ url: z.string(), host: z.string() })),
  files: z.array(GradedFile),
  word_count: z.int(),
  is_on_behalf: z.boolean(),
  withdrawn_at: instant.nullable(),
});
export type GradedAttempt = z.infer<typeof GradedAttempt>;

export const GradedWork = z
  .object({
    assignment_id: id,
    student: z.object({
      student_id: id,
      /** Null while names are hidden; then the number tells them apart. */
      name: z.string().nullable(),
      first_name: z.string().nullable(),
      number: z.int().nullable(),
    }),
    /** Whose work it is together; null for one's own, and while names are hidden (TCH-46). */
    group: z
      .object({
        name: z.string(),
        /** The others of it the caller may see. */
        others: z.array(z.object({ id, name: z.string() })),
        /** One grade goes to each of them. */
        shares_grade: z.boolean(),
      })
      .nullable(),
    cell: GradeCell,
    has_new_work: z.boolean(),
    submission_id: id.nullable(),
    submission_state: z.enum(['not_started', 'draft', 'submitted', 'revision_requested']),
    due_at: instant.nullable(),
    submitted_at: instant.nullable(),
    late_seconds: z.int(),
    /** Visible to the student from then on unless taken back before (TCH-80). */
    posts_at: instant.nullable(),
    posted_at: instant.nullable(),
    attempts: z.array(GradedAttempt),
    rubric: Rubric.nullable(),
    /** A newer version that could be taken for this assignment (TCH-85). */
    newer_rubric_id: id.nullable(),
    assessment: RubricAssessment.nullable(),
    self_assessment: RubricAssessment.nullable(),
    comments: z.array(FeedbackComment),
    annotations: z.array(Annotation),
    /** Somebody else who opened it in the last two minutes (TCH-184). */
    held_by: z.object({ id, name: z.string() }).nullable(),
  })
  .meta({ id: 'GradedWork' });
export type GradedWork = z.infer<typeof GradedWork>;

export const WorkGradePut = GradeCellChange.omit({ assignment_id: true, student_id: true });
export type WorkGradePut = z.infer<typeof WorkGradePut>;

export const WorkHold = z.object({
  student_id: id,
  /** Null: it is the caller’s now. */
  held_by: z.object({ id, name: z.string() }).nullable(),
});

const reading = { permission: 'submissions.read', rate: 'general' } as const;
const grading = { permission: 'submissions.grade', rate: 'general' } as const;

export const getGradingFrame = endpoint({
  ...reading,
  name: 'grading.frame',
  method: 'GET',
  path: '/assignments/{id}/grading',
  summary: 'Whose work on an assignment there is to grade, in order, with counts',
  params: idParams,
  query: GradingQuery,
  replies: { 200: GradingFrame },
});

export const getGradedWork = endpoint({
  ...reading,
  name: 'grading.work',
  method: 'GET',
  path: '/assignments/{id}/work/{student_id}',
  summary: 'The work of one student with grade, rubric, comments and annotations, for staff',
  params: workParams,
  replies: { 200: GradedWork },
});

export const getWorkFile = endpoint({
  ...reading,
  name: 'grading.file',
  method: 'GET',
  path: '/assignments/{id}/work/{student_id}/files/{file_id}',
  summary: 'A file that was handed in, to be shown in place',
  params: workParams.extend({ file_id: id }),
  query: z.strictObject({
    download: z.stringbool().optional(),
    /** What was made of it to be shown, instead of the file. */
    preview: z.stringbool().optional(),
    expires: z.coerce.number().int().optional(),
    signature: z.string().max(100).optional(),
  }),
  replies: { 200: z.string() },
  errors: ['gone', 'storage_unavailable'],
  stream: 'download',
});

export const putWorkGrade = endpoint({
  ...grading,
  name: 'grading.save_grade',
  method: 'PUT',
  path: '/assignments/{id}/work/{student_id}/grade',
  summary: 'Grade the work of one student; a stale version answers with who changed it and when',
  params: workParams,
  body: WorkGradePut,
  replies: { 200: GradeCell },
  errors: ['version_conflict', 'period_locked'],
});

export const holdWork = endpoint({
  ...grading,
  name: 'grading.hold',
  method: 'POST',
  path: '/assignments/{id}/work/{student_id}/hold',
  summary: 'Say that one is at this work; told who else is',
  params: workParams,
  replies: { 200: WorkHold },
});

export const takeNextUngraded = endpoint({
  ...grading,
  name: 'grading.next',
  method: 'POST',
  path: '/assignments/{id}/next_ungraded',
  summary: 'The next work to grade that nobody opened in the last two minutes, taken at once',
  params: idParams,
  body: z.strictObject({ section_id: id.optional() }),
  replies: { 200: z.object({ student_id: id.nullable() }) },
});

export const liftAnonymity = endpoint({
  ...grading,
  name: 'grading.lift_anonymity',
  method: 'POST',
  path: '/assignments/{id}/lift_anonymity',
  summary: 'Show names before everything is graded and posted; kept in the audit log',
  params: idParams,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  replies: { 200: z.object({ is_anonymous: z.boolean() }) },
});

export const takeRubricVersion = endpoint({
  permission: 'assignments.write',
  rate: 'general',
  name: 'grading.take_rubric_version',
  method: 'POST',
  path: '/assignments/{id}/rubric_version',
  summary: 'Grade by the newest version of the rubric from now on; what was judged stays as it was',
  params: idParams,
  body: z.strictObject({ rubric_id: id }),
  replies: { 200: z.object({ rubric_id: id }) },
  errors: ['conflict'],
});
