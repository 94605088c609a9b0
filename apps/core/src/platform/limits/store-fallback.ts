import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { LimitStore } from './limit-store.ts';
import { createMemoryLimitStore } from './memory-limit-store.ts';

/** IDN-103: with the shared store down, guarded classes count here and the others pass. */
export function createStoreFallback({
  store,
  log,
  metrics,
}: {
  store: LimitStore;
  log: Log;
  metrics: Metrics;
}) {
  const local = createMemoryLimitStore();
  let storeIsDown = false;

  return async function use<T>(guarded: boolean, ask: (store: LimitStore) => Promise<T>): Promise<T | null> {
    try {
      const answer = await ask(store);
      if (storeIsDown) log.info('rate limit store is back');
      storeIsDown = false;
      metrics.rate_limit_store_up.set(1);
      return answer;
    } catch (error) {
      if (!storeIsDown) log.error({ err: error, alert: 'rate_limit_store_down' }, 'rate limit store is down');
      storeIsDown = true;
      metrics.rate_limit_store_up.set(0);
      return guarded ? ask(local) : null;
    }
  };
}
