import type { Assignment, AssignmentPublish } from '@k12/contracts/teaching/assignments';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { tellStudents } from '../assignment-dates/date-news.service.ts';
import { refreshWork } from '../student-work/work-dates.service.ts';
import { selectAssignmentForChange, type TaughtAssignment } from './assignment-access.service.ts';
import { auditAssignment } from './assignment-log.service.ts';
import * as queries from './assignments.queries.ts';
import { presentAssignment } from './present-assignment.service.ts';
import { requireReady } from './publish-checks.service.ts';

/** Now, at a time, or again after closing (TCH-29, TCH-37). */
export async function publishAssignment(
  context: Context,
  id: string,
  input: AssignmentPublish,
): Promise<Assignment> {
  return context.withTenant(async (tx) => {
    const taught = await selectAssignmentForChange(tx, context, id);
    const { assignment, course } = taught;
    if (assignment.state === 'published') throw new Problem('invalid_transition');
    const now = context.platform.clock.now().toISOString();
    const { publish_at, accept_warnings = false } = input;
    await requireReady(tx, context, taught, accept_warnings);
    if (publish_at === undefined) {
      await publishNow(tx, context, { id, course, published_at: assignment.published_at });
    } else {
      if (Date.parse(publish_at) <= Date.parse(now)) {
        throw invalid('/publish_at', 'in_the_past', 'Must be a time to come.');
      }
      await queries.updateAssignment(tx, id, null, { state: 'scheduled', publish_at, updated_at: now });
      await auditAssignment(tx, context, 'assignment.scheduled', { id, course });
    }
    if (assignment.state === 'closed') await tellOfReopening(tx, context, taught);
    return presentAssignment(tx, context, id, taught);
  });
}

/** What publishing is, whoever decided it: the state, a row for everyone assigned, and the news. */
export async function publishNow(
  tx: Transaction,
  context: Context,
  {
    id,
    course,
    published_at,
  }: { id: string; course: { id: string; school_id: string }; published_at: string | null },
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

/** Once, to those who have the work (TCH-37). */
async function tellOfReopening(
  tx: Transaction,
  context: Context,
  { assignment, course }: TaughtAssignment,
): Promise<void> {
  const user_ids = await queries.listAssignedStudents(tx, assignment.id);
  await tellStudents(tx, context, {
    kind: 'assignment.reopened',
    user_ids,
    assignment,
    course_id: course.id,
  });
}

export async function closeAssignment(context: Context, id: string): Promise<Assignment> {
  return context.withTenant(async (tx) => {
    const taught = await selectAssignmentForChange(tx, context, id);
    const { assignment, course } = taught;
    if (assignment.state !== 'published') throw new Problem('invalid_transition');
    const now = context.platform.clock.now().toISOString();
    await queries.updateAssignment(tx, id, null, { state: 'closed', closed_at: now, updated_at: now });
    await auditAssignment(tx, context, 'assignment.closed', { id, course });
    await publishEvent(tx, context, 'assignment.closed', { assignment_id: id, course_id: course.id });
    return presentAssignment(tx, context, id, taught);
  });
}

/** A draft again: what was to come, or what nobody has touched. */
export async function unpublishAssignment(context: Context, id: string): Promise<Assignment> {
  return context.withTenant(async (tx) => {
    const taught = await selectAssignmentForChange(tx, context, id);
    const { assignment, course } = taught;
    if (assignment.state !== 'scheduled' && assignment.state !== 'published') {
      throw new Problem('invalid_transition');
    }
    const updated_at = context.platform.clock.now().toISOString();
    if (assignment.state === 'published') {
      // Looked at after waiting for whoever was just handing in: what they hold is not deleted.
      await queries.deleteUntouchedWork(tx, id);
      if (await queries.hasWork(tx, id)) throw new Problem('assignment.received_work');
    }
    const draft = { state: 'draft' as const, publish_at: null, published_at: null, updated_at };
    await queries.updateAssignment(tx, id, null, draft);
    await auditAssignment(tx, context, 'assignment.unpublished', { id, course });
    return presentAssignment(tx, context, id, taught);
  });
}
