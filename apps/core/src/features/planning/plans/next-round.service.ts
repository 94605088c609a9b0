import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { openNextRound as open } from './plans.queries.ts';

/**
 * Standards and resources are part of the draft: changing them on a published plan begins its next round as the first
 * edit does, and what is published stays live until then (PLN-91).
 */
export function openNextRound(
  tx: Transaction,
  { platform }: Context,
  planIds: readonly string[],
): Promise<void> {
  return open(tx, [...new Set(planIds)], platform.clock.now().toISOString());
}
