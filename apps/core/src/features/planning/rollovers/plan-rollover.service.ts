import type { RolloverItem, RolloverPreviewRequest } from '@k12/contracts/planning/plan-rollovers';
import type { Transaction } from '@k12/db';
import { remapToYear, type YearShape } from '@k12/plan-content/remap-to-year';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { canPlan, selectReadableCourse } from '../../teaching/courses/course-access.service.ts';
import { type SchoolYear, schoolYear } from '../../teaching/school-days/school-years.service.ts';
import { loadPlacements } from '../placements/placement-records.service.ts';
import * as queries from './rollovers.queries.ts';

/** By week of term and school days of the other year, for those who may plan there. */
export async function planRollover(
  tx: Transaction,
  context: Context,
  input: RolloverPreviewRequest,
): Promise<RolloverItem[]> {
  const from = await selectReadableCourse(tx, context, input.from_course_id, 'unit_plans.read');
  const to = await selectReadableCourse(tx, context, input.to_course_id, 'unit_plans.read');
  authorize(canPlan(context.actor, to), 'unit_plans.update');
  await selectOpenYear(tx, to.academic_year_id);
  if (from.academic_year_id === to.academic_year_id)
    throw invalid('/to_course_id', 'same_year', 'Must be a course of another year.');
  if (from.school_id !== to.school_id)
    throw invalid('/to_course_id', 'school_mismatch', 'Must be a course of the same school.');
  const placements = await loadPlacements(tx, context, { course_ids: [from.id] });
  const wanted = input.placement_ids ?? placements.map(({ id }) => id);
  const known = new Set(placements.map(({ id }) => id));
  const at = wanted.findIndex((id) => !known.has(id));
  if (at >= 0) throw invalid(`/placement_ids/${at}`, 'unknown_placement', 'Must be placed on this course.');
  const chosen = placements.filter(({ id }) => wanted.includes(id));
  const before = shapeOf(await schoolYear(tx, from.school_id, from.academic_year_id));
  const after = shapeOf(await schoolYear(tx, to.school_id, to.academic_year_id));
  const { placed, misfits } = remapToYear(chosen, before, after);
  const notes =
    chosen.length > 0
      ? await queries.listNotes(
          tx,
          chosen.map(({ id }) => id),
        )
      : [];
  return chosen.map(({ id, unit_plan_id, title, starts_on, ends_on }) => {
    const bar = placed.find((one) => one.id === id);
    return {
      placement_id: id,
      unit_plan_id,
      title,
      was: { starts_on, ends_on },
      becomes: bar ? { starts_on: bar.starts_on, ends_on: bar.ends_on } : null,
      reason: misfits.find((one) => one.id === id)?.reason ?? null,
      notes_count: notes.filter(({ placement_id }) => placement_id === id).length,
    };
  });
}

/** A year without terms is one term. */
function shapeOf({ terms, year, dates }: SchoolYear): YearShape {
  return { terms: terms.length > 0 ? terms : [year], dates };
}
