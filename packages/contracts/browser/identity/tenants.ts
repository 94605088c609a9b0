// Generated from src by scripts/browser.ts. Do not edit.
export const SupportAccess = {"options":["never","ask","allow"]};
export const TenantState = {"options":["provisioning","active","suspended","closing","closed"]};
export const createTenant = {"name":"tenants.create","method":"POST","path":"/platform/tenants"};
export const getTenant = {"name":"tenants.get","method":"GET","path":"/platform/tenants/{id}"};
export const listTenants = {"name":"tenants.list","method":"GET","path":"/platform/tenants"};
export const resumeTenant = {"name":"tenants.resume","method":"POST","path":"/platform/tenants/{id}/resume"};
export const suspendTenant = {"name":"tenants.suspend","method":"POST","path":"/platform/tenants/{id}/suspend"};
