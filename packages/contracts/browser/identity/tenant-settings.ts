// Generated from src by scripts/browser.ts. Do not edit.
export const getTenantLimits = {"name":"tenant_limits.get","method":"GET","path":"/tenant_limits"};
export const updateTenantLimits = {"name":"tenant_limits.update","method":"PATCH","path":"/tenant_limits"};
