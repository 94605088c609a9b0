// Generated from src by scripts/browser.ts. Do not edit.
export const createUserBulkRun = {"name":"user_bulk_runs.create","method":"POST","path":"/user_bulk_runs"};
export const getUserBulkRun = {"name":"user_bulk_runs.get","method":"GET","path":"/user_bulk_runs/{id}"};
export const listUserBulkRunItems = {"name":"user_bulk_runs.items","method":"GET","path":"/user_bulk_runs/{id}/items"};
