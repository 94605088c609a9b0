import type { Context } from '../../../platform/context.ts';
import { deleteOldEdits } from './drafts.queries.ts';

const daysKept = 30;

/** A page left open longer than this is told of everything that changed as one conflict; nothing is lost by it. */
export async function forgetOldEdits(context: Context): Promise<void> {
  const before = new Date(context.platform.clock.now().getTime() - daysKept * 86_400_000);
  await context.withTenant((tx) => deleteOldEdits(tx, before.toISOString()));
}
