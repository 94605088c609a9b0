// Generated from src by scripts/browser.ts. Do not edit.
export const mergeUsers = {"name":"users.merge","method":"POST","path":"/users/merge"};
export const undoUserMerge = {"name":"users.merges.undo","method":"POST","path":"/users/merges/{id}/undo"};
