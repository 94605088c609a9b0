// Generated from src by scripts/browser.ts. Do not edit.
export const completePasswordReset = {"name":"password_resets.complete","method":"POST","path":"/password_resets/{token}"};
export const getPasswordReset = {"name":"password_resets.get","method":"GET","path":"/password_resets/{token}"};
export const requestPasswordReset = {"name":"password_resets.create","method":"POST","path":"/password_resets"};
export const resetCredentials = {"name":"users.reset_credentials","method":"POST","path":"/users/{id}/reset_credentials"};
