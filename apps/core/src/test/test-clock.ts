import type { Clock } from '../platform/clock.ts';

/** A clock that a test moves. */
export class TestClock implements Clock {
  #offset = 0;
  now(): Date {
    return new Date(Date.now() + this.#offset);
  }
  advance(duration: { minutes?: number; hours?: number; days?: number }): void {
    const { minutes = 0, hours = 0, days = 0 } = duration;
    this.#offset += ((days * 24 + hours) * 60 + minutes) * 60_000;
  }
}
