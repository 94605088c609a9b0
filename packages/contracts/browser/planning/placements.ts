// Generated from src by scripts/browser.ts. Do not edit.
export const ConflictCode = {"options":["outside_year","outside_term","in_break","spans_break","overlap","too_many_minutes","placed_twice","pack_mismatch"]};
export const MoveMode = {"options":["only","ripple","fill"]};
export const PlacementState = {"options":["planned","in_progress","taught","skipped"]};
export const createPlacement = {"name":"unit_placements.create","method":"POST","path":"/unit_placements"};
export const deletePlacement = {"name":"unit_placements.delete","method":"DELETE","path":"/unit_placements/{id}"};
export const getPlacement = {"name":"unit_placements.get","method":"GET","path":"/unit_placements/{id}"};
export const getPlacementTime = {"name":"unit_placements.time","method":"GET","path":"/unit_placements/{id}/time"};
export const listPlacements = {"name":"unit_placements.list","method":"GET","path":"/unit_placements"};
export const movePlacement = {"name":"unit_placements.move","method":"POST","path":"/unit_placements/{id}/move"};
export const proposePlacement = {"name":"unit_placements.propose","method":"POST","path":"/unit_placements/propose"};
export const updatePlacement = {"name":"unit_placements.update","method":"PATCH","path":"/unit_placements/{id}"};
