/** One counter to look at: `key` names class, rule and subject, and begins with the tenant where there is one. */
export interface Counter {
  key: string;
  limit: number;
  window_ms: number;
}

export interface CounterState {
  used: number;
  /** Until the window no longer holds what was used. */
  reset_seconds: number;
}

/** Where attempts are counted: this process, or Redis for all of them. */
export interface LimitStore {
  /** Counts one attempt on each and tells what each holds with it, in the order given. */
  add(counters: readonly Counter[], now: number): Promise<CounterState[]>;
  look(counters: readonly Counter[], now: number): Promise<CounterState[]>;
  takeBack(counters: readonly Counter[], now: number): Promise<void>;
  block(key: string, seconds: number, now: number): Promise<void>;
  /** Seconds left, 0 when not blocked. */
  blockedFor(key: string, now: number): Promise<number>;
}

/**
 * A sliding window from two fixed ones: the part of the previous window that still lies within reach counts
 * proportionally. Exact at the edges, never more than one window late, and two numbers per counter.
 */
export function slidingUse(previous: number, current: number, windowMs: number, now: number): number {
  const elapsed = now % windowMs;
  return Math.floor(previous * (1 - elapsed / windowMs)) + current;
}

export function windowNumber(windowMs: number, now: number): number {
  return Math.floor(now / windowMs);
}

export function secondsToReset(windowMs: number, now: number): number {
  return Math.max(1, Math.ceil((windowMs - (now % windowMs)) / 1000));
}
