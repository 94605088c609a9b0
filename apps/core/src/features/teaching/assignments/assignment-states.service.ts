import type { Assignment, AssignmentPublish } from '@k12/contracts/teaching/assignments';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { refreshWork } from '../student-work/work-dates.service.ts';
import { selectAssignmentForChange, type TaughtAssignment } from './assignment-access.service.ts';
import * as queries from './assignments.queries.ts';
import { auditAssignment } from './assignments.service.ts';
import { presentAssignment } from './present-assignment.service.ts';

/** Now, at a time, or again after closing (TCH-29, TCH-37). */
export async function publishAssignment(
  context: Context,
  id: string,
  input: AssignmentPublish,
): Promise<Assignment> {
  return context.withTenant(async (tx) => {
    const taught = await selectAssignmentForChange(tx, context, id);
    await publish(tx, context, taught, input);
    return presentAssignment(tx, context, id, taught);
  });
}

export async function publish(
  tx: Transaction,
  context: Context,
  { assignment, course }: TaughtAssignment,
  input: AssignmentPublish,
): Promise<void> {
  const { id } = assignment;
  if (assignment.state === 'published') throw new Problem('invalid_transition');
  const now = context.platform.clock.now().toISOString();
  if (input.publish_at !== undefined && Date.parse(input.publish_at) > Date.parse(now)) {
    const publish_at = input.publish_at;
    await queries.updateAssignment(tx, id, null, { state: 'scheduled', publish_at, updated_at: now });
    await auditAssignment(tx, context, 'assignment.scheduled', { id, course });
    return;
  }
  await publishNow(tx, context, { id, course, published_at: assignment.published_at });
}

/** What publishing is, whoever decided it: the state, a row for everyone assigned, and the news. */
export async function publishNow(
  tx: Transaction,
  context: Context,
  {
    id,
    course,
    published_at,
  }: { id: string; course: TaughtAssignment['course']; published_at: string | null },
): Promise<void> {
  const now = context.platform.clock.now().toISOString();
  await queries.updateAssignment(tx, id, null, {
    state: 'published',
    publish_at: null,
    published_at: published_at ?? now,
    closed_at: null,
    updated_at: now,
  });
  await refreshWork(tx, context, { course_id: course.id, assignment_ids: [id] });
  await auditAssignment(tx, context, 'assignment.published', { id, course });
  await publishEvent(tx, context, 'assignment.published', { assignment_id: id, course_id: course.id });
}
