import { freemem, totalmem } from 'node:os';
import {
  type CheckName,
  type HealthMetric,
  type HealthReport,
  type HealthState,
  type MetricName,
  metricNames,
} from '@k12/contracts/operations/health';
import type { Clock } from '../clock.ts';
import { version } from '../version.ts';
import { type Check, type CheckOutcome, runCheck, worst } from './check.ts';
import type { RequestFigures } from './request-figures.ts';

const sharedForMs = 10_000;

export interface HealthParts {
  checks: Check[];
  clock: Clock;
  requests: RequestFigures;
  time_limit_ms?: number;
}

/** The report on the installation, computed at most once in ten seconds, whoever asks (OPS-07). */
export function createHealth(parts: HealthParts) {
  let current: { at: number; report: Promise<HealthReport> } | undefined;
  return {
    report(): Promise<HealthReport> {
      const now = parts.clock.now().getTime();
      if (!current || now - current.at >= sharedForMs) current = { at: now, report: computeReport(parts) };
      return current.report;
    },
  };
}

export type Health = ReturnType<typeof createHealth>;

async function computeReport({ checks, clock, requests, time_limit_ms }: HealthParts): Promise<HealthReport> {
  const timestamp = clock.now().toISOString();
  const outcomes = await Promise.all(
    checks.map(async (check) => [check.name, await runCheck(check, timestamp, time_limit_ms)] as const),
  );
  const byName = Object.fromEntries(outcomes) as Record<CheckName, CheckOutcome>;
  const rows = Object.fromEntries(
    outcomes.map(([name, { check }]) => [name, check]),
  ) as HealthReport['checks'];
  return {
    timestamp,
    overall: overallOf(rows),
    version,
    release_color: process.env.RELEASE_COLOR ?? null,
    checks: rows,
    metrics: metricsOf(byName, requests),
  };
}

/** OPS-06: the platform works without cache and AI, so their failure is a warning. */
export function overallOf(checks: HealthReport['checks']): HealthState {
  const needed = [checks.database.status, checks.job_queue.status, checks.storage.status];
  if (needed.includes('critical')) return 'critical';
  const softened = [checks.cache.status, checks.ai_gateway.status].map((state) =>
    state === 'healthy' ? state : 'warning',
  );
  return worst(...needed, ...(softened as HealthState[]));
}

function metricsOf(
  outcomes: Record<CheckName, CheckOutcome>,
  requests: RequestFigures,
): HealthReport['metrics'] {
  const level = (state: HealthState) => ({ healthy: 0, warning: 1, critical: 2 })[state];
  const measured: Partial<Record<MetricName, number | null>> = {
    ...Object.assign({}, ...Object.values(outcomes).map(({ figures }) => figures)),
    memory_usage_percent: memoryPercent(),
    storage_health: level(outcomes.storage.check.status),
    ai_gateway_health: level(outcomes.ai_gateway.check.status),
    ...requests.figures(),
  };
  return Object.fromEntries(
    metricNames.map((name) => [name, metric(measured[name])]),
  ) as HealthReport['metrics'];
}

function metric(value: number | null | undefined): HealthMetric {
  if (value === undefined) return { value: null, reason: 'not_measured' };
  return value === null ? { value: null, reason: 'no_data' } : { value, reason: null };
}

/** Of the container's limit where there is one, else of the machine. */
function memoryPercent(): number {
  const limit = process.constrainedMemory();
  const used =
    limit > 0 && limit < totalmem() ? process.memoryUsage().rss / limit : 1 - freemem() / totalmem();
  return Math.round(used * 1000) / 10;
}
