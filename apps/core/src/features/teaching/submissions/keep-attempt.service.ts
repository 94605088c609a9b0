import type { Receipt, WorkContent } from '@k12/contracts/teaching/submissions';
import type { Transaction } from '@k12/db';
import { cleanRichText, isBlankRichText } from '@k12/plan-content/rich-text';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { askForPreviews } from '../previews/previews.service.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import { recordHandedIn } from '../student-work/work-submission.service.ts';
import type { OwnWork } from './own-work.service.ts';
import { presentReceipt, storedDraft } from './present-work.service.ts';
import * as queries from './submissions.queries.ts';
import { contentFaults, countWords, newReceiptCode } from './submissions.rules.ts';

interface Handed {
  id: string;
  number: number;
  official_at: string;
  received_at: string;
  device_at: string | null;
  on_time_because: 'upload_began' | 'chosen_by_staff' | null;
  body: object | null;
  links: string[];
  files: object[];
  submitted_by: string;
  on_behalf_reason: string | null;
  request_key: string | null;
  /** What the student is writing is not touched when staff hand in for them (TCH-63). */
  keeps_draft?: boolean;
}

/** The attempt, the cells of the gradebook and the event, all or nothing. */
export async function keepAttempt(
  tx: Transaction,
  context: Context,
  own: Omit<OwnWork, 'is_enrolled'> & { submission: queries.SubmissionRow },
  handed: Handed,
): Promise<Receipt> {
  const { submission, work } = own;
  const { id, number, official_at, received_at, device_at, on_time_because, body, links, files } = handed;
  await queries.createAttempt(tx, {
    ...{ id, number, official_at, received_at, device_at, on_time_because, body, links, files },
    submission_id: submission.id,
    submitted_by: handed.submitted_by,
    on_behalf_reason: handed.on_behalf_reason,
    receipt_code: newReceiptCode(),
    request_key: handed.request_key,
    word_count: countWords(body),
  });
  await askForPreviews(tx, context, files as { file_id: string; content_type: string }[]);
  const attempts_count = submission.attempts_count + 1;
  if (handed.keeps_draft) {
    await queries.updateAttemptsCount(tx, submission.id, { attempts_count, updated_at: received_at });
  } else {
    const draft_version = submission.draft_version + 1;
    await queries.updateHandedIn(tx, submission.id, {
      attempts_count,
      draft_version,
      updated_at: received_at,
    });
  }
  const { revision_due_at } = submission;
  await recordHandedIn(tx, context, own.cells, {
    ...{ submission_id: submission.id, official_at, attempts_count, revision_due_at },
  });
  await emptyPolicyGrades(tx, context, own);
  const target = { target_type: 'submission', target_id: submission.id, school_id: work.school_id };
  const action = handed.on_behalf_reason === null ? 'submission.submitted' : 'submission.made_on_behalf';
  await recordAudit(tx, context, {
    action,
    ...target,
    ...(handed.on_behalf_reason && { reason: handed.on_behalf_reason }),
  });
  const { assignment_id, course_id } = work;
  await publishEvent(tx, context, 'submission.submitted', {
    ...{ submission_id: submission.id, assignment_id, course_id, attempt: number },
    student_id: own.owner.student_id,
    group_id: own.owner.group_id,
  });
  const row = (await queries.listAttempts(tx, submission.id)).find((one) => one.id === id);
  if (!row) throw new Error('An attempt that was just made is not there');
  return presentReceipt(own, row);
}

/** A score for missing work ends with the work; locked periods keep what they have (TCH-42). */
async function emptyPolicyGrades(
  tx: Transaction,
  context: Context,
  own: Omit<OwnWork, 'is_enrolled'>,
): Promise<void> {
  const { assignment_id, course_id } = own.work;
  const filled = await queries.listFilledByPolicy(tx, assignment_id, own.cells.student_ids);
  const course = { ...own.work, id: course_id };
  const cells = filled.map((student_id) => ({
    ...{ assignment_id, student_id, grade_version: null },
    ...{ score: null, state: 'none' as const },
  }));
  await writeGrades(tx, context, { course, source: 'policy', cells });
}

/** Clean rich text, files that are theirs to hand in, and only kinds of work this assignment takes. */
export async function checkContent(
  tx: Transaction,
  context: Context,
  { work }: Pick<OwnWork, 'work'>,
  content: WorkContent,
  submission: queries.SubmissionRow,
) {
  const body = content.body && cleanRichText(content.body);
  const isBlank = body === null || isBlankRichText(body);
  const ids = [...new Set(content.file_ids)];
  const known = new Map((await queries.listFiles(tx, ids)).map((file) => [file.id, file]));
  const shared = new Set(storedDraft(submission).file_ids);
  const files = ids.flatMap((id, at) => {
    const file = known.get(id);
    const isTheirs = file?.uploaded_by === context.actor.user_id || shared.has(id);
    if (file?.purpose === 'submission' && isTheirs) return [file];
    const errors = [{ pointer: `/file_ids/${at}`, code: 'unknown_file', detail: 'There is no such file.' }];
    throw new Problem('request.invalid', { errors });
  });
  const errors = contentFaults({ body, files, links: content.links, is_blank: isBlank }, work);
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  return { clean: { body: isBlank ? null : (body as object), file_ids: ids, links: content.links }, files };
}
