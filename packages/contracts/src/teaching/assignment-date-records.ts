import { z } from 'zod';
import { day, id, instant } from '../records.ts';

/** A due time that follows the school's days and the section's meetings (TCH-32). */
export const DueRule = z.strictObject({
  kind: z.enum(['school_day_end', 'class_start', 'class_end']),
  /** The day, or the first day from which on the next meeting counts. */
  on: day,
});
export type DueRule = z.infer<typeof DueRule>;

export const DateTarget = z.enum(['everyone', 'section', 'group', 'student']);
export type DateTarget = z.infer<typeof DateTarget>;

const fields = {
  target: DateTarget,
  /** The section, group or student; null for everyone. */
  target_id: id.nullable(),
  is_assigned: z.boolean(),
  available_from_at: instant.nullable(),
  due_at: instant.nullable(),
  due_rule: DueRule.nullable(),
  available_until_at: instant.nullable(),
};

export const AssignmentDate = z.object({ ...fields, target_name: z.string().nullable() });
export type AssignmentDate = z.infer<typeof AssignmentDate>;

export const AssignmentDateInput = z.strictObject(fields).partial({
  target_id: true,
  is_assigned: true,
  available_from_at: true,
  due_at: true,
  due_rule: true,
  available_until_at: true,
});
export type AssignmentDateInput = z.infer<typeof AssignmentDateInput>;
