// Generated from src by scripts/browser.ts. Do not edit.
export const UserSort = {"options":["name","-name","last_sign_in_at","-last_sign_in_at","created_at","-created_at"]};
export const UserSource = {"options":["manual","import","sign_in","seed"]};
export const UserState = {"options":["invited","active","suspended","deactivated","pending_deletion","anonymized"]};
export const activateUser = {"name":"users.activate","method":"POST","path":"/users/{id}/activate"};
export const createMembership = {"name":"users.memberships.create","method":"POST","path":"/users/{id}/memberships"};
export const createUser = {"name":"users.create","method":"POST","path":"/users"};
export const deactivateUser = {"name":"users.deactivate","method":"POST","path":"/users/{id}/deactivate"};
export const getUser = {"name":"users.get","method":"GET","path":"/users/{id}"};
export const listUsers = {"name":"users.list","method":"GET","path":"/users"};
export const moveUser = {"name":"users.move","method":"POST","path":"/users/{id}/move"};
export const restoreUser = {"name":"users.restore","method":"POST","path":"/users/{id}/restore"};
export const suspendUser = {"name":"users.suspend","method":"POST","path":"/users/{id}/suspend"};
export const updateUser = {"name":"users.update","method":"PATCH","path":"/users/{id}"};
