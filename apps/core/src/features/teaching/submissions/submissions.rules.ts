import { randomInt } from 'node:crypto';
import type { WorkBlock } from '@k12/contracts/teaching/submissions';
import { linesOfRichText } from '@k12/plan-content/rich-text-lines';

/** Kinds of work that a student sends on the page of the work; quizzes and the like arrive on their own. */
const sentOnThePage: ReadonlySet<string> = new Set(['text', 'file', 'link']);

export interface WorkFacts {
  now: string;
  assignment_state: string;
  course_state: string;
  /** The student is enrolled today. */
  is_enrolled: boolean;
  submission_types: readonly string[];
  available_from_at: string | null;
  available_until_at: string | null;
  attempts_left: number | null;
  /** The teacher waits for a revision, until then if a time was named (TCH-56). */
  revision: { due_at: string | null } | null;
}

/** Why nothing can be handed in at this moment; null when it can (TCH-37, TCH-56). */
export function blockOf(facts: WorkFacts): WorkBlock | null {
  if (!facts.submission_types.some((type) => sentOnThePage.has(type))) return 'nothing_to_submit';
  if (facts.course_state !== 'active' || !facts.is_enrolled) return 'course_over';
  if (facts.available_from_at && isBefore(facts.now, facts.available_from_at)) return 'not_yet_available';
  if (isClosed(facts)) return 'closed';
  return facts.attempts_left !== null && facts.attempts_left <= 0 ? 'no_attempts_left' : null;
}

function isClosed({ now, assignment_state, available_until_at, revision }: WorkFacts): boolean {
  if (revision)
    return revision.due_at !== null && isBefore(revision.due_at, now) && isPast(available_until_at, now);
  return assignment_state === 'closed' || isPast(available_until_at, now);
}

function isPast(instant: string | null, now: string): boolean {
  return instant !== null && isBefore(instant, now);
}

function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}

const uploadGraceMs = 10 * 60_000;

export interface OfficialTime {
  official_at: string;
  on_time_because: 'upload_began' | null;
}

/**
 * When the work counts as handed in (TCH-52): on receipt; or at the deadline, when all its files had begun to arrive
 * by then and the rest followed within ten minutes.
 */
export function officialTime(
  receivedAt: string,
  deadlines: readonly (string | null)[],
  uploadsBeganAt: readonly string[],
): OfficialTime {
  const received = Date.parse(receivedAt);
  for (const deadline of deadlines) {
    if (deadline === null || uploadsBeganAt.length === 0) continue;
    const end = Date.parse(deadline);
    const isWithin = received > end && received <= end + uploadGraceMs;
    if (isWithin && uploadsBeganAt.every((began) => Date.parse(began) <= end)) {
      return { official_at: deadline, on_time_because: 'upload_began' };
    }
  }
  return { official_at: receivedAt, on_time_because: null };
}

export function attemptsLeft(allowed: number | null, extra: number, used: number): number | null {
  return allowed === null ? null : Math.max(0, allowed + extra - used);
}

/** Without letters that look like digits. */
const codeLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve letters in three groups: nobody guesses the receipt of another (TCH-54, TCH-64). */
export function newReceiptCode(): string {
  const letters = Array.from({ length: 12 }, () => codeLetters[randomInt(codeLetters.length)]);
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

export function countWords(body: unknown): number {
  return linesOfRichText(body).match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** What a student attached or wrote that this work does not take, by its place in the request. */
export function contentFaults(
  content: { body: unknown; files: readonly { name: string }[]; links: readonly string[]; is_blank: boolean },
  rules: { submission_types: readonly string[]; allowed_file_types: readonly string[]; max_files: number },
) {
  const takes = new Set(rules.submission_types);
  const faults = [];
  if (!content.is_blank && !takes.has('text')) faults.push(fault('/body', 'This work takes no text.'));
  if (content.links.length > 0 && !takes.has('link'))
    faults.push(fault('/links', 'This work takes no links.'));
  if (content.files.length > 0 && !takes.has('file')) {
    faults.push(fault('/file_ids', 'This work takes no files.'));
  } else if (content.files.length > rules.max_files) {
    faults.push({ pointer: '/file_ids', code: 'too_many', detail: `At most ${rules.max_files} files.` });
  }
  for (const [at, { name }] of content.files.entries()) {
    if (isAllowedType(name, rules.allowed_file_types)) continue;
    const detail = 'This kind of file is not accepted for this work.';
    faults.push({ pointer: `/file_ids/${at}`, code: 'type_not_accepted', detail });
  }
  return faults;
}

function fault(pointer: string, detail: string) {
  return { pointer, code: 'not_accepted', detail };
}

/** Empty: every kind the platform takes. */
export function isAllowedType(name: string, allowed: readonly string[]): boolean {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  return allowed.length === 0 || allowed.some((type) => type.replace(/^\./, '').toLowerCase() === extension);
}
