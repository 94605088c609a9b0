// Generated from src by scripts/browser.ts. Do not edit.
export const RolloverMisfit = {"options":["no_such_term","term_too_short","year_too_short","failed"]};
export const createRollover = {"name":"plan_rollovers.create","method":"POST","path":"/plan_rollovers"};
export const getRollover = {"name":"plan_rollovers.get","method":"GET","path":"/plan_rollovers/{id}"};
export const listImprovements = {"name":"plan_improvements.list","method":"GET","path":"/unit_plans/{id}/improvements"};
export const previewRollover = {"name":"plan_rollovers.preview","method":"POST","path":"/plan_rollovers/preview"};
export const updateImprovement = {"name":"plan_improvements.update","method":"PATCH","path":"/plan_improvements/{id}"};
