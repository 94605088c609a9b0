// Generated from src by scripts/browser.ts. Do not edit.
export const HealthState = {"options":["healthy","warning","critical"]};
export const checkNames = ["database","cache","job_queue","storage","ai_gateway"];
export const getHealthReport = {"name":"operations.health","method":"GET","path":"/admin/operations/health"};
export const getPublicHealth = {"name":"health.get","method":"GET","path":"/health"};
export const metricNames = ["db_connection_pool","db_response_time","job_queue_depth","job_latency","memory_usage_percent","backup_age_hours","response_time_p95","error_rate_5m","disk_usage_percent","cache_memory_percent","storage_health","ai_gateway_health","ai_latency_p95","auth_failure_rate_5m","job_failure_rate_15m","dead_letter_count","replication_lag_seconds","slow_query_count","certificate_days_left","uptime_failures"];
