import type {
  MySubmission,
  Receipt,
  WorkAttempt,
  WorkDraft,
  WorkFile,
} from '@k12/contracts/teaching/submissions';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { workFileBytes } from '../uploads/upload-limit.service.ts';
import { isBindingNow, latestStanding } from './attempts.rules.ts';
import { blockOfWork, dueOf, leftOf, type OwnWork } from './own-work.service.ts';
import * as queries from './submissions.queries.ts';

interface StoredDraft {
  body: WorkDraft['body'];
  file_ids: string[];
  links: string[];
}

const nothing: StoredDraft = { body: null, file_ids: [], links: [] };

export function storedDraft(submission: queries.SubmissionRow | undefined): StoredDraft {
  return (submission?.draft as StoredDraft | null | undefined) ?? nothing;
}

export async function presentDraft(
  tx: Transaction,
  submission: queries.SubmissionRow | undefined,
): Promise<WorkDraft> {
  const { body, file_ids, links } = storedDraft(submission);
  const files = new Map((await queries.listFiles(tx, file_ids)).map((file) => [file.id, file]));
  return {
    version: submission?.draft_version ?? 0,
    body,
    files: file_ids.flatMap((id) => files.get(id) ?? []).map(fileOf),
    links: links.map(shownLink),
    edited_at: submission?.draft_edited_at ?? null,
    edited_by: personOf(submission?.draft_edited_by ?? null, submission),
  };
}

export async function presentMine(tx: Transaction, context: Context, own: OwnWork): Promise<MySubmission> {
  const { work, submission, group, members } = own;
  const now = context.platform.clock.now().toISOString();
  const attempts = submission ? await queries.listAttempts(tx, submission.id) : [];
  const blocked_by = blockOfWork(own, now);
  const isOpen = blocked_by === null;
  return {
    assignment_id: work.assignment_id,
    id: submission?.id ?? null,
    state: work.submission_state,
    draft: await presentDraft(tx, submission),
    attempts: attempts.map((attempt) => presentAttempt(attempt, dueOf(own))),
    attempts_left: leftOf(own),
    available_from_at: work.available_from_at,
    due_at: dueOf(own),
    available_until_at: work.available_until_at,
    time_zone: work.time_zone,
    submission_types: work.submission_types,
    allowed_file_types: work.allowed_file_types,
    max_files: work.max_files,
    max_file_bytes: await workFileBytes(context),
    group: group && {
      ...group,
      members: members.map((member) => ({ id: member.id, name: displayName(member) })),
    },
    revision: submission?.revision_asked_at
      ? {
          note: submission.revision_note ?? '',
          asked_at: submission.revision_asked_at,
          due_at: submission.revision_due_at,
        }
      : null,
    blocked_by,
    can: { edit: isOpen, submit: isOpen, take_back: own.is_enrolled && canTakeBack(own, attempts, now) },
  };
}

/**
 * Before the due time, and while no grade is known. An unposted grade must not show by a missing button, so only
 * posted ones count here (TCH-59, PPL-18).
 */
export function canTakeBack(own: OwnWork, attempts: readonly queries.AttemptRow[], now: string): boolean {
  const { work } = own;
  if (!latestStanding(attempts) || work.submission_state !== 'submitted') return false;
  return work.posted_at === null && work.course_state === 'active' && !isBindingNow(work, now);
}

export function presentAttempt(attempt: queries.AttemptRow, due_at: string | null): WorkAttempt {
  return {
    number: attempt.number,
    official_at: attempt.official_at,
    received_at: attempt.received_at,
    device_at: attempt.device_at,
    on_time_because: attempt.on_time_because,
    late_seconds: lateSeconds(attempt.official_at, due_at),
    body: attempt.body as WorkAttempt['body'],
    links: (attempt.links as string[]).map(shownLink),
    files: attempt.files as unknown as WorkFile[],
    word_count: attempt.word_count,
    submitted_by: personOf(attempt.submitted_by, attempt),
    is_on_behalf: attempt.on_behalf_reason !== null,
    receipt_code: attempt.receipt_code,
    withdrawn_at: attempt.withdrawn_at,
  };
}

/** What somebody gets in hand for one attempt (TCH-54). */
export function presentReceipt(own: Omit<OwnWork, 'is_enrolled'>, row: queries.AttemptRow): Receipt {
  const { work, group } = own;
  const due_at = dueOf(own);
  const attempt = presentAttempt(row, due_at);
  return {
    code: attempt.receipt_code,
    submission_id: row.submission_id,
    assignment_id: work.assignment_id,
    assignment_title: work.title,
    course_id: work.course_id,
    course_name: work.course_name,
    student: personOf(work.student_id, work),
    group_name: group?.name ?? null,
    attempt_number: attempt.number,
    official_at: attempt.official_at,
    received_at: attempt.received_at,
    time_zone: work.time_zone,
    due_at,
    late_seconds: attempt.late_seconds,
    on_time_because: attempt.on_time_because,
    files: attempt.files,
    links: attempt.links,
    word_count: attempt.word_count,
    is_withdrawn: attempt.withdrawn_at !== null,
  };
}

export function fileOf(file: queries.FileRow): WorkFile {
  const { id, name, size_bytes, content_type, sha256 } = file;
  return { file_id: id, name, size_bytes, content_type, sha256: sha256.toString('hex') };
}

export function shownLink(url: string): { url: string; host: string } {
  return { url, host: new URL(url).host };
}

function lateSeconds(officialAt: string, dueAt: string | null): number {
  return dueAt === null ? 0 : Math.max(0, Math.floor((Date.parse(officialAt) - Date.parse(dueAt)) / 1000));
}

interface Named {
  given_name: string | null;
  family_name: string | null;
  preferred_name: string | null;
}

function personOf(id: string | null, row: Named | undefined) {
  if (id === null || !row?.given_name) return null;
  const { given_name, preferred_name } = row;
  return { id, name: displayName({ given_name, family_name: row.family_name ?? '', preferred_name }) };
}
