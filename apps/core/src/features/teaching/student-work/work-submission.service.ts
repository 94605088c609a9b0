import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import * as queries from './work-submission.queries.ts';

export type { WorkCells } from './work-submission.queries.ts';

/** The submission's part of the gradebook's cells; nobody else writes it. */
export function recordHandedIn(
  tx: Transaction,
  context: Context,
  cells: queries.WorkCells,
  work: Omit<queries.HandedIn, 'changed_at'>,
): Promise<void> {
  return queries.updateHandedIn(tx, cells, { ...work, changed_at: nowOf(context) });
}

export function recordDraft(
  tx: Transaction,
  context: Context,
  cells: queries.WorkCells,
  submission_id: string,
): Promise<void> {
  return queries.updateDraftBegun(tx, cells, { submission_id, changed_at: nowOf(context) });
}

export function recordTakenBack(
  tx: Transaction,
  context: Context,
  cells: queries.WorkCells,
  standing: queries.StandingAttempt | null,
): Promise<void> {
  return queries.updateTakenBack(tx, cells, standing, nowOf(context));
}

export function recordRevisionAsked(
  tx: Transaction,
  context: Context,
  cells: queries.WorkCells,
): Promise<void> {
  return queries.updateRevisionAsked(tx, cells, nowOf(context));
}

function nowOf({ platform }: Context): string {
  return platform.clock.now().toISOString();
}
