// Generated from src by scripts/browser.ts. Do not edit.
export const listBackfills = {"name":"operations.backfills","method":"GET","path":"/admin/operations/backfills"};
export const listSlowQueries = {"name":"operations.slow_queries","method":"GET","path":"/admin/operations/slow_queries"};
export const pauseBackfill = {"name":"operations.pause_backfill","method":"POST","path":"/admin/operations/backfills/{name}/pause"};
export const resetSlowQueries = {"name":"operations.reset_slow_queries","method":"POST","path":"/admin/operations/slow_queries/reset"};
export const startBackfill = {"name":"operations.start_backfill","method":"POST","path":"/admin/operations/backfills/{name}/start"};
