// Generated from src by scripts/browser.ts. Do not edit.
export const createRole = {"name":"roles.create","method":"POST","path":"/roles"};
export const deleteRole = {"name":"roles.delete","method":"DELETE","path":"/roles/{id}"};
export const getRole = {"name":"roles.get","method":"GET","path":"/roles/{id}"};
export const listRoles = {"name":"roles.list","method":"GET","path":"/roles"};
export const updateRole = {"name":"roles.update","method":"PATCH","path":"/roles/{id}"};
