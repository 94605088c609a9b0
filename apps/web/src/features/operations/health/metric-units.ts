import type { MetricName } from '@k12/contracts/operations/health';

type Unit = 'percent' | 'ms' | 'hours' | 'days' | 'seconds';

/** Units of the figures; those without one are counts. */
export const metricUnits: Partial<Record<MetricName, Unit>> = {
  db_connection_pool: 'percent',
  db_response_time: 'ms',
  job_latency: 'ms',
  memory_usage_percent: 'percent',
  backup_age_hours: 'hours',
  response_time_p95: 'ms',
  error_rate_5m: 'percent',
  disk_usage_percent: 'percent',
  cache_memory_percent: 'percent',
  ai_latency_p95: 'ms',
  auth_failure_rate_5m: 'percent',
  job_failure_rate_15m: 'percent',
  replication_lag_seconds: 'seconds',
  certificate_days_left: 'days',
};
