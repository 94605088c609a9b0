import type { Clock } from '../clock.ts';

interface Minute {
  minute: number;
  requests: number;
  failures: number;
  sign_ins: number;
  refused_sign_ins: number;
  /** Counts of requests by upper bound of their duration. */
  durations: number[];
}

const bounds = [5, 10, 25, 50, 75, 100, 150, 250, 500, 1_000, 2_000, 5_000, Number.POSITIVE_INFINITY];
const keptMinutes = 5;

/** Rates of the last five minutes of this process, in a few numbers a minute. */
export function createRequestFigures(clock: Clock) {
  let minutes: Minute[] = [];

  function currentMinute(): Minute {
    const minute = Math.floor(clock.now().getTime() / 60_000);
    minutes = minutes.filter((known) => known.minute > minute - keptMinutes);
    const last = minutes.at(-1);
    if (last?.minute === minute) return last;
    const fresh = {
      minute,
      requests: 0,
      failures: 0,
      sign_ins: 0,
      refused_sign_ins: 0,
      durations: bounds.map(() => 0),
    };
    minutes.push(fresh);
    return fresh;
  }

  return {
    note(request: { status: number; milliseconds: number; is_sign_in: boolean }): void {
      const minute = currentMinute();
      minute.requests += 1;
      if (request.status >= 500) minute.failures += 1;
      if (request.is_sign_in) minute.sign_ins += 1;
      if (request.is_sign_in && request.status === 401) minute.refused_sign_ins += 1;
      const bucket = bounds.findIndex((bound) => request.milliseconds <= bound);
      minute.durations[bucket] = (minute.durations[bucket] ?? 0) + 1;
    },
    figures() {
      currentMinute();
      const sum = (pick: (minute: Minute) => number) =>
        minutes.reduce((total, minute) => total + pick(minute), 0);
      const requests = sum((minute) => minute.requests);
      return {
        response_time_p95: requests === 0 ? null : percentile(minutes, requests, 0.95),
        error_rate_5m: percent(
          sum((minute) => minute.failures),
          requests,
        ),
        auth_failure_rate_5m: percent(
          sum((minute) => minute.refused_sign_ins),
          sum((minute) => minute.sign_ins),
        ),
      };
    },
  };
}

export type RequestFigures = ReturnType<typeof createRequestFigures>;

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

function percentile(minutes: Minute[], requests: number, share: number): number {
  let seen = 0;
  for (const [at, bound] of bounds.entries()) {
    seen += minutes.reduce((total, minute) => total + (minute.durations[at] ?? 0), 0);
    if (seen >= requests * share) return Number.isFinite(bound) ? bound : 10_000;
  }
  return 10_000;
}
