import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, day, id, idParams, instant, lockVersion, name, noContent } from '../records.ts';

const percent = z.number().min(0).max(100);

/** How one person arranged the sheet of a course (TCH-91); what is not named is as everybody has it. */
export const SheetLayout = z.strictObject({
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  group_by: z.enum(['category', 'module', 'period', 'none']).default('category'),
  /** Columns that stay beside the student, in their order. */
  frozen: z.array(id).max(10).default([]),
  hidden: z.array(id).max(1000).default([]),
  /** Kinds of work whose columns are hidden together (TCH-92). */
  hidden_kinds: z.array(z.string().max(40)).max(20).default([]),
  /** Columns as put by hand; others follow in the order of the course. */
  order: z.array(id).max(1000).default([]),
  /** Widths in pixels, by column; `name` is that of the students. */
  widths: z.record(z.string().max(40), z.int().min(56).max(480)).default({}),
  /** Rows of figures under the students (TCH-105). */
  shows_figures: z.boolean().default(false),
  /** Scores below and from these percents are tinted (TCH-93). */
  colors: z.strictObject({ below: percent, from: percent }).nullable().default(null),
});
export type SheetLayout = z.infer<typeof SheetLayout>;

/** Which rows and columns, in which order (TCH-104). */
export const SheetFilters = z.strictObject({
  period_id: id.nullable(),
  section_id: id.nullable(),
  group_id: id.nullable(),
  status: z.enum(['all', 'to_grade', 'missing', 'late', 'below']),
  below: percent,
  name: z.string().max(100),
  category_id: id.nullable(),
  module_id: id.nullable(),
  columns: z.enum(['all', 'to_grade', 'hidden', 'graded', 'ungraded']),
  due_from: day.nullable(),
  due_until: day.nullable(),
  sort: z.strictObject({ by: z.union([z.enum(['name', 'total', 'section']), id]), descending: z.boolean() }),
  shows_withdrawn: z.boolean(),
});
export type SheetFilters = z.infer<typeof SheetFilters>;

export const GradebookView = z
  .object({
    id,
    course_id: id,
    name: z.string(),
    filters: SheetFilters,
    is_shared: z.boolean(),
    owner: z.object({ id, name: z.string() }),
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'delete'),
  })
  .meta({ id: 'GradebookView' });
export type GradebookView = z.infer<typeof GradebookView>;

export const GradebookArrangement = z.object({
  layout: SheetLayout,
  /** The caller's own, and those shared in the course. */
  views: z.array(GradebookView),
  /** What rows and columns can be chosen by beside what they say themselves. */
  groups: z.array(z.object({ id, name: z.string(), set_name: z.string(), student_ids: z.array(id) })),
  modules: z.array(z.object({ id, title: z.string(), assignment_ids: z.array(id) })),
});
export type GradebookArrangement = z.infer<typeof GradebookArrangement>;

export const GradebookViewCreate = z.strictObject({
  name,
  filters: SheetFilters,
  is_shared: z.boolean().default(false),
});
export type GradebookViewCreate = z.infer<typeof GradebookViewCreate>;

export const GradebookViewUpdate = z
  .strictObject({ name, filters: SheetFilters, is_shared: z.boolean() })
  .partial()
  .extend({ lock_version: lockVersion });
export type GradebookViewUpdate = z.infer<typeof GradebookViewUpdate>;

const common = { permission: 'gradebook.read', rate: 'general' } as const;

export const getGradebookArrangement = endpoint({
  ...common,
  name: 'gradebook_views.get_arrangement',
  method: 'GET',
  path: '/courses/{id}/gradebook/arrangement',
  summary: 'How the caller arranged the sheet, with saved views, groups and modules to choose by',
  params: idParams,
  replies: { 200: GradebookArrangement },
});

export const putGradebookLayout = endpoint({
  ...common,
  name: 'gradebook_views.put_layout',
  method: 'PUT',
  path: '/courses/{id}/gradebook/layout',
  summary: 'Remember how the caller arranged the sheet',
  params: idParams,
  body: SheetLayout,
  replies: { 200: SheetLayout },
});

export const createGradebookView = endpoint({
  ...common,
  name: 'gradebook_views.create',
  method: 'POST',
  path: '/courses/{id}/gradebook/views',
  summary: 'Keep filters and order of the sheet under a name',
  params: idParams,
  body: GradebookViewCreate,
  replies: { 201: GradebookView },
});

export const updateGradebookView = endpoint({
  ...common,
  name: 'gradebook_views.update',
  method: 'PATCH',
  path: '/gradebook_views/{id}',
  summary: 'Rename, share or change a saved view',
  params: idParams,
  body: GradebookViewUpdate,
  replies: { 200: GradebookView },
  errors: ['version_conflict'],
});

export const deleteGradebookView = endpoint({
  ...common,
  name: 'gradebook_views.delete',
  method: 'DELETE',
  path: '/gradebook_views/{id}',
  summary: 'Forget a saved view',
  params: idParams,
  replies: { 204: noContent },
});
