import type { Clock } from '../clock.ts';

export class CircuitOpen extends Error {
  readonly retry_after: number;
  constructor(retryAfter: number) {
    super('The service is not called, because it failed just now');
    this.name = 'CircuitOpen';
    this.retry_after = retryAfter;
  }
}

/** OPS-09: after five failures in a row nobody waits for the service; after 30 seconds one caller tries again. */
export const circuitRules = { failures: 5, rest_seconds: 30 };

export function createCircuit(clock: Clock) {
  let failures = 0;
  let openedAt = 0;
  let trying = false;

  const restLeft = () =>
    Math.ceil((openedAt + circuitRules.rest_seconds * 1000 - clock.now().getTime()) / 1000);
  const isOpen = () => failures >= circuitRules.failures;

  return {
    isOpen: () => isOpen() && (restLeft() > 0 || trying),
    async call<T>(work: () => Promise<T>): Promise<T> {
      if (isOpen()) {
        if (restLeft() > 0 || trying) throw new CircuitOpen(Math.max(1, restLeft()));
        trying = true;
      }
      try {
        const answer = await work();
        failures = 0;
        return answer;
      } catch (error) {
        failures += 1;
        if (isOpen()) openedAt = clock.now().getTime();
        throw error;
      } finally {
        trying = false;
      }
    },
  };
}
