import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, idParams, instant, lockVersion } from '../records.ts';
import { AssignmentDate, AssignmentDateInput, DueRule } from './assignment-date-records.ts';
import { AssignmentState } from './assignments.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const AssignmentDates = z
  .object({
    assignment_id: id,
    /** Whose clock the dates are entered and shown by. */
    time_zone: z.string(),
    /** The time of a due day unless another is chosen. */
    due_time: clock,
    lines: z.array(AssignmentDate),
    lock_version: lockVersion,
  })
  .meta({ id: 'AssignmentDates' });
export type AssignmentDates = z.infer<typeof AssignmentDates>;

export const AssignmentDatesUpdate = z.strictObject({
  lines: z.array(AssignmentDateInput).max(500),
  lock_version: lockVersion,
});
export type AssignmentDatesUpdate = z.infer<typeof AssignmentDatesUpdate>;

export const getAssignmentDates = endpoint({
  name: 'assignments.dates.get',
  method: 'GET',
  path: '/assignments/{id}/dates',
  summary: 'What was set for everyone, for sections, groups and students',
  permission: 'assignments.read',
  rate: 'general',
  params: idParams,
  replies: { 200: AssignmentDates },
});

export const putAssignmentDates = endpoint({
  name: 'assignments.dates.put',
  method: 'PUT',
  path: '/assignments/{id}/dates',
  summary: 'Set all dates of an assignment; students’ dates follow at once',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: AssignmentDatesUpdate,
  replies: { 200: AssignmentDates },
  errors: ['version_conflict', 'period_locked'],
});

const times = {
  available_from_at: instant.nullable(),
  due_at: instant.nullable(),
  due_rule: DueRule.nullable(),
  available_until_at: instant.nullable(),
};

const GridTimes = z.object({ ...times, is_assigned: z.boolean() });

/** One row of the dates grid: everyone and each section; null where nothing of its own was set (TCH-35). */
export const DatesGridRow = z.object({
  assignment_id: id,
  title: z.string(),
  state: AssignmentState,
  everyone: GridTimes.nullable(),
  sections: z.array(z.object({ section_id: id, times: GridTimes.nullable() })),
  /** Groups and students with dates of their own: not in the grid, so that nobody overlooks them. */
  others_count: z.int(),
  lock_version: lockVersion,
});
export type DatesGridRow = z.infer<typeof DatesGridRow>;

export const DatesGrid = z
  .object({
    time_zone: z.string(),
    due_time: clock,
    sections: z.array(z.object({ id, name: z.string() })),
    rows: z.array(DatesGridRow),
    can_update: z.boolean(),
  })
  .meta({ id: 'DatesGrid' });
export type DatesGrid = z.infer<typeof DatesGrid>;

export const DatesGridChange = z
  .strictObject({
    assignment_id: id,
    /** Null: everyone. */
    section_id: id.nullable(),
    lock_version: lockVersion,
    ...times,
  })
  .partial({ available_from_at: true, due_at: true, due_rule: true, available_until_at: true });
export type DatesGridChange = z.infer<typeof DatesGridChange>;

export const DatesGridUpdate = z.strictObject({ changes: z.array(DatesGridChange).min(1).max(2_000) });
export type DatesGridUpdate = z.infer<typeof DatesGridUpdate>;

export const getDatesGrid = endpoint({
  name: 'courses.dates_grid.get',
  method: 'GET',
  path: '/courses/{id}/dates_grid',
  summary: 'Available, due and until of all assignments by section',
  permission: 'assignments.read',
  rate: 'general',
  params: idParams,
  replies: { 200: DatesGrid },
});

export const putDatesGrid = endpoint({
  name: 'courses.dates_grid.put',
  method: 'PUT',
  path: '/courses/{id}/dates_grid',
  summary: 'Change many dates at once: all of them, or none with every failure named',
  permission: 'assignments.write',
  rate: 'bulk',
  params: idParams,
  body: DatesGridUpdate,
  replies: { 200: DatesGrid },
  errors: ['period_locked'],
});

/** One or many students on one or many assignments (TCH-34). */
export const ExtensionsCreate = z
  .strictObject({
    assignment_ids: z.array(id).min(1).max(100),
    student_ids: z.array(id).min(1).max(500),
    /** A new due time, or days on top of the one each student has. */
    due_at: instant,
    extra_days: z.int().min(1).max(60),
    available_until_at: instant.nullable(),
    reason: z.string().trim().max(500),
  })
  .partial({ due_at: true, extra_days: true, available_until_at: true, reason: true });
export type ExtensionsCreate = z.infer<typeof ExtensionsCreate>;

export const ExtensionResult = z.object({
  assignment_id: id,
  student_id: id,
  status: z.enum(['done', 'refused']),
  /** Why not: `not_assigned`, `no_due_date`, `period_locked`. */
  code: z.string().nullable(),
  due_at: instant.nullable(),
});
export type ExtensionResult = z.infer<typeof ExtensionResult>;

export const createExtensions = endpoint({
  name: 'courses.extensions.create',
  method: 'POST',
  path: '/courses/{id}/extensions',
  summary: 'Give students more time, with a result for each',
  permission: 'assignments.write',
  rate: 'bulk',
  params: idParams,
  body: ExtensionsCreate,
  replies: { 200: z.object({ data: z.array(ExtensionResult) }) },
});

/** What a due day means before it is chosen: when each section is due, and what else its students have that week. */
export const DuePreview = z.object({
  time_zone: z.string(),
  /** By section, where a rule was named; null where no such class or school day follows (TCH-188). */
  sections: z.array(z.object({ section_id: id, name: z.string(), due_at: instant.nullable() })),
  students_count: z.int(),
  /** Seven days from Monday; counts of students alone, whoever's work it is (TCH-171). */
  days: z.array(
    z.object({
      on: day,
      is_school_day: z.boolean(),
      /** Students with other work due that day. */
      busy_students: z.int(),
      /** Of these, students with a test. */
      test_students: z.int(),
    }),
  ),
});
export type DuePreview = z.infer<typeof DuePreview>;

export const previewDue = endpoint({
  name: 'courses.preview_due',
  method: 'GET',
  path: '/courses/{id}/due_preview',
  summary: 'When a rule makes each section due, and how much its students have already that week',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  query: z.strictObject({
    on: day,
    rule: DueRule.shape.kind.optional(),
    /** Not counted among what students have already. */
    assignment_id: id.optional(),
  }),
  replies: { 200: DuePreview },
});
