// Generated from src by scripts/browser.ts. Do not edit.
export const PackState = {"options":["draft","active","deprecated"]};
export const activatePlannerPack = {"name":"planner_packs.activate","method":"POST","path":"/planner_packs/{id}/activate"};
export const createPackFreeze = {"name":"pack_freezes.create","method":"POST","path":"/pack_freezes"};
export const createPlannerPack = {"name":"planner_packs.create","method":"POST","path":"/planner_packs"};
export const deletePackFreeze = {"name":"pack_freezes.delete","method":"DELETE","path":"/pack_freezes/{id}"};
export const getPackAssignments = {"name":"pack_assignments.get","method":"GET","path":"/pack_assignments"};
export const getPlannerPack = {"name":"planner_packs.get","method":"GET","path":"/planner_packs/{id}"};
export const listPlannerPacks = {"name":"planner_packs.list","method":"GET","path":"/planner_packs"};
export const putPackAssignment = {"name":"pack_assignments.put","method":"PUT","path":"/pack_assignments"};
export const updatePlannerPack = {"name":"planner_packs.update","method":"PATCH","path":"/planner_packs/{id}"};
