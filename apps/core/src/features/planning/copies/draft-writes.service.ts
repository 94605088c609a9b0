/** For other features that write a draft in one go, each beside what it does with it. */
import type { Transaction } from '@k12/db';
import * as queries from './copies.queries.ts';

export type LockedPlan = queries.LockedPlan;

export function lockPlan(tx: Transaction, id: string): Promise<LockedPlan> {
  return queries.lockPlan(tx, id);
}

export function lockDraft(tx: Transaction, planId: string) {
  return queries.lockDraft(tx, planId);
}

/** In somebody's name, as one revision that stale writes of others can be merged with. */
export function saveDraft(tx: Transaction, planId: string, write: queries.DraftWrite): Promise<number> {
  return queries.writeDraft(tx, planId, write);
}

export function reopen(tx: Transaction, planId: string): Promise<void> {
  return queries.reopen(tx, planId);
}
