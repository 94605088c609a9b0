import type {
  DraftPut,
  MySubmission,
  Receipt,
  WorkDraft,
  WorkSubmit,
} from '@k12/contracts/teaching/submissions';
import { newId, type Transaction } from '@k12/db';
import { sameValue } from '@k12/plan-content/same-value';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { listActiveStudents } from '../courses/enrolled-student.service.ts';
import { recordDraft, recordTakenBack } from '../student-work/work-submission.service.ts';
import { latestStanding } from './attempts.rules.ts';
import { checkContent, keepAttempt } from './keep-attempt.service.ts';
import { blockOfWork, dueOf, type OwnWork, selectOwnWork } from './own-work.service.ts';
import {
  canTakeBack,
  fileOf,
  presentDraft,
  presentMine,
  presentReceipt,
  storedDraft,
} from './present-work.service.ts';
import * as queries from './submissions.queries.ts';
import { officialTime } from './submissions.rules.ts';

export async function getMySubmission(context: Context, assignmentId: string): Promise<MySubmission> {
  return context.readTenant(async (tx) =>
    presentMine(tx, context, await selectOwnWork(tx, context, assignmentId)),
  );
}

/** Autosave: what was written on another version is not overwritten, the newer one comes back instead (TCH-50). */
export async function saveDraft(context: Context, assignmentId: string, input: DraftPut): Promise<WorkDraft> {
  const { draft_version, ...content } = input;
  return context.withTenant(async (tx) => {
    const own = await selectOwnWork(tx, context, assignmentId);
    refuseBlocked(blockOfWork(own, nowOf(context)));
    const submission = await lock(tx, context, own);
    const { clean } = await checkContent(tx, context, own, content, submission);
    if (submission.draft_version !== draft_version) {
      // A retry of the very same words finds them saved.
      const isSaved =
        submission.draft_version === draft_version + 1 && sameValue(storedDraft(submission), clean);
      if (!isSaved) throw new Problem('version_conflict', { current: await presentDraft(tx, submission) });
      return presentDraft(tx, submission);
    }
    await queries.updateDraft(tx, submission.id, {
      draft: clean,
      draft_version: draft_version + 1,
      draft_edited_by: context.actor.user_id ?? '',
      draft_edited_at: nowOf(context),
    });
    await recordDraft(tx, context, own.cells, submission.id);
    return presentDraft(tx, await reload(tx, own));
  });
}

/**
 * Hands in what the request holds, which is what the student sees (TCH-50). The key makes a retry, even one of weeks
 * later, end at the same receipt without using a second attempt (TCH-55).
 */
export async function submit(
  context: Context,
  assignmentId: string,
  input: WorkSubmit,
  requestKey: string | null,
): Promise<Receipt> {
  const { draft_version, device_at = null, ...content } = input;
  return context.withTenant(async (tx) => {
    const own = await selectOwnWork(tx, context, assignmentId);
    const submission = await lock(tx, context, own);
    const attempts = await queries.listAttempts(tx, submission.id);
    const before = requestKey === null ? undefined : attempts.find((one) => one.request_key === requestKey);
    if (before) return presentReceipt(own, before);
    const blocked = blockOfWork({ ...own, submission }, nowOf(context));
    // Whether it is too late depends on when the files began to arrive (TCH-52).
    if (blocked !== 'closed') refuseBlocked(blocked);
    const { clean, files } = await checkContent(tx, context, own, content, submission);
    const time = officialTime(
      nowOf(context),
      [dueOf({ work: own.work, submission }), own.work.available_until_at],
      files.map(({ began_at }) => began_at),
    );
    refuseBlocked(blockOfWork({ ...own, submission }, time.official_at));
    if (submission.draft_version !== draft_version) {
      throw new Problem('version_conflict', { current: await presentDraft(tx, submission) });
    }
    refuseEmpty(clean);
    const attempt = {
      ...time,
      ...clean,
      id: newId(),
      number: (attempts.at(-1)?.number ?? 0) + 1,
      received_at: nowOf(context),
      device_at,
      files: files.map(fileOf),
      submitted_by: context.actor.user_id ?? '',
      on_behalf_reason: null,
      request_key: requestKey,
    };
    const receipt = await keepAttempt(tx, context, { ...own, submission }, attempt);
    await tellReceipt(tx, context, own, receipt);
    return receipt;
  });
}

/** Each member learns that the group handed in, and who did (TCH-46, TCH-54). */
async function tellReceipt(tx: Transaction, context: Context, own: OwnWork, receipt: Receipt): Promise<void> {
  await notify(tx, context, {
    user_ids: await listActiveStudents(tx, receipt.course_id, own.cells.student_ids),
    kind: 'submission.receipt',
    subject: { type: 'assignment', id: receipt.assignment_id },
    details: { title: receipt.assignment_title, code: receipt.code },
    link: `/learn/courses/${receipt.course_id}/assignments/${receipt.assignment_id}`,
  });
}

export async function takeBack(context: Context, assignmentId: string): Promise<MySubmission> {
  return context.withTenant(async (tx) => {
    const own = await selectOwnWork(tx, context, assignmentId);
    const submission = await lock(tx, context, own);
    const attempts = await queries.listAttempts(tx, submission.id);
    const now = nowOf(context);
    const latest = latestStanding(attempts);
    if (!latest || !own.is_enrolled || !canTakeBack(own, attempts, now)) throw new Problem('conflict');
    await queries.updateWithdrawn(tx, latest.id, now);
    await restoreDraft(tx, context, submission, latest);
    const rest = attempts.filter(({ withdrawn_at, id }) => withdrawn_at === null && id !== latest.id);
    await queries.updateAttemptsCount(tx, submission.id, { attempts_count: rest.length, updated_at: now });
    const before = rest.at(-1);
    const standing = before ? { official_at: before.official_at, attempts_count: rest.length } : null;
    await recordTakenBack(tx, context, own.cells, standing);
    const target = { target_type: 'submission', target_id: submission.id, school_id: own.work.school_id };
    await recordAudit(tx, context, { action: 'submission.taken_back', ...target });
    const { assignment_id, course_id } = own.work;
    const ids = { submission_id: submission.id, assignment_id, course_id, attempt: latest.number };
    await publishEvent(tx, context, 'submission.taken_back', ids);
    return presentMine(tx, context, await selectOwnWork(tx, context, assignmentId));
  });
}

/** What was taken back is to be worked on: it becomes the draft, unless a next one was begun. */
async function restoreDraft(
  tx: Transaction,
  context: Context,
  submission: queries.SubmissionRow,
  attempt: queries.AttemptRow,
): Promise<void> {
  if (submission.draft !== null) return;
  const files = attempt.files as unknown as { file_id: string }[];
  const draft = { body: attempt.body, links: attempt.links, file_ids: files.map(({ file_id }) => file_id) };
  await queries.updateDraft(tx, submission.id, {
    draft,
    draft_version: submission.draft_version + 1,
    draft_edited_by: context.actor.user_id ?? '',
    draft_edited_at: nowOf(context),
  });
}

async function lock(tx: Transaction, context: Context, { work, owner }: OwnWork) {
  const { course_id, assignment_id } = work;
  return queries.lockSubmission(
    tx,
    { id: newId(), course_id, assignment_id, created_at: nowOf(context) },
    owner,
  );
}

async function reload(tx: Transaction, { work, owner }: OwnWork) {
  return queries.selectOptionalSubmission(tx, work.assignment_id, owner);
}

function refuseBlocked(block: ReturnType<typeof blockOfWork>): void {
  if (block === null) return;
  if (block === 'not_yet_available' || block === 'closed' || block === 'no_attempts_left')
    throw new Problem(block);
  throw new Problem('conflict', { context: { reason: block } });
}

function refuseEmpty(content: { body: object | null; file_ids: string[]; links: string[] }): void {
  if (content.body || content.file_ids.length > 0 || content.links.length > 0) return;
  const errors = [{ pointer: '/body', code: 'empty', detail: 'There is nothing to hand in yet.' }];
  throw new Problem('request.invalid', { errors });
}

function nowOf({ platform }: Context): string {
  return platform.clock.now().toISOString();
}
