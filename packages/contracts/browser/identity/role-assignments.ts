// Generated from src by scripts/browser.ts. Do not edit.
export const AssignmentScope = {"options":["tenant","school"]};
export const createRoleAssignment = {"name":"role_assignments.create","method":"POST","path":"/role_assignments"};
export const deleteRoleAssignment = {"name":"role_assignments.delete","method":"DELETE","path":"/role_assignments/{id}"};
export const getEffectivePermissions = {"name":"users.effective_permissions","method":"GET","path":"/users/{id}/effective_permissions"};
export const listRoleAssignments = {"name":"role_assignments.list","method":"GET","path":"/role_assignments"};
