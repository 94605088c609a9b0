import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './sheets.queries.ts';

/** Only where to look: whether the caller may see it is asked of the course. */
export async function courseOfModule(context: Context, moduleId: string): Promise<string> {
  const courseId = await context.readTenant((tx) => queries.selectCourseOfModule(tx, moduleId));
  if (!courseId) throw new Problem('not_found');
  return courseId;
}
