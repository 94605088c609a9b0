// Generated from src by scripts/browser.ts. Do not edit.
export const adoptServiceAccount = {"name":"service_accounts.adopt","method":"POST","path":"/service_accounts/{id}/adopt"};
export const createMyApiToken = {"name":"me.api_tokens.create","method":"POST","path":"/me/api_tokens"};
export const createServiceAccount = {"name":"service_accounts.create","method":"POST","path":"/service_accounts"};
export const createServiceToken = {"name":"service_accounts.tokens.create","method":"POST","path":"/service_accounts/{id}/api_tokens"};
export const listApiTokens = {"name":"api_tokens.list","method":"GET","path":"/api_tokens"};
export const listMyApiTokens = {"name":"me.api_tokens.list","method":"GET","path":"/me/api_tokens"};
export const listServiceAccounts = {"name":"service_accounts.list","method":"GET","path":"/service_accounts"};
export const revokeApiToken = {"name":"api_tokens.revoke","method":"DELETE","path":"/api_tokens/{id}"};
export const revokeMyApiToken = {"name":"me.api_tokens.revoke","method":"DELETE","path":"/me/api_tokens/{id}"};
