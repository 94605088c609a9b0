// Generated from src by scripts/browser.ts. Do not edit.
export const endImpersonation = {"name":"session.impersonation.end","method":"DELETE","path":"/session/impersonation"};
export const startImpersonation = {"name":"session.impersonation.start","method":"POST","path":"/session/impersonation"};
