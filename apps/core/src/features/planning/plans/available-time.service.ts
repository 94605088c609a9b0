import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectReadableCourse } from '../../teaching/courses/course-access.service.ts';
import { schoolYears } from '../../teaching/school-days/school-years.service.ts';
import { loadPlacements, rowFacts } from '../placements/placement-records.service.ts';

/** Minutes of the meetings in the unit's nearest placement, for the section with the fewest (PLN-27); null unplaced. */
export async function availableMinutes(
  tx: Transaction,
  context: Context,
  unitId: string,
): Promise<number | null> {
  const placements = await loadPlacements(tx, context, { unit_plan_id: unitId });
  const today = context.platform.clock.now().toISOString().slice(0, 10);
  const placement = placements.find(({ ends_on }) => ends_on >= today) ?? placements.at(-1);
  if (!placement) return null;
  const course = await selectReadableCourse(tx, context, placement.course_id, 'unit_plans.read').catch(
    notShown,
  );
  if (!course) return null;
  const years = await schoolYears(tx, [course.school_id], course.academic_year_id);
  const { sections, meetings } = await rowFacts(tx, [course], years, course.academic_year_id);
  const ids = placement.all_sections ? sections.map(({ id }) => id) : (placement.section_ids ?? []);
  const totals = ids.map((id) =>
    (meetings.get(id) ?? [])
      .filter(({ day }) => day >= placement.starts_on && day <= placement.ends_on)
      .reduce((sum, meeting) => sum + meeting.minutes, 0),
  );
  return totals.length > 0 ? Math.min(...totals) : null;
}

/** Whoever may read the unit and not the course sees no time of it. */
function notShown(error: unknown): null {
  if (error instanceof Problem && error.code === 'not_found') return null;
  throw error;
}
