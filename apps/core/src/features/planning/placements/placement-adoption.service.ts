import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import type { CourseRow } from '../../teaching/courses/course-access.service.ts';
import * as queries from './placements.queries.ts';

/** For the map: a unit of a recommended pacing on a course, which remembers what was recommended (PLN-110). */
export async function createAdopted(
  tx: Transaction,
  { actor, platform }: Context,
  course: CourseRow,
  guideId: string,
  unit: { unit_plan_id: string; starts_on: string; ends_on: string },
): Promise<string> {
  const id = newId();
  await queries.createPlacement(
    tx,
    {
      id,
      unit_plan_id: unit.unit_plan_id,
      course_id: course.id,
      school_id: course.school_id,
      academic_year_id: course.academic_year_id,
      all_sections: true,
      starts_on: unit.starts_on,
      ends_on: unit.ends_on,
      pinned_version_id: null,
      follow_latest: true,
      pacing_guide_id: guideId,
      recommended_starts_on: unit.starts_on,
      recommended_ends_on: unit.ends_on,
      created_by: actor.user_id ?? '',
      created_at: platform.clock.now().toISOString(),
    },
    [],
  );
  return id;
}
