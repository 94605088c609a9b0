import { z } from 'zod';
import { id } from '../records.ts';

const percent = z.number().min(0).max(100);

/** What late work costs: computed labels and deductions, never stored as a state (TCH-38, TCH-39). */
export const LatePolicy = z.strictObject({
  grace_minutes: z.int().min(0).max(1440),
  deduction_percent: percent,
  deduction_per: z.enum(['hour', 'day', 'school_day', 'class_meeting']),
  /** Of points possible; a deduction never goes below it. */
  floor_percent: percent,
  /** After so many days nothing is accepted; null: always. */
  hard_stop_days: z.int().min(1).max(365).nullable(),
});
export type LatePolicy = z.infer<typeof LatePolicy>;

/** The score that fills empty missing cells (TCH-42). */
export const MissingPolicy = z.strictObject({
  score_percent: percent,
  after_hours: z.int().min(0).max(8760),
});
export type MissingPolicy = z.infer<typeof MissingPolicy>;

/** What a course decides for itself; kept in `courses.settings`, where an absent key means the value here. */
export const CourseSettings = z.strictObject({
  calculation: z.enum(['points', 'weighted']).default('points'),
  grading_scheme_id: id.nullable().default(null),
  decimals_shown: z.int().min(0).max(2).default(1),
  letter_score: z.enum(['middle', 'lower']).default('middle'),
  total_cap_percent: z.number().min(0).max(1000).nullable().default(null),
  posting: z.enum(['automatic', 'manual']).default('automatic'),
  late_policy: LatePolicy.nullable().default(null),
  missing_policy: MissingPolicy.nullable().default(null),
  /** The local time a due day ends at unless another is chosen. */
  due_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('23:59'),
  totals_for_students: z.enum(['yes', 'no', 'letter_only']).default('yes'),
  total_shown: z.enum(['so_far', 'if_nothing_more']).default('so_far'),
  shows_statistics: z.boolean().default(false),
  gradebook: z.enum(['points', 'mastery', 'both']).default('points'),
  before_available: z.enum(['title_and_date', 'nothing']).default('title_and_date'),
  guardians_see_content: z.boolean().default(true),
  students_may_reply: z.boolean().default(true),
});
export type CourseSettings = z.infer<typeof CourseSettings>;
