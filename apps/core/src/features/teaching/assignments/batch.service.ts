import type { AssignmentBatch, AssignmentBatchResult } from '@k12/contracts/teaching/assignments-batch';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { shiftDates } from '../assignment-dates/shift-dates.service.ts';
import { selectCourseForChange } from './assignment-access.service.ts';
import { deleteAssignment, restoreAssignment } from './assignment-bin.service.ts';
import { closeAssignment, publishAssignment } from './assignment-states.service.ts';
import * as queries from './assignments.queries.ts';
import { updateAssignment } from './assignments.service.ts';

/** One assignment after the other, each in a transaction of its own: a refusal undoes none of the others (TCH-49). */
export async function batchAssignments(context: Context, courseId: string, input: AssignmentBatch) {
  const ids = [...new Set(input.assignment_ids)];
  const rows = await context.withTenant(async (tx) => {
    const { course } = await selectCourseForChange(tx, context, courseId);
    await recordAudit(tx, context, {
      action: 'assignment.batch_changed',
      target_type: 'course',
      target_id: courseId,
      school_id: course.school_id,
      changes: { act: input.action, assignments_count: ids.length },
    });
    return queries.listAssignmentsOfIds(tx, ids);
  });
  const inCourse = new Map(rows.filter((row) => row.course_id === courseId).map((row) => [row.id, row]));
  const results: AssignmentBatchResult[] = [];
  for (const id of ids) results.push(await applyTo(context, input, id, inCourse.get(id)));
  const done_count = results.filter(({ status }) => status === 'done').length;
  return { done_count, refused_count: results.length - done_count, results };
}

interface Due {
  due_before: string | null;
  due_after: string | null;
}

const noDue: Due = { due_before: null, due_after: null };

async function applyTo(
  context: Context,
  input: AssignmentBatch,
  assignment_id: string,
  row: queries.AssignmentRow | undefined,
): Promise<AssignmentBatchResult> {
  const title = row?.title ?? null;
  try {
    if (!row) throw new Problem('not_found');
    const due = await apply(context, input, row);
    return { assignment_id, title, status: 'done', code: null, detail: null, ...due };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message: detail } = error;
    const [first] = error.details.errors ?? [];
    // Which of several things stands in the way says more than that something does.
    return {
      assignment_id,
      title,
      status: 'refused',
      code: first?.code ?? code,
      detail: first?.detail ?? detail,
      ...noDue,
    };
  }
}

async function apply(context: Context, input: AssignmentBatch, row: queries.AssignmentRow): Promise<Due> {
  const { id, lock_version } = row;
  switch (input.action) {
    case 'publish': {
      const { accept_warnings, publish_at } = input;
      await publishAssignment(context, id, {
        accept_warnings,
        ...(publish_at !== undefined && { publish_at }),
      });
      return noDue;
    }
    case 'close':
      await closeAssignment(context, id);
      return noDue;
    case 'set_category':
      await updateAssignment(context, id, { category_id: input.category_id, lock_version });
      return noDue;
    case 'set_posting_policy': {
      const { posting_policy, post_at = null } = input;
      await updateAssignment(context, id, { posting_policy, post_at, lock_version });
      return noDue;
    }
    case 'shift_dates':
      return context.withTenant((tx: Transaction) =>
        shiftDates(tx, context, row, { school_days: input.school_days, dry_run: input.dry_run }),
      );
    case 'delete':
      await deleteAssignment(context, id, input.confirm);
      return noDue;
    case 'restore':
      await restoreAssignment(context, id);
      return noDue;
  }
}
