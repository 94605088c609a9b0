import type { CheckName, HealthCheck, HealthState } from '@k12/contracts/operations/health';
import { describeError } from '../telemetry/describe-error.ts';

/** What one check found out; thrown errors are critical. */
export interface Finding {
  status: HealthState;
  detail: string;
  /** Figures for the report's metrics. */
  figures?: Record<string, number | null>;
}

export interface Check {
  name: CheckName;
  run(signal: AbortSignal): Promise<Finding>;
  /** From the time it took; undefined leaves the finding as it is. */
  judgeLatency?(milliseconds: number): HealthState;
}

export interface CheckOutcome {
  check: HealthCheck;
  figures: Record<string, number | null>;
}

const limitMs = 5_000;
const order: HealthState[] = ['healthy', 'warning', 'critical'];

export function worst(...states: HealthState[]): HealthState {
  return states.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), 'healthy');
}

/** One check within its time (OPS-05). Its error is named by kind only: messages know hosts and buckets (OPS-08). */
export async function runCheck(
  check: Check,
  checkedAt: string,
  timeLimitMs = limitMs,
): Promise<CheckOutcome> {
  const started = performance.now();
  const signal = AbortSignal.timeout(timeLimitMs);
  const timeout = new Promise<'timeout'>((resolve) =>
    signal.addEventListener('abort', () => resolve('timeout')),
  );
  try {
    const finding = await Promise.race([check.run(signal), timeout]);
    const latency_ms = Math.round((performance.now() - started) * 10) / 10;
    if (finding === 'timeout') return failed('timeout', latency_ms, checkedAt);
    const status = worst(finding.status, check.judgeLatency?.(latency_ms) ?? 'healthy');
    const row = { status, latency_ms, detail: finding.detail, error_code: null, checked_at: checkedAt };
    return { check: row, figures: finding.figures ?? {} };
  } catch (error) {
    return failed(describeError(error).code ?? 'failed', null, checkedAt);
  }
}

function failed(errorCode: string, latency: number | null, checkedAt: string): CheckOutcome {
  const detail = errorCode === 'timeout' ? 'No answer in time' : 'Does not answer as it should';
  const code = /^[A-Za-z0-9_.]{1,40}$/.test(errorCode) ? errorCode : 'failed';
  return {
    check: { status: 'critical', latency_ms: latency, detail, error_code: code, checked_at: checkedAt },
    figures: {},
  };
}
