import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant, lockVersion } from '../records.ts';
import { RichText } from '../rich-text.ts';
import { AssignmentDate, AssignmentDateInput } from './assignment-date-records.ts';
import { LatePolicy } from './course-settings.ts';

export const AssignmentState = z.enum(['draft', 'scheduled', 'published', 'closed', 'deleted']);
export type AssignmentState = z.infer<typeof AssignmentState>;
export const AssignmentKind = z.enum([
  'homework',
  'classwork',
  'project',
  'essay',
  'lab',
  'participation',
  'assessment',
  'other',
]);
export const GradingType = z.enum(['points', 'percent', 'letter', 'complete', 'mastery', 'ungraded']);
export type GradingType = z.infer<typeof GradingType>;
export const SubmissionType = z.enum([
  'text',
  'file',
  'link',
  'drive_file',
  'drive_copy',
  'quiz',
  'discussion',
  'lti',
  'paper',
  'none',
]);
export type SubmissionType = z.infer<typeof SubmissionType>;
export const PostingPolicy = z.enum(['course', 'automatic', 'manual', 'scheduled']);
const GroupGrading = z.enum(['one', 'each']);
const RubricUse = z.enum(['grades', 'feedback']);
const LatePolicyChoice = z.enum(['course', 'own', 'none']);

/** A number of points as a decimal, so that no sum is ever made of binary fractions (TCH-108). */
export const points = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,2})?$/, { error: 'up to 10000 with two decimals' })
  .refine((value) => Number(value) <= 10_000, { error: 'at most 10000' });

const title = z.string().trim().min(1).max(200);

/** Everything about an assignment that its teachers write; the dates are apart. */
const fields = {
  title,
  instructions: RichText.nullable(),
  kind: AssignmentKind,
  category_id: id.nullable(),
  points_possible: points,
  grading_type: GradingType,
  submission_types: z.array(SubmissionType).min(1).max(10),
  allowed_file_types: z.array(z.string().trim().min(1).max(20)).max(40),
  max_files: z.int().min(1).max(20),
  /** Null: as many as one likes. */
  attempts_allowed: z.int().min(1).max(20).nullable(),
  group_set_id: id.nullable(),
  group_grading: GroupGrading,
  rubric_id: id.nullable(),
  rubric_use: RubricUse,
  is_rubric_hidden: z.boolean(),
  wants_self_assessment: z.boolean(),
  estimated_minutes: z.int().min(1).max(6000).nullable(),
  is_extra_credit: z.boolean(),
  counts_toward_total: z.boolean(),
  is_never_dropped: z.boolean(),
  is_anonymous: z.boolean(),
  posting_policy: PostingPolicy,
  post_at: instant.nullable(),
  late_policy: LatePolicyChoice,
  own_late_policy: LatePolicy.nullable(),
  has_automatic_labels: z.boolean(),
  grading_period_id: id.nullable(),
  unit_plan_id: id.nullable(),
  lesson_plan_id: id.nullable(),
};

/** An assignment as its teachers see it; students have records of their own. */
export const Assignment = z
  .object({
    id,
    course_id: id,
    ...fields,
    category_name: z.string().nullable(),
    position: z.int(),
    state: AssignmentState,
    publish_at: instant.nullable(),
    published_at: instant.nullable(),
    closed_at: instant.nullable(),
    deleted_at: instant.nullable(),
    /** What was set for everyone; null while nobody in particular was named. */
    everyone: AssignmentDate.nullable(),
    /** Sections, groups and students with dates of their own. */
    own_dates_count: z.int(),
    assigned_count: z.int(),
    submitted_count: z.int(),
    graded_count: z.int(),
    to_grade_count: z.int(),
    /** Whose clock the dates are entered and shown by, and the time of a due day unless another is chosen. */
    time_zone: z.string(),
    due_time: z.string(),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'publish', 'close', 'delete', 'restore'),
  })
  .meta({ id: 'Assignment' });
export type Assignment = z.infer<typeof Assignment>;

export const AssignmentCreate = z
  .strictObject({ ...fields, dates: z.array(AssignmentDateInput).max(200) })
  .partial()
  .required({ title: true });
export type AssignmentCreate = z.infer<typeof AssignmentCreate>;

export const AssignmentUpdate = z
  .strictObject({
    ...fields,
    /** Needed when points change after grading: scores stay, or grow and shrink with the points (TCH-44). */
    scores: z.enum(['keep', 'scale']),
  })
  .partial()
  .extend({ lock_version: lockVersion });
export type AssignmentUpdate = z.infer<typeof AssignmentUpdate>;

export const AssignmentQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  state: AssignmentState.optional(),
  category_id: id.optional(),
  kind: AssignmentKind.optional(),
});
export type AssignmentQuery = z.infer<typeof AssignmentQuery>;

export const listAssignments = endpoint({
  name: 'assignments.list',
  method: 'GET',
  path: '/courses/{id}/assignments',
  summary: 'Assignments of a course in their order, for its staff; deleted ones only by state',
  permission: 'assignments.read',
  rate: 'general',
  params: idParams,
  query: AssignmentQuery,
  replies: { 200: page(Assignment) },
});

export const createAssignment = endpoint({
  name: 'assignments.create',
  method: 'POST',
  path: '/courses/{id}/assignments',
  summary: 'Begin an assignment; the title is enough',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: AssignmentCreate,
  replies: { 201: Assignment },
  errors: ['year_closed', 'period_locked'],
});

export const getAssignment = endpoint({
  name: 'assignments.get',
  method: 'GET',
  path: '/assignments/{id}',
  summary: 'One assignment, for the staff of its course',
  permission: 'assignments.read',
  rate: 'general',
  params: idParams,
  replies: { 200: Assignment },
});

export const updateAssignment = endpoint({
  name: 'assignments.update',
  method: 'PATCH',
  path: '/assignments/{id}',
  summary: 'Change an assignment; its dates are apart',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: AssignmentUpdate,
  replies: { 200: Assignment },
  errors: ['version_conflict', 'assignment.scores_choice', 'assignment.received_work', 'period_locked'],
});

export const PublishCheck = z.object({
  code: z.enum([
    'no_category',
    'no_due_date',
    'no_points',
    'rubric_total',
    'period_locked',
    'resource_closed',
    'nobody_assigned',
  ]),
  /** A blocker stops publishing, a warning can be accepted (TCH-29). */
  level: z.enum(['blocker', 'warning']),
  /** The field to look at. */
  pointer: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PublishCheck = z.infer<typeof PublishCheck>;

export const getPublishChecks = endpoint({
  name: 'assignments.publish_checks',
  method: 'GET',
  path: '/assignments/{id}/publish_checks',
  summary: 'What stands in the way of publishing, and what is worth a second look',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(PublishCheck) }) },
});

export const AssignmentPublish = z
  .strictObject({
    /** At that time rather than now; until then students see nothing of it. */
    publish_at: instant,
    accept_warnings: z.boolean(),
  })
  .partial();
export type AssignmentPublish = z.infer<typeof AssignmentPublish>;

export const publishAssignment = endpoint({
  name: 'assignments.publish',
  method: 'POST',
  path: '/assignments/{id}/publish',
  summary: 'Publish now or at a time; opens a closed assignment again',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: AssignmentPublish,
  replies: { 200: Assignment },
  errors: ['assignment.not_ready', 'assignment.warnings', 'invalid_transition', 'period_locked'],
});

export const unpublishAssignment = endpoint({
  name: 'assignments.unpublish',
  method: 'POST',
  path: '/assignments/{id}/unpublish',
  summary: 'Make a scheduled assignment a draft again, or a published one nobody has worked on',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 200: Assignment },
  errors: ['assignment.received_work', 'invalid_transition'],
});

export const closeAssignment = endpoint({
  name: 'assignments.close',
  method: 'POST',
  path: '/assignments/{id}/close',
  summary: 'Take nothing in any more',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 200: Assignment },
  errors: ['invalid_transition'],
});

/** What hangs on an assignment, to be named before it is deleted or its points change (TCH-44, TCH-45). */
export const AssignmentUsage = z.object({
  students_with_work: z.int(),
  students_with_grades: z.int(),
  /** Students whose total would move. */
  totals_affected: z.int(),
});
export type AssignmentUsage = z.infer<typeof AssignmentUsage>;

export const getAssignmentUsage = endpoint({
  name: 'assignments.usage',
  method: 'GET',
  path: '/assignments/{id}/usage',
  summary: 'How many students have work and grades in it, and how many totals it moves',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 200: AssignmentUsage },
});

export const AssignmentDelete = z.strictObject({
  /** Needed where there are grades. */
  confirm: z.stringbool().optional(),
});

export const deleteAssignment = endpoint({
  name: 'assignments.delete',
  method: 'DELETE',
  path: '/assignments/{id}',
  summary: 'Put an assignment into the bin for 30 days',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  query: AssignmentDelete,
  replies: { 200: AssignmentUsage },
  errors: ['assignment.has_grades', 'period_locked'],
});

export const restoreAssignment = endpoint({
  name: 'assignments.restore',
  method: 'POST',
  path: '/assignments/{id}/restore',
  summary: 'Take an assignment out of the bin with its grades, order and dates',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 200: Assignment },
  errors: ['gone', 'period_locked'],
});

export const AssignmentDuplicate = z
  .strictObject({
    title,
    /** Another course of the caller; the same unless said. */
    course_id: id,
  })
  .partial();
export type AssignmentDuplicate = z.infer<typeof AssignmentDuplicate>;

export const duplicateAssignment = endpoint({
  name: 'assignments.duplicate',
  method: 'POST',
  path: '/assignments/{id}/duplicate',
  summary: 'Make a draft like this one, without work and grades',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: AssignmentDuplicate,
  replies: { 201: Assignment },
});

export const clearLabels = endpoint({
  name: 'assignments.clear_labels',
  method: 'POST',
  path: '/assignments/{id}/clear_labels',
  summary: 'Take late and missing away from all work of an assignment, as one act with one revert',
  permission: 'submissions.grade',
  rate: 'bulk',
  params: idParams,
  body: z.strictObject({}),
  replies: {
    200: z.object({ cleared_count: z.int(), refused_count: z.int(), change_set_id: id.nullable() }),
  },
});
