import type { Context } from '../../../platform/context.ts';
import * as queries from './search.index.queries.ts';

const batch = 200;

/** Takes over what changed since the last pass, in batches of one transaction each; safe to stop and to repeat. */
export async function indexChanges(context: Context, signal?: AbortSignal): Promise<number> {
  let done = 0;
  for (const kind of queries.indexedKinds) {
    let position = await context.withTenant((tx) => queries.selectProgress(tx, kind));
    while (!signal?.aborted) {
      const changed = await context.withTenant((tx) => queries.listChanged(tx, kind, position, batch));
      const last = changed.at(-1);
      if (!last) break;
      const now = context.platform.clock.now().toISOString();
      await context.withTenant(async (tx) => {
        await queries.putDocuments(tx, changed, now);
        await queries.putProgress(tx, kind, last.changed_at);
      });
      position = { at: last.changed_at, id: last.record_id };
      done += changed.length;
      if (changed.length < batch) break;
    }
  }
  return done;
}

/** Everything anew, beside the words that searches use meanwhile (PLN-165). */
export async function indexAgain(context: Context, signal?: AbortSignal): Promise<number> {
  await context.withTenant((tx) => queries.forgetProgress(tx));
  const done = await indexChanges(context, signal);
  await context.withTenant((tx) => queries.deleteOrphans(tx));
  return done;
}
