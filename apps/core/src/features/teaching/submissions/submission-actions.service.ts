import type {
  AttemptsGrant,
  OnBehalfSubmit,
  RevisionRequest,
  SubmissionStanding,
} from '@k12/contracts/teaching/submission-actions';
import type { Receipt } from '@k12/contracts/teaching/submissions';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { joinTransaction } from '../../../platform/http/joined-transaction.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { createExtensions } from '../assignment-dates/extensions.service.ts';
import { selectTaughtAssignment } from '../assignments/assignment-access.service.ts';
import { listActiveStudents } from '../courses/enrolled-student.service.ts';
import { recordRevisionAsked } from '../student-work/work-submission.service.ts';
import { checkContent, keepAttempt } from './keep-attempt.service.ts';
import { leftOf, selectWorkOf } from './own-work.service.ts';
import { fileOf } from './present-work.service.ts';
import { type FoundSubmission, requireScope, selectTaughtSubmission } from './submission-access.service.ts';
import * as queries from './submissions.queries.ts';

export async function grantAttempts(
  context: Context,
  id: string,
  { count }: { count: number },
): Promise<SubmissionStanding> {
  return context.withTenant(async (tx) => {
    const { work } = await selectTaughtSubmission(tx, context, id);
    await grant(tx, context, { id, school_id: work.school_id }, count);
    return standing(await selectTaughtSubmission(tx, context, id));
  });
}

/** Each student named, or the group each is in, once (TCH-56). */
export async function grantAttemptsToMany(context: Context, id: string, input: AttemptsGrant): Promise<void> {
  await context.withTenant(async (tx) => {
    const { course } = await selectTaughtAssignment(tx, context, id, 'submissions.grade', 'enter_grades');
    const named = await requireScope(tx, context, course.id, id, input.student_ids);
    const missing = input.student_ids.findIndex((student) => !named.includes(student));
    if (missing >= 0) throw unknownStudent(`/student_ids/${missing}`);
    const granted = new Set<string>();
    for (const student of named) {
      const submission = await lockFor(tx, context, id, student);
      if (granted.has(submission.id)) continue;
      granted.add(submission.id);
      await grant(tx, context, { id: submission.id, school_id: course.school_id }, input.count);
    }
  });
}

async function grant(
  tx: Transaction,
  context: Context,
  { id, school_id }: { id: string; school_id: string },
  count: number,
): Promise<void> {
  await queries.addAttempts(tx, id, count, nowOf(context));
  const target = { target_type: 'submission', target_id: id, school_id };
  await recordAudit(tx, context, { action: 'submission.attempts_granted', ...target, changes: { count } });
}

/** Gives the work back. Where no attempt was left the request brings one, or it could not be answered (TCH-56). */
export async function requestRevision(
  context: Context,
  id: string,
  input: RevisionRequest,
): Promise<SubmissionStanding> {
  return context.withTenant(async (tx) => {
    const found = await selectTaughtSubmission(tx, context, id);
    if (found.submission.attempts_count === 0) throw new Problem('conflict');
    const now = nowOf(context);
    if (input.due_at && Date.parse(input.due_at) <= Date.parse(now)) {
      throw invalid('/due_at', 'in_the_past', 'Must be in the future.');
    }
    const asked = { revision_asked_by: context.actor.user_id ?? '', revision_asked_at: now };
    const { note: revision_note, due_at: revision_due_at } = input;
    await queries.updateRevision(tx, id, { ...asked, revision_note, revision_due_at });
    if (leftOf(found) === 0) await queries.addAttempts(tx, id, 1, now);
    if (revision_due_at) await extend(tx, context, found, revision_due_at);
    await recordRevisionAsked(tx, context, found.cells);
    await tellRevision(tx, context, found);
    return standing(await selectTaughtSubmission(tx, context, id));
  });
}

/** The new due time is one of the student's own dates, so that everything else follows it too (TCH-30, TCH-121). */
async function extend(
  tx: Transaction,
  context: Context,
  found: FoundSubmission,
  due_at: string,
): Promise<void> {
  const { course_id, assignment_id } = found.work;
  const { data } = await createExtensions(joinTransaction(context, tx), course_id, {
    assignment_ids: [assignment_id],
    student_ids: [...found.cells.student_ids],
    due_at,
  });
  const refused = data.find(({ status }) => status === 'refused');
  if (refused) throw new Problem(refused.code === 'period_locked' ? 'period_locked' : 'conflict');
}

async function tellRevision(tx: Transaction, context: Context, found: FoundSubmission): Promise<void> {
  const { work, submission } = found;
  const { assignment_id, course_id, school_id } = work;
  const target = { target_type: 'submission', target_id: submission.id, school_id };
  await recordAudit(tx, context, { action: 'submission.revision_requested', ...target });
  await publishEvent(tx, context, 'submission.returned', {
    submission_id: submission.id,
    assignment_id,
    course_id,
  });
  await notify(tx, context, {
    user_ids: await listActiveStudents(tx, course_id, found.cells.student_ids),
    kind: 'submission.revision_requested',
    subject: { type: 'assignment', id: assignment_id },
    details: { title: work.title },
    link: `/learn/courses/${course_id}/assignments/${assignment_id}`,
  });
}

/** A scan of paper, a photo: marked as handed in by staff, with the time they choose and why (TCH-63). */
export async function submitOnBehalf(context: Context, id: string, input: OnBehalfSubmit): Promise<Receipt> {
  const { student_id, official_at, reason, ...content } = input;
  return context.withTenant(async (tx) => {
    const taught = await selectTaughtAssignment(tx, context, id, 'submissions.grade', 'enter_grades');
    const [known] = await requireScope(tx, context, taught.course.id, id, [student_id]).catch(() => []);
    const work = known ? await queries.selectOptionalWork(tx, id, known) : undefined;
    if (!work) throw unknownStudent('/student_id');
    const now = nowOf(context);
    if (Date.parse(official_at) > Date.parse(now))
      throw invalid('/official_at', 'in_the_future', 'Must not be in the future.');
    const submission = await lockFor(tx, context, id, student_id);
    const own = { ...(await selectWorkOf(tx, work)), submission };
    const taken = {
      ...work,
      submission_types: [...work.submission_types, 'file', 'text', 'link'],
      allowed_file_types: [],
    };
    const { clean, files } = await checkContent(tx, context, { work: taken }, content, submission);
    const attempts = await queries.listAttempts(tx, submission.id);
    return keepAttempt(tx, context, own, {
      ...clean,
      id: newId(),
      number: (attempts.at(-1)?.number ?? 0) + 1,
      official_at,
      received_at: now,
      device_at: null,
      on_time_because: 'chosen_by_staff',
      files: files.map(fileOf),
      submitted_by: context.actor.user_id ?? '',
      on_behalf_reason: reason,
      request_key: null,
      keeps_draft: true,
    });
  });
}

async function lockFor(tx: Transaction, context: Context, assignmentId: string, studentId: string) {
  const work = await queries.selectOptionalWork(tx, assignmentId, studentId);
  if (!work) throw new Problem('not_found');
  const { owner } = await selectWorkOf(tx, work);
  const place = {
    id: newId(),
    course_id: work.course_id,
    assignment_id: assignmentId,
    created_at: nowOf(context),
  };
  return queries.lockSubmission(tx, place, owner);
}

function standing(found: FoundSubmission): SubmissionStanding {
  const { submission } = found;
  const { id, assignment_id, course_id, extra_attempts, attempts_count } = submission;
  return {
    ...{ id, assignment_id, course_id, extra_attempts, attempts_count, attempts_left: leftOf(found) },
    revision: submission.revision_asked_at
      ? {
          note: submission.revision_note ?? '',
          asked_at: submission.revision_asked_at,
          due_at: submission.revision_due_at,
        }
      : null,
  };
}

function unknownStudent(pointer: string): Problem {
  return invalid(pointer, 'unknown_student', 'This work is not assigned to them.');
}

function nowOf({ platform }: Context): string {
  return platform.clock.now().toISOString();
}
