import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../records.ts';
import { GradeState } from './gradebook.ts';

const amount = z.string();

/** One piece of work as its student may know it: without a posted grade it is as if there were none (PPL-18). */
export const WhatIfItem = z.object({
  id,
  title: z.string(),
  category_id: id.nullable(),
  points_possible: amount,
  grading_type: z.enum(['points', 'percent', 'letter', 'complete', 'mastery', 'ungraded']),
  extra_credit: z.boolean(),
  counts_toward_total: z.boolean(),
  never_drop: z.boolean(),
  state: GradeState,
  entered_score: amount.nullable(),
  deduction: amount.nullable(),
  score: amount.nullable(),
  period_id: id.nullable(),
  due_at: instant.nullable(),
  is_posted: z.boolean(),
  /** Counts as zero if nothing more is handed in. */
  outstanding: z.boolean(),
  /** What lateness takes off a score that is tried (TCH-39). */
  penalty: z.object({ intervals: z.int(), rate: amount, floor: amount, past_stop: z.boolean() }).nullable(),
});
export type WhatIfItem = z.infer<typeof WhatIfItem>;

export const WhatIfCourse = z.object({
  course_id: id,
  calculation: z.enum(['points', 'weighted']),
  category_cap: amount.nullable(),
  total_cap: amount.nullable(),
  /** Which of both totals the course shows (TCH-114). */
  kind: z.enum(['so_far', 'if_nothing_more']),
  categories: z.array(
    z.object({
      id,
      name: z.string(),
      weight: amount,
      drop_lowest: z.int(),
      drop_highest: z.int(),
      extra_credit: z.boolean(),
    }),
  ),
  items: z.array(WhatIfItem),
  /** Null: the year is the total of all its work, not of its periods (TCH-115). */
  periods: z
    .array(z.object({ id, name: z.string(), weight: amount, override: amount.nullable() }))
    .nullable(),
  scheme: z.object({
    bands: z.array(
      z.object({
        label: z.string(),
        lower_bound: amount,
        gpa_points: amount.nullable(),
        is_passing: z.boolean(),
      }),
    ),
    rounding: z.enum(['none', 'whole', 'tenth']),
    letter_value: z.enum(['middle', 'lower']),
  }),
  /** The grade shown was set by hand (TCH-120): what is calculated is another. */
  is_overridden: z.boolean(),
});
export type WhatIfCourse = z.infer<typeof WhatIfCourse>;

export const getWhatIf = endpoint({
  name: 'what_if.get',
  method: 'GET',
  path: '/students/{id}/courses/{course_id}/what_if',
  summary: 'What a student’s total is worked out from, for trying scores on their own device',
  permission: 'submissions.create',
  rate: 'general',
  params: z.strictObject({ id, course_id: id }),
  replies: { 200: WhatIfCourse },
  errors: ['totals_hidden'],
});
