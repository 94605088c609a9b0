import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Whose cells one submission fills: the student's, or those of all members of the group (TCH-46). */
export interface WorkCells {
  assignment_id: string;
  student_ids: readonly string[];
}

export interface HandedIn {
  submission_id: string;
  official_at: string;
  attempts_count: number;
  /** A later due time that came with a request for revision. */
  revision_due_at: string | null;
  changed_at: string;
}

/** Each student is late by their own due time; grace affects the mark, not the truth (TCH-38). */
export async function updateHandedIn(tx: Transaction, cells: WorkCells, work: HandedIn): Promise<void> {
  const { submission_id, official_at, attempts_count, changed_at } = work;
  await cellsOf(tx, cells)
    .set({
      submission_id,
      submission_state: 'submitted',
      submitted_at: official_at,
      attempts_count,
      late_seconds: lateSeconds(official_at, work.revision_due_at),
      has_new_work: true,
      changed_at,
    })
    .execute();
}

function lateSeconds(officialAt: string, revisionDueAt: string | null) {
  return sql<number>`coalesce(greatest(0, floor(extract(epoch from
    ${officialAt}::timestamptz - greatest(due_at, ${revisionDueAt}::timestamptz)))), 0)::integer`;
}

/** From nothing to a draft; what was handed in stays so while a next attempt is being written. */
export async function updateDraftBegun(
  tx: Transaction,
  cells: WorkCells,
  draft: { submission_id: string; changed_at: string },
): Promise<void> {
  await cellsOf(tx, cells)
    .set({ ...draft, submission_state: 'draft' })
    .where('submission_state', '=', 'not_started')
    .execute();
}

export interface StandingAttempt {
  official_at: string;
  attempts_count: number;
}

/** The attempt before it counts again, or none (TCH-59). */
export async function updateTakenBack(
  tx: Transaction,
  cells: WorkCells,
  standing: StandingAttempt | null,
  changed_at: string,
): Promise<void> {
  await cellsOf(tx, cells)
    .set(
      standing
        ? {
            submitted_at: standing.official_at,
            attempts_count: standing.attempts_count,
            late_seconds: lateSeconds(standing.official_at, null),
            changed_at,
          }
        : {
            submission_state: 'draft',
            submitted_at: null,
            attempts_count: 0,
            late_seconds: 0,
            has_new_work: false,
            changed_at,
          },
    )
    .execute();
}

/** The work goes back: it is the student's turn, and nothing waits for the teacher (TCH-56). */
export async function updateRevisionAsked(
  tx: Transaction,
  cells: WorkCells,
  changed_at: string,
): Promise<void> {
  await cellsOf(tx, cells)
    .set({ submission_state: 'revision_requested', has_new_work: false, changed_at })
    .execute();
}

function cellsOf(tx: Transaction, { assignment_id, student_ids }: WorkCells) {
  return tx
    .updateTable('student_work')
    .where('assignment_id', '=', assignment_id)
    .where('student_id', 'in', student_ids);
}
