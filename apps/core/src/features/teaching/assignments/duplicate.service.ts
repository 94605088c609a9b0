import type { Assignment, AssignmentDuplicate } from '@k12/contracts/teaching/assignments';
import { newId } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { copyToTargets } from '../../planning/resources/resources-records.service.ts';
import { copyDateLines } from '../assignment-dates/store-dates.service.ts';
import { selectCourseForChange, selectTaughtAssignment } from './assignment-access.service.ts';
import { auditAssignment } from './assignment-log.service.ts';
import * as queries from './assignments.queries.ts';
import { presentAssignment } from './present-assignment.service.ts';

/** A draft with everything its teacher wrote; never work, grades or students. */
export async function duplicateAssignment(
  context: Context,
  id: string,
  input: AssignmentDuplicate,
): Promise<Assignment> {
  return context.withTenant(async (tx) => {
    const { assignment } = await selectTaughtAssignment(tx, context, id, 'assignments.read', 'edit_content');
    if (assignment.state === 'deleted') throw new Problem('not_found');
    const courseId = input.course_id ?? assignment.course_id;
    const place = await selectCourseForChange(tx, context, courseId);
    const isSameCourse = courseId === assignment.course_id;
    const copy = newId();
    const made = {
      created_by: context.actor.user_id,
      created_at: context.platform.clock.now().toISOString(),
    };
    await queries.createAssignment(tx, {
      ...written(assignment),
      // What belongs to the other course does not come along.
      ...(isSameCourse ? {} : { category_id: null, group_set_id: null, grading_period_id: null }),
      id: copy,
      course_id: courseId,
      title: input.title ?? assignment.title,
      ...made,
    });
    if (isSameCourse) await copyDateLines(tx, context, id, copy);
    await queries.copyStandards(tx, id, copy);
    await copyToTargets(tx, new Map([[id, copy]]), made);
    await auditAssignment(tx, context, 'assignment.created', { id: copy, course: place.course });
    await publishEvent(tx, context, 'assignment.created', { assignment_id: copy, course_id: courseId });
    return presentAssignment(tx, context, copy, place);
  });
}

const notWritten: ReadonlySet<string> = new Set([
  'id',
  'tenant_id',
  'category_name',
  'position',
  'state',
  'state_before_deletion',
  'publish_at',
  'published_at',
  'closed_at',
  'deleted_at',
  'deleted_by',
  'anonymity_lifted_at',
  'lock_version',
  'created_at',
  'updated_at',
]);

function written(assignment: queries.AssignmentRow): queries.AssignmentFields {
  return Object.fromEntries(Object.entries(assignment).filter(([field]) => !notWritten.has(field)));
}
