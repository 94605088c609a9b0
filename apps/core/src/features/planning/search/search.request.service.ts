import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { indexChangesJob } from './search.jobs.ts';

/** A moment is waited for, so that one pass takes over what is typed meanwhile; never more than 5 s (PLN-161). */
const waitMs = 1_500;

/** Called by whatever changes words that search knows, in its transaction. */
export async function requestIndexing(tx: Transaction, context: Context): Promise<void> {
  const run_at = new Date(context.platform.clock.now().getTime() + waitMs);
  await enqueue(tx, context, indexChangesJob, {}, { unique_key: 'search', run_at });
}
