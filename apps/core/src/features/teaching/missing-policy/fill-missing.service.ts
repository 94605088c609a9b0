import { policyScore } from '@k12/grading/missing';
import type { Context } from '../../../platform/context.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import * as queries from './missing-policy.queries.ts';

/** At most so many cells of a course in one go; what is left waits for the next. */
const cellsAtOnce = 2000;

/**
 * Gives missing work the score of its course's policy. Only empty cells are filled, a locked period refuses its own,
 * and asked twice it changes nothing (TCH-42).
 */
export async function fillMissing(context: Context): Promise<void> {
  const courses = await context.readTenant(queries.listFillingCourses);
  for (const course of courses) {
    const policy = courseSettings(course).missing_policy;
    if (!policy) continue;
    const now = context.platform.clock.now().toISOString();
    await context.withTenant(async (tx) => {
      const empty = await queries.listEmptyMissing(tx, course.id, now, policy.after_hours, cellsAtOnce);
      const cells = empty.map(({ points_possible, ...cell }) => ({
        ...cell,
        score: policyScore(String(policy.score_percent), points_possible),
      }));
      await writeGrades(tx, context, { course, source: 'policy', cells });
    });
  }
}
