// Generated from src by scripts/browser.ts. Do not edit.
export const createGroupSet = {"name":"groups.create","method":"POST","path":"/courses/{id}/groups"};
export const deleteGroupSet = {"name":"groups.delete","method":"DELETE","path":"/group_sets/{id}"};
export const getGroupSet = {"name":"groups.get","method":"GET","path":"/group_sets/{id}"};
export const listGroupSets = {"name":"groups.list","method":"GET","path":"/courses/{id}/groups"};
export const updateGroupSet = {"name":"groups.update","method":"PATCH","path":"/group_sets/{id}"};
