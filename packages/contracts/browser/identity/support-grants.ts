// Generated from src by scripts/browser.ts. Do not edit.
export const SupportGrantState = {"options":["requested","active","declined","revoked","ended"]};
export const SupportScope = {"options":["tenant","school","user"]};
export const approveSupportGrant = {"name":"support_grants.approve","method":"POST","path":"/support_grants/{id}/approve"};
export const breakGlass = {"name":"operator_grants.break_glass","method":"POST","path":"/platform/tenants/{id}/break_glass"};
export const confirmBreakGlass = {"name":"operator_grants.confirm","method":"POST","path":"/platform/tenants/{id}/break_glass/{grant_id}/confirm"};
export const createSupportGrant = {"name":"support_grants.create","method":"POST","path":"/support_grants"};
export const getSupportAccess = {"name":"support_access.get","method":"GET","path":"/support_access"};
export const listOperatorGrants = {"name":"operator_grants.list","method":"GET","path":"/platform/support_grants"};
export const listSupportGrants = {"name":"support_grants.list","method":"GET","path":"/support_grants"};
export const requestSupportGrant = {"name":"operator_grants.request","method":"POST","path":"/platform/tenants/{id}/support_grants"};
export const revokeSupportGrant = {"name":"support_grants.revoke","method":"POST","path":"/support_grants/{id}/revoke"};
export const setSupportAccess = {"name":"support_access.set","method":"PUT","path":"/support_access"};
export const useSupportGrant = {"name":"operator_grants.use","method":"POST","path":"/platform/tenants/{id}/support_grants/{grant_id}/use"};
