import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant } from '../records.ts';

export const HealthState = z.enum(['healthy', 'warning', 'critical']);
export type HealthState = z.infer<typeof HealthState>;

export const checkNames = ['database', 'cache', 'job_queue', 'storage', 'ai_gateway'] as const;
export type CheckName = (typeof checkNames)[number];

export const metricNames = [
  'db_connection_pool',
  'db_response_time',
  'job_queue_depth',
  'job_latency',
  'memory_usage_percent',
  'backup_age_hours',
  'response_time_p95',
  'error_rate_5m',
  'disk_usage_percent',
  'cache_memory_percent',
  'storage_health',
  'ai_gateway_health',
  'ai_latency_p95',
  'auth_failure_rate_5m',
  'job_failure_rate_15m',
  'dead_letter_count',
  'replication_lag_seconds',
  'slow_query_count',
  'certificate_days_left',
  'uptime_failures',
] as const;
export type MetricName = (typeof metricNames)[number];

function forEach<const K extends readonly string[], T extends z.ZodType>(keys: K, value: T) {
  return z.object(Object.fromEntries(keys.map((key) => [key, value])) as Record<K[number], T>);
}

/** States only: nothing about hosts, tenants or queues (OPS-02). */
export const PublicHealth = z.object({
  status: HealthState,
  version: z.string(),
  components: forEach(checkNames, HealthState),
});
export type PublicHealth = z.infer<typeof PublicHealth>;

export const HealthCheck = z.object({
  status: HealthState,
  latency_ms: z.number().nullable(),
  detail: z.string(),
  error_code: z.string().nullable(),
  checked_at: instant,
});
export type HealthCheck = z.infer<typeof HealthCheck>;

/** A value that could not be measured is null with a reason. */
export const HealthMetric = z.object({ value: z.number().nullable(), reason: z.string().nullable() });
export type HealthMetric = z.infer<typeof HealthMetric>;

export const HealthReport = z.object({
  timestamp: instant,
  overall: HealthState,
  version: z.string(),
  release_color: z.string().nullable(),
  checks: forEach(checkNames, HealthCheck),
  metrics: forEach(metricNames, HealthMetric),
});
export type HealthReport = z.infer<typeof HealthReport>;

export const getPublicHealth = endpoint({
  name: 'health.get',
  method: 'GET',
  path: '/health',
  summary: 'Whether the platform works',
  permission: 'public',
  rate: 'public',
  replies: { 200: PublicHealth },
});

export const getHealthReport = endpoint({
  name: 'operations.health',
  method: 'GET',
  path: '/admin/operations/health',
  summary: 'Checks and figures of the installation',
  permission: 'operations.read_own',
  rate: 'general',
  replies: { 200: HealthReport },
});
