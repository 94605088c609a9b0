import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { listActiveStudents } from '../courses/enrolled-student.service.ts';
import { hidesNames } from '../grading/anonymity.rules.ts';
import { updateAnonymityLifted } from '../grading/grading-records.service.ts';
import { followGrades } from '../totals/follow-grades.service.ts';
import * as queries from './posting.queries.ts';

/** What follows when grades become visible: people hear of it, totals and mastery follow, names come back. */
export async function afterPosting(
  tx: Transaction,
  context: Context,
  assignmentId: string,
  posted: readonly string[],
): Promise<number> {
  const assignment = await queries.selectAssignment(tx, assignmentId);
  if (!assignment) return 0;
  const notified = await tell(tx, context, assignment, posted);
  const ids = { course_id: assignment.course_id, assignment_id: assignmentId };
  if (posted.length > 0) {
    await publishEvent(tx, context, 'grades.posted', { ...ids, count: posted.length });
    // What was judged by a rubric counts for its standards from now on, whatever the score is (TCH-87).
    if (assignment.rubric_id)
      await publishEvent(tx, context, 'rubric_evidence.posted', {
        ...ids,
        rubric_id: assignment.rubric_id,
        posted_at: context.platform.clock.now().toISOString(),
      });
    const course = { ...assignment, id: assignment.course_id };
    await followGrades(
      tx,
      context,
      course,
      posted.map((student_id) => ({ student_id })),
    );
  }
  if (hidesNames(assignment) && (await queries.isAllPosted(tx, assignmentId)))
    await showNames(tx, context, assignment);
  return notified;
}

/** Students, and guardians who may see records; that there is news, never the score. */
async function tell(
  tx: Transaction,
  context: Context,
  assignment: { id: string; title: string; course_id: string },
  posted: readonly string[],
): Promise<number> {
  const students = await listActiveStudents(tx, assignment.course_id, posted);
  if (students.length === 0) return 0;
  const guardians = await queries.listGuardianIds(tx, students, await todayOf(context));
  const about = {
    kind: 'grades.posted',
    subject: { type: 'assignment', id: assignment.id },
    details: { title: assignment.title },
    link: `/learn/courses/${assignment.course_id}/assignments/${assignment.id}`,
  };
  await notify(tx, context, { ...about, user_ids: [...students, ...guardians] });
  return students.length + guardians.length;
}

async function showNames(
  tx: Transaction,
  context: Context,
  { id, school_id }: { id: string; school_id: string },
): Promise<void> {
  if (!(await updateAnonymityLifted(tx, id, context.platform.clock.now().toISOString()))) return;
  await recordAudit(tx, context, {
    action: 'assignment.anonymity_lifted',
    target_type: 'assignment',
    target_id: id,
    school_id,
    changes: { reason: 'all_posted' },
  });
}
