import type { MapQuery } from '@k12/contracts/planning/curriculum-map';
import type { Context } from '../../../platform/context.ts';
import { mapCsv } from './curriculum-map.rules.ts';
import { getCurriculumMap } from './curriculum-map.service.ts';

/** One line for each placed unit, in the order of the rows (PLN-109). */
export async function exportCurriculumMap(
  context: Context,
  query: MapQuery,
): Promise<{ name: string; csv: string }> {
  const map = await getCurriculumMap(context, query);
  const lines = map.rows.flatMap((row) =>
    map.placements
      .filter(({ course_id }) => course_id === row.course_id)
      .map((placement) => ({
        school: row.school_name,
        course: row.name,
        subject: row.subject,
        grades: row.grade_levels.join(' '),
        unit: placement.title,
        state: placement.plan_state,
        starts_on: placement.starts_on,
        ends_on: placement.ends_on,
        lessons: placement.lessons_count,
        minutes: placement.planned_minutes,
        conflicts: map.conflicts
          .filter(({ placement_id }) => placement_id === placement.id)
          .map(({ code }) => code)
          .join(' '),
      })),
  );
  return { name: `curriculum-map-${map.starts_on.slice(0, 4)}.csv`, csv: mapCsv(lines) };
}
