import type { Transaction } from '@k12/db';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { type CourseRow, isOpenCourse, selectReadableCourse } from '../courses/course-access.service.ts';
import { isTaughtBy } from '../courses/courses.policy.ts';
import { requireWholeCourse, scopeIn, selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import * as queries from './modules.queries.ts';

/** A course as its staff and those who lead read it: 404 to who has no relation to it, 403 to students and guardians. */
export async function selectStaffCourse(tx: Transaction, context: Context, id: string): Promise<CourseRow> {
  const course = await selectReadableCourse(tx, context, id, 'modules.read');
  const mayRead = isTaughtBy(course) || reachesSchool(context.actor, 'modules.read', course.school_id);
  authorize(mayRead, 'modules.read');
  return course;
}

/** A course whose content may change now, by somebody who may change it: all of it, for modules are everybody's (TCH-12). */
export async function selectCourseToFill(tx: Transaction, context: Context, id: string): Promise<CourseRow> {
  const { course, scope } = await selectTaughtCourse(tx, context, id, 'modules.write', 'edit_content');
  requireWholeCourse(scope, 'modules.write');
  authorize(isOpenCourse(course), 'modules.write');
  await selectOpenYear(tx, course.academic_year_id);
  return course;
}

export interface ModuleForChange {
  module: queries.ModuleRow;
  course: CourseRow;
}

export async function selectModuleForChange(
  tx: Transaction,
  context: Context,
  id: string,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<ModuleForChange> {
  const module = await queries.selectOptionalModule(tx, id);
  if (!module || (module.deleted_at !== null) !== deleted) throw new Problem('not_found');
  const course = await selectCourseToFill(tx, context, module.course_id);
  return { module, course };
}

export async function mayFill(tx: Transaction, context: Context, course: CourseRow): Promise<boolean> {
  if (!isOpenCourse(course)) return false;
  const scope = await scopeIn(tx, context, course, 'modules.write', 'edit_content');
  return scope !== null && scope.section_ids === null;
}
