import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, instant } from '../records.ts';

/** How long something took, in minutes: half were quicker than the median, nine of ten quicker than p90. */
export const Minutes = z.object({ count: z.int(), median: z.int(), p90: z.int() });
export type Minutes = z.infer<typeof Minutes>;

/** How planning goes at one school: counts and percentiles, never whose and never what is written (PLN-181). */
export const PlanningFigures = z
  .object({
    school: z.object({ id, name: z.string() }),
    /** Begun in the last year, the bin left out. */
    units_created: z.int(),
    /** Those of them that were published at least once. */
    units_published: z.int(),
    /** From a person's first unit to its first publication; null where nobody has come so far. */
    first_unit_to_published: Minutes.nullable(),
    /** From the beginning of a unit to the first file or link attached to it. */
    unit_to_first_resource: Minutes.nullable(),
    /** How many people wrote in a plan, by week from Monday; the newest last. */
    weekly_planners: z.array(z.object({ week_on: day, people: z.int() })),
  })
  .meta({ id: 'PlanningFigures' });
export type PlanningFigures = z.infer<typeof PlanningFigures>;

export const listPlanningFigures = endpoint({
  name: 'planning_figures.list',
  method: 'GET',
  path: '/planning_figures',
  summary: 'How long planning takes and how many plan, by school, in numbers alone',
  permission: 'unit_plans.approve',
  rate: 'general',
  replies: { 200: z.object({ computed_at: instant, data: z.array(PlanningFigures) }) },
});
