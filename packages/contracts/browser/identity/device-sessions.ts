// Generated from src by scripts/browser.ts. Do not edit.
export const createDeviceSession = {"name":"mobile.sessions.create","method":"POST","path":"/mobile/sessions"};
export const endDeviceSession = {"name":"mobile.session.delete","method":"DELETE","path":"/mobile/session"};
export const refreshDeviceSession = {"name":"mobile.refresh","method":"POST","path":"/mobile/refresh"};
