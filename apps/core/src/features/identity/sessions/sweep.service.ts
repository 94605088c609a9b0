import type { Context, Platform } from '../../../platform/context.ts';
import * as queries from './sweep.queries.ts';

const keptDays = 90;
const dayMilliseconds = 86_400_000;

export async function sweepDirectories(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  const dayAgo = new Date(now.getTime() - dayMilliseconds);
  await queries.deleteExpiredEntries(platform.db, now.toISOString(), dayAgo.toISOString());
}

/** Ended sessions are kept for 90 days, so that a person can still be told of them. */
export async function sweepSessions(context: Context): Promise<void> {
  const before = new Date(context.platform.clock.now().getTime() - keptDays * dayMilliseconds);
  await context.withTenant((tx) => queries.deleteOldSessions(tx, before.toISOString()));
}
