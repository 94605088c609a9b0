// Generated from src by scripts/browser.ts. Do not edit.
export const createPlanBulkAction = {"name":"plan_bulk_actions.create","method":"POST","path":"/plan_bulk_actions"};
export const getPlanBulkAction = {"name":"plan_bulk_actions.get","method":"GET","path":"/plan_bulk_actions/{id}"};
