import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant, lockVersion } from '../records.ts';
import { CourseSettings } from './course-settings.ts';
import { decimal, GradebookCategory, StudentTotal } from './gradebook.ts';

const amount = z.string();

export const ExplainedCell = z.object({
  assignment_id: id,
  title: z.string(),
  points_possible: amount,
  entered_score: amount.nullable(),
  deduction: amount.nullable(),
  score: amount.nullable(),
  counted_as: z.enum(['score', 'extra_credit', 'zero']).nullable(),
  reason: z
    .enum([
      'not_assigned',
      'other_period',
      'does_not_count',
      'no_category',
      'ungraded',
      'excused',
      'incomplete',
      'dropped_lowest',
      'dropped_highest',
    ])
    .nullable(),
  /** For what could have been dropped: the percentage of the category, had it been treated the other way. */
  percent_otherwise: amount.nullable(),
});

export const ExplainedCategory = z.object({
  category_id: id.nullable(),
  name: z.string().nullable(),
  weight: amount.nullable(),
  rescaled_weight: amount.nullable(),
  extra_credit: z.boolean(),
  drop_lowest: z.int(),
  drop_highest: z.int(),
  earned: amount,
  possible: amount,
  extra_earned: amount,
  percent: amount.nullable(),
  uncapped_percent: amount.nullable(),
  contribution: amount.nullable(),
  cells: z.array(ExplainedCell),
});

export const TotalExplanation = z.object({
  course_id: id,
  student_id: id,
  student_name: z.string(),
  view: z.enum(['staff', 'posted']),
  kind: z.enum(['so_far', 'if_nothing_more']),
  calculation: z.enum(['points', 'weighted']),
  grading_period_id: id.nullable(),
  percent: amount.nullable(),
  uncapped_percent: amount.nullable(),
  label: z.string().nullable(),
  earned: amount,
  possible: amount,
  weight_sum: amount.nullable(),
  categories: z.array(ExplainedCategory),
  /** A grade set by hand in place of the calculated one (TCH-120). */
  override: z
    .object({ percent: amount.nullable(), label: z.string().nullable(), reason: z.string().nullable() })
    .nullable(),
});
export type TotalExplanation = z.infer<typeof TotalExplanation>;

export const ExplainQuery = z.strictObject({
  kind: z.enum(['so_far', 'if_nothing_more']).optional(),
  /** Staff may look with the eyes of the family (TCH-186); students and guardians always do. */
  view: z.enum(['staff', 'posted']).optional(),
  grading_period_id: id.optional(),
});
export type ExplainQuery = z.infer<typeof ExplainQuery>;

export const explainTotal = endpoint({
  name: 'totals.explain',
  method: 'GET',
  path: '/courses/{id}/totals/{student_id}/explain',
  summary: 'The whole arithmetic of one total',
  permission: 'gradebook.read',
  rate: 'general',
  params: z.strictObject({ id, student_id: id }),
  query: ExplainQuery,
  replies: { 200: TotalExplanation },
});

export const listTotals = endpoint({
  name: 'totals.list',
  method: 'GET',
  path: '/courses/{id}/gradebook/totals',
  summary: 'The totals of a course by student and period',
  permission: 'gradebook.read',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ grading_period_id: id.optional() }),
  replies: { 200: z.object({ data: z.array(StudentTotal) }) },
});

export const CourseGradeOverride = z.strictObject({
  student_id: id,
  grading_period_id: id.nullable(),
  /** Both null: the override is taken away. */
  percent: decimal.nullable(),
  label: z.string().trim().min(1).max(20).nullable(),
  reason: z.string().trim().min(1).max(500),
  lock_version: lockVersion,
});
export type CourseGradeOverride = z.infer<typeof CourseGradeOverride>;

export const overrideCourseGrade = endpoint({
  name: 'course_grades.override',
  method: 'PUT',
  path: '/courses/{id}/course_grades',
  summary: 'Set a grade of the course or of a period by hand, with a reason',
  permission: 'submissions.grade',
  rate: 'general',
  params: idParams,
  body: CourseGradeOverride,
  replies: { 200: StudentTotal },
  errors: ['version_conflict', 'period_locked'],
});

export const GradeHistoryEntry = z.object({
  id,
  subject: z.enum(['cell', 'total', 'setting', 'period']),
  assignment_id: id.nullable(),
  assignment_title: z.string().nullable(),
  student_id: id.nullable(),
  student_name: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  source: z.string(),
  reason: z.string().nullable(),
  change_set_id: id.nullable(),
  changed_by: z.object({ id, name: z.string() }).nullable(),
  changed_at: instant,
});
export type GradeHistoryEntry = z.infer<typeof GradeHistoryEntry>;

export const ChangeSet = z.object({
  id,
  action: z.string(),
  cells_count: z.int(),
  state: z.enum(['applied', 'reverted']),
  made_by: z.object({ id, name: z.string() }),
  made_at: instant,
  can: z.object({ revert: z.boolean() }),
});
export type ChangeSet = z.infer<typeof ChangeSet>;

export const GradeHistoryQuery = z.strictObject({
  ...pageQuery,
  assignment_id: id.optional(),
  student_id: id.optional(),
  change_set_id: id.optional(),
  subject: z.enum(['cell', 'total', 'setting', 'period']).optional(),
});
export type GradeHistoryQuery = z.infer<typeof GradeHistoryQuery>;

export const listGradeHistory = endpoint({
  name: 'gradebook.list_history',
  method: 'GET',
  path: '/courses/{id}/gradebook/history',
  summary: 'Every change of a cell, an override, a setting or a period, the latest first',
  permission: 'gradebook.read',
  rate: 'general',
  params: idParams,
  query: GradeHistoryQuery,
  replies: { 200: page(GradeHistoryEntry) },
});

export const listChangeSets = endpoint({
  name: 'gradebook.list_change_sets',
  method: 'GET',
  path: '/courses/{id}/gradebook/change_sets',
  summary: 'Bulk changes of the last 30 days, the latest first',
  permission: 'gradebook.read',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ ...pageQuery }),
  replies: { 200: page(ChangeSet) },
});

export const RevertReply = z.object({
  change_set_id: id.nullable(),
  reverted_count: z.int(),
  /** Changed since, and left as they are (TCH-99). */
  skipped: z.array(z.object({ assignment_id: id, student_id: id, code: z.string() })),
});

export const revertChangeSet = endpoint({
  name: 'change_sets.revert',
  method: 'POST',
  path: '/change_sets/{id}/revert',
  summary: 'Take back a bulk change of the last 30 days as a whole',
  permission: 'submissions.grade',
  rate: 'general',
  params: idParams,
  replies: { 200: RevertReply },
  errors: ['conflict', 'gone'],
});

const categoryInput = z.strictObject({
  id,
  weight_percent: z.number().min(0).max(1000),
  drop_lowest: z.int().min(0).max(50),
  drop_highest: z.int().min(0).max(50),
});

export const GradebookSettings = z.object({
  settings: CourseSettings,
  categories: z.array(GradebookCategory),
  /** What the weights sum to; 100 is final (TCH-109). */
  weight_total: z.string(),
  is_final: z.boolean(),
  lock_version: lockVersion,
  can: z.object({ update: z.boolean() }),
});
export type GradebookSettings = z.infer<typeof GradebookSettings>;

const { shape } = CourseSettings;

/** Without the defaults: what is not named stays as it is. */
const SettingsChanges = z
  .strictObject({
    calculation: shape.calculation.removeDefault(),
    grading_scheme_id: shape.grading_scheme_id.removeDefault(),
    decimals_shown: shape.decimals_shown.removeDefault(),
    letter_score: shape.letter_score.removeDefault(),
    total_cap_percent: shape.total_cap_percent.removeDefault(),
    posting: shape.posting.removeDefault(),
    late_policy: shape.late_policy.removeDefault(),
    missing_policy: shape.missing_policy.removeDefault(),
    due_time: shape.due_time.removeDefault(),
    totals_for_students: shape.totals_for_students.removeDefault(),
    total_shown: shape.total_shown.removeDefault(),
    shows_statistics: shape.shows_statistics.removeDefault(),
    gradebook: shape.gradebook.removeDefault(),
    before_available: shape.before_available.removeDefault(),
    guardians_see_content: shape.guardians_see_content.removeDefault(),
    students_may_reply: shape.students_may_reply.removeDefault(),
  })
  .partial();

export const GradebookSettingsUpdate = z.strictObject({
  settings: SettingsChanges,
  categories: z.array(categoryInput).max(100).optional(),
  /** Weights that do not sum to 100 are kept as a draft only when this says so (TCH-109). */
  is_draft: z.boolean().optional(),
  lock_version: lockVersion,
});
export type GradebookSettingsUpdate = z.infer<typeof GradebookSettingsUpdate>;

export const getGradebookSettings = endpoint({
  name: 'gradebook.get_settings',
  method: 'GET',
  path: '/courses/{id}/gradebook/settings',
  summary: 'How the course calculates, posts and labels, with the weights of its categories',
  permission: 'gradebook.read',
  rate: 'general',
  params: idParams,
  replies: { 200: GradebookSettings },
});

export const updateGradebookSettings = endpoint({
  name: 'gradebook.update_settings',
  method: 'PUT',
  path: '/courses/{id}/gradebook/settings',
  summary: 'Change how the course calculates, posts and labels',
  permission: 'submissions.grade',
  rate: 'general',
  params: idParams,
  body: GradebookSettingsUpdate,
  replies: { 200: GradebookSettings },
  errors: ['version_conflict', 'period_locked', 'gradebook.weights'],
});
