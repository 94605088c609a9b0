import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, idParams, instant } from '../records.ts';
import { LatePolicy } from './course-settings.ts';

/** A decimal as text: grades are never floating-point numbers (TCH-108). */
export const decimal = z.string().regex(/^\d{1,8}(\.\d{1,4})?$/);

export const StatusOverride = z.enum(['late', 'not_late', 'missing', 'not_missing', 'none']);
export type StatusOverride = z.infer<typeof StatusOverride>;

export const GradeState = z.enum(['none', 'graded', 'excused', 'incomplete']);
export type GradeState = z.infer<typeof GradeState>;

/** One cell as it is now. */
export const GradeCell = z.object({
  assignment_id: id,
  student_id: id,
  entry: z.string().nullable(),
  entered_score: z.string().nullable(),
  deduction: z.string(),
  effective_score: z.string().nullable(),
  state: GradeState,
  status_override: StatusOverride.nullable(),
  late_minutes_override: z.int().nullable(),
  is_posted: z.boolean(),
  grade_version: z.int(),
  graded_by: z.object({ id, name: z.string() }).nullable(),
  graded_at: instant.nullable(),
});
export type GradeCell = z.infer<typeof GradeCell>;

export const GradeCellChange = z
  .strictObject({
    assignment_id: id,
    student_id: id,
    /** The version that the change is based on (TCH-100). */
    grade_version: z.int().min(0),
    /** As typed (TCH-95); an empty text clears the cell. */
    entry: z.string().max(40),
    /** Null takes the override away (TCH-43). */
    status_override: StatusOverride.nullable(),
    late_minutes: z.int().min(0).max(527_040).nullable(),
    /** The second yes to a score above twice the points (TCH-96). */
    confirm_high: z.boolean(),
  })
  .partial({ entry: true, status_override: true, late_minutes: true, confirm_high: true });
export type GradeCellChange = z.infer<typeof GradeCellChange>;

export const GradeCellResult = z.object({
  assignment_id: id,
  student_id: id,
  status: z.enum(['saved', 'conflict', 'refused']),
  /** Why it was refused. */
  code: z.string().nullable(),
  /** `above_points`: accepted, and worth a look (TCH-96). */
  notice: z.enum(['above_points']).nullable(),
  /** The cell as it is now; null where there is none. */
  cell: GradeCell.nullable(),
});
export type GradeCellResult = z.infer<typeof GradeCellResult>;

export const GradebookCellsUpdate = z
  .strictObject({
    cells: z.array(GradeCellChange).min(1),
    mode: z.enum(['per_cell', 'all_or_nothing']),
    /** What a bulk change is: named, it becomes one change set with one revert (TCH-99). */
    action: z.enum(['edit', 'fill', 'curve', 'paste', 'excuse', 'mark', 'undo', 'redo']),
    reason: z.string().trim().max(500),
    /** Which of the letters and decimal marks of a language the entries use. */
    decimal_comma: z.boolean(),
  })
  .partial({ mode: true, action: true, reason: true, decimal_comma: true });
export type GradebookCellsUpdate = z.infer<typeof GradebookCellsUpdate>;

export const StudentTotal = z.object({
  student_id: id,
  /** Null: the whole year. */
  grading_period_id: id.nullable(),
  so_far: z.string().nullable(),
  if_nothing_more: z.string().nullable(),
  posted_so_far: z.string().nullable(),
  posted_if_nothing_more: z.string().nullable(),
  label: z.string().nullable(),
  posted_label: z.string().nullable(),
  override: z
    .object({ percent: z.string().nullable(), label: z.string().nullable(), reason: z.string() })
    .nullable(),
  categories: z.array(z.object({ id: id.nullable(), percent: z.string().nullable() })),
  dropped: z.array(id),
  finalized_at: instant.nullable(),
  lock_version: z.int(),
});
export type StudentTotal = z.infer<typeof StudentTotal>;

export const GradebookCellsReply = z.object({
  results: z.array(GradeCellResult),
  change_set_id: id.nullable(),
  saved_count: z.int(),
  /** Of the students concerned, where they could be calculated at once; otherwise they follow (TCH-117). */
  totals: z.array(StudentTotal),
});
export type GradebookCellsReply = z.infer<typeof GradebookCellsReply>;

export const GradebookColumn = z.object({
  id,
  title: z.string(),
  kind: z.string(),
  category_id: id.nullable(),
  points_possible: z.string(),
  grading_type: z.enum(['points', 'percent', 'letter', 'complete', 'mastery', 'ungraded']),
  is_extra_credit: z.boolean(),
  counts_toward_total: z.boolean(),
  state: z.string(),
  due_at: instant.nullable(),
  published_at: instant.nullable(),
  grading_period_id: id.nullable(),
  expects_submission: z.boolean(),
  has_automatic_labels: z.boolean(),
  late_policy: LatePolicy.nullable(),
  posting: z.enum(['automatic', 'manual', 'scheduled']),
  /** Who did what is not told until everything is posted (TCH-78). */
  is_anonymous: z.boolean(),
  rubric_id: id.nullable(),
});
export type GradebookColumn = z.infer<typeof GradebookColumn>;

export const GradebookRow = z.object({
  student_id: id,
  name: z.string(),
  sort_name: z.string(),
  student_number: z.string().nullable(),
  section_ids: z.array(id),
  state: z.enum(['active', 'inactive', 'withdrawn', 'completed']),
  /** See `cell-codes.ts`. */
  cells: z.string(),
});
export type GradebookRow = z.infer<typeof GradebookRow>;

export const GradebookCategory = z.object({
  id,
  name: z.string(),
  weight_percent: z.string(),
  drop_lowest: z.int(),
  drop_highest: z.int(),
  is_extra_credit: z.boolean(),
  color: z.string().nullable(),
});

export const GradebookPeriod = z.object({
  id,
  name: z.string(),
  starts_on: day,
  ends_on: day,
  state: z.enum(['upcoming', 'open', 'locked', 'finalized']),
  is_locked: z.boolean(),
});

export const Gradebook = z.object({
  /** Send it back as `since` to hear only of what changed after. */
  state: z.string(),
  /** Changes with columns, rows, categories, weights and settings; another one means: load the sheet again. */
  frame: z.string(),
  course: z.object({
    id,
    name: z.string(),
    time_zone: z.string(),
    calculation: z.enum(['points', 'weighted']),
    decimals_shown: z.int(),
    total_shown: z.enum(['so_far', 'if_nothing_more']),
    weight_total: z.string().nullable(),
    scheme: z.object({
      id: id.nullable(),
      bands: z.array(z.object({ label: z.string(), lower_percent: z.string(), is_passing: z.boolean() })),
    }),
  }),
  sections: z.array(z.object({ id, name: z.string() })),
  categories: z.array(GradebookCategory),
  periods: z.array(GradebookPeriod),
  columns: z.array(GradebookColumn),
  rows: z.array(GradebookRow),
  totals: z.array(StudentTotal),
  can: z.object({
    edit: z.boolean(),
    post: z.boolean(),
    settings: z.boolean(),
    override: z.boolean(),
    export: z.boolean(),
  }),
});
export type Gradebook = z.infer<typeof Gradebook>;

export const GradebookQuery = z.strictObject({
  section_id: id.optional(),
  /** The `state` of the last answer: then `columns` and `rows` hold only what changed since. */
  since: z.string().max(64).optional(),
});
export type GradebookQuery = z.infer<typeof GradebookQuery>;

export const getGradebook = endpoint({
  name: 'gradebook.get',
  method: 'GET',
  path: '/courses/{id}/gradebook',
  summary: 'The sheet of a course: columns, rows with their cells in compact form, and totals',
  permission: 'gradebook.read',
  rate: 'general',
  params: idParams,
  query: GradebookQuery,
  replies: { 200: Gradebook },
});

export const updateGradebookCells = endpoint({
  name: 'gradebook.update_cells',
  method: 'PATCH',
  path: '/courses/{id}/gradebook/cells',
  summary: 'Change up to 5,000 grades, each based on the version it names',
  permission: 'submissions.grade',
  rate: 'general',
  params: idParams,
  body: GradebookCellsUpdate,
  replies: { 200: GradebookCellsReply },
  errors: ['request.too_large', 'gradebook.refused', 'idempotency.running', 'idempotency_mismatch'],
});
