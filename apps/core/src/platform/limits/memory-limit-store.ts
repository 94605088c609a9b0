import { LRUCache } from 'lru-cache';
import {
  type Counter,
  type CounterState,
  type LimitStore,
  secondsToReset,
  slidingUse,
  windowNumber,
} from './limit-store.ts';

interface Entry {
  window: number;
  previous: number;
  current: number;
}

const maxCounters = 200_000;

/** Counts in this process: for one machine, and as the fall-back when the shared store is down. */
export function createMemoryLimitStore(): LimitStore {
  const entries = new LRUCache<string, Entry>({ max: maxCounters });
  const blocks = new LRUCache<string, number>({ max: 10_000 });

  function entryOf({ key, window_ms }: Counter, now: number): Entry {
    const window = windowNumber(window_ms, now);
    const known = entries.get(key);
    if (known?.window === window) return known;
    const entry = { window, previous: known?.window === window - 1 ? known.current : 0, current: 0 };
    entries.set(key, entry);
    return entry;
  }

  function stateOf(counter: Counter, entry: Entry, now: number): CounterState {
    const used = slidingUse(entry.previous, entry.current, counter.window_ms, now);
    return { used, reset_seconds: secondsToReset(counter.window_ms, now) };
  }

  return {
    async add(counters, now) {
      return counters.map((counter) => {
        const entry = entryOf(counter, now);
        entry.current += 1;
        return stateOf(counter, entry, now);
      });
    },
    async look(counters, now) {
      return counters.map((counter) => stateOf(counter, entryOf(counter, now), now));
    },
    async takeBack(counters, now) {
      for (const counter of counters) {
        const entry = entryOf(counter, now);
        entry.current = Math.max(0, entry.current - 1);
      }
    },
    async block(key, seconds, now) {
      blocks.set(key, now + seconds * 1000);
    },
    async blockedFor(key, now) {
      return Math.max(0, Math.ceil(((blocks.get(key) ?? 0) - now) / 1000));
    },
  };
}
